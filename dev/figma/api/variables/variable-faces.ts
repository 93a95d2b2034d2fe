import type { Session } from '../session.ts'
import { VariableCollectionFace } from './variable-collection-face.ts'
import { VariableFace } from './variable-face.ts'

/** The API object of a variable or a collection: always the same one, so that `===` holds. */
export const variableFaceOf = (session: Session, id: string): VariableFace =>
  faceFrom(variables, session, id, VariableFace)

export const collectionFaceOf = (session: Session, id: string): VariableCollectionFace =>
  faceFrom(collections, session, id, VariableCollectionFace)

type Known<T> = WeakMap<Session, Map<string, T>>
const variables: Known<VariableFace> = new WeakMap()
const collections: Known<VariableCollectionFace> = new WeakMap()

function faceFrom<T>(known: Known<T>, session: Session, id: string, Face: new (session: Session, id: string) => T): T {
  const faces = known.get(session) ?? new Map<string, T>()
  known.set(session, faces)
  const face = faces.get(id) ?? new Face(session, id)
  faces.set(id, face)
  return face
}
