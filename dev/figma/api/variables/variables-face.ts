import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { createCollection, createVariable, isCollection, isVariable } from '../../document/variables/edit-variables.ts'
import { findCollection, findVariable } from '../../document/variables/variable-value.ts'
import { FigmaError } from '../../errors.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND, Remote } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { variableTypeFrom } from '../../values/variables.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { assertNoId, assertNotDynamic } from '../dynamic-page.ts'
import { ID, recordOf } from '../nodes/node-face.ts'
import type { Session } from '../session.ts'
import { aliasOf } from './bindings.ts'
import { boundEffect, boundGrid, boundPaint } from './bound-parts.ts'
import { assertName } from './names.ts'
import { VariableCollectionFace } from './variable-collection-face.ts'
import { VariableFace } from './variable-face.ts'
import { collectionFaceOf, variableFaceOf } from './variable-faces.ts'

/** `figma.variables`. */
export class VariablesFace extends Remote implements Pick<F.VariablesAPI, Simulated> {
  readonly #session: Session

  constructor(session: Session) {
    super()
    this.#session = session
  }

  get [KIND]() {
    return 'VariablesAPI'
  }
  override get [ABSENT]() {
    return wordsOf(VARIABLES_ABSENT)
  }

  createVariableCollection(name: unknown): F.VariableCollection {
    const wanted = validated(z.string().min(1), name, 'name')
    return this.#collection(createCollection(this.#tree, wanted).id)
  }

  createVariable(name: unknown, collection: unknown, resolvedType: unknown): F.Variable {
    assertNoId(this.#session, collection, { member: 'createVariable', of: 'collection' })
    const id = collection instanceof VariableCollectionFace ? collection[ID] : collection
    const holder = typeof id === 'string' ? findCollection(this.#tree, id) : undefined
    if (!holder) throw new FigmaError('Expected "collection" to have type VariableCollection')
    const wanted = validated(z.string(), name, 'name')
    assertName(this.#tree, { name: wanted, collectionId: holder.id })
    const type = variableTypeFrom(resolvedType, 'resolvedType')
    return this.#variable(createVariable(this.#tree, { name: wanted, collection: holder, resolvedType: type }).id)
  }

  async getVariableByIdAsync(id: unknown): Promise<F.Variable | null> {
    const wanted = validated(z.string(), id, 'id')
    await soon()
    return this.#variableOrNull(wanted)
  }
  getVariableById(id: unknown): F.Variable | null {
    assertNotDynamic(this.#session, 'figma.variables.getVariableByIdAsync')
    return this.#variableOrNull(validated(z.string(), id, 'id'))
  }

  async getVariableCollectionByIdAsync(id: unknown): Promise<F.VariableCollection | null> {
    const wanted = validated(z.string(), id, 'id')
    await soon()
    return this.#collectionOrNull(wanted)
  }
  getVariableCollectionById(id: unknown): F.VariableCollection | null {
    assertNotDynamic(this.#session, 'figma.variables.getVariableCollectionByIdAsync')
    return this.#collectionOrNull(validated(z.string(), id, 'id'))
  }

  async getLocalVariablesAsync(type?: unknown): Promise<F.Variable[]> {
    await soon()
    return this.#locals(type)
  }
  getLocalVariables(type?: unknown): F.Variable[] {
    assertNotDynamic(this.#session, 'figma.variables.getLocalVariablesAsync')
    return this.#locals(type)
  }

  async getLocalVariableCollectionsAsync(): Promise<F.VariableCollection[]> {
    await soon()
    return this.#collections()
  }
  getLocalVariableCollections(): F.VariableCollection[] {
    assertNotDynamic(this.#session, 'figma.variables.getLocalVariableCollectionsAsync')
    return this.#collections()
  }

  createVariableAlias(variable: unknown): F.VariableAlias {
    if (!(variable instanceof VariableFace)) throw new FigmaError('Expected "variable" to have type Variable')
    return aliasOf(recordOf(variable))
  }

  async createVariableAliasByIdAsync(variableId: unknown): Promise<F.VariableAlias> {
    const id = validated(z.string(), variableId, 'variableId')
    await soon()
    const variable = findVariable(this.#tree, id)
    if (!variable) throw new FigmaError(`The variable with id "${id}" does not exist`)
    return aliasOf(variable)
  }

  setBoundVariableForPaint(paint: unknown, field: unknown, variable: unknown): F.SolidPaint {
    return boundPaint(this.#session.document, paint, { field, variable })
  }

  setBoundVariableForEffect(effect: unknown, field: unknown, variable: unknown): F.Effect {
    return boundEffect(effect, { field, variable })
  }

  setBoundVariableForLayoutGrid(layoutGrid: unknown, field: unknown, variable: unknown): F.LayoutGrid {
    return boundGrid(layoutGrid, { field, variable })
  }

  get #tree() {
    return this.#session.document.tree
  }

  #variable = (id: string): F.Variable => asFigma(variableFaceOf(this.#session, id))
  #collection = (id: string): F.VariableCollection => asFigma(collectionFaceOf(this.#session, id))

  #variableOrNull = (id: string) => (findVariable(this.#tree, id) ? this.#variable(id) : null)
  #collectionOrNull = (id: string) => (findCollection(this.#tree, id) ? this.#collection(id) : null)

  #locals(type: unknown): F.Variable[] {
    const wanted = type === undefined ? undefined : variableTypeFrom(type, 'type')
    return [...this.#tree.all()]
      .filter(isVariable)
      .filter(({ variable }) => wanted === undefined || variable.resolvedType === wanted)
      .map(({ id }) => this.#variable(id))
  }

  #collections = () => [...this.#tree.all()].filter(isCollection).map(({ id }) => this.#collection(id))
}

type Simulated = Extract<keyof VariablesFace, keyof F.VariablesAPI>

const VARIABLES_ABSENT = ['extendLibraryCollectionByKeyAsync importVariableByKeyAsync'] as const
export type VariablesMembers = Holds<Exactly<F.VariablesAPI, VariablesFace, typeof VARIABLES_ABSENT>>
