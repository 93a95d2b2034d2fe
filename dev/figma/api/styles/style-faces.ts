import type { StyleKind } from '../../document/parts/style-data.ts'
import type { Session } from '../session.ts'
import { EffectStyleFace } from './effect-style-face.ts'
import { GridStyleFace } from './grid-style-face.ts'
import { PaintStyleFace } from './paint-style-face.ts'
import type { StyleFace } from './style-face.ts'
import { TextStyleFace } from './text-style-face.ts'

/** The API object of a style that is there: always the same one, so that `===` holds. */
export function styleFaceOf(session: Session, id: string): StyleFace {
  const faces = known.get(session) ?? new Map<string, StyleFace>()
  known.set(session, faces)
  const face = faces.get(id) ?? new FACES[session.document.tree.get(id).style!.kind](session, id)
  faces.set(id, face)
  return face
}

const known = new WeakMap<Session, Map<string, StyleFace>>()

const FACES = {
  PAINT: PaintStyleFace,
  TEXT: TextStyleFace,
  EFFECT: EffectStyleFace,
  GRID: GridStyleFace,
} as const satisfies Record<StyleKind, unknown>
