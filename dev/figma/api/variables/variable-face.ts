import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { VariableData, VariableValue } from '../../document/parts/variable-data.ts'
import { removeVariable, setValues } from '../../document/variables/edit-variables.ts'
import {
  findCollection,
  findVariable,
  isAlias,
  leadsTo,
  type VariableRecord,
  valueFor,
} from '../../document/variables/variable-value.ts'
import { FigmaError, notSimulated } from '../../errors.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { codePlatform, typeOfValue, variableScopes, variableValue } from '../../values/variables.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { ID, NodeFace, RecordFace, recordOf, treeOf } from '../nodes/node-face.ts'
import { assertName } from './names.ts'

export class VariableFace extends RecordFace implements Pick<F.Variable, Simulated> {
  get [KIND]() {
    return 'Variable'
  }
  override get [ABSENT]() {
    return wordsOf(VARIABLE_ABSENT)
  }

  get name(): string {
    return recordOf(this).name
  }
  set name(value: unknown) {
    const name = validated(z.string(), value, 'name')
    assertName(treeOf(this), { name, collectionId: dataOf(this).collectionId, own: this[ID] })
    treeOf(this).change(this[ID], { name })
  }

  get description(): string {
    return dataOf(this).description
  }
  set description(value: unknown) {
    write(this, { description: validated(z.string(), value, 'description') })
  }

  get hiddenFromPublishing(): boolean {
    return dataOf(this).hiddenFromPublishing
  }
  set hiddenFromPublishing(value: unknown) {
    write(this, { hiddenFromPublishing: validated(z.boolean(), value, 'hiddenFromPublishing') })
  }

  get scopes(): F.VariableScope[] {
    return [...dataOf(this).scopes]
  }
  set scopes(value: unknown) {
    write(this, { scopes: validated(variableScopes, value, 'scopes') })
  }

  get remote(): boolean {
    recordOf(this)
    return false
  }

  get key(): string {
    return dataOf(this).key
  }

  get resolvedType(): F.VariableResolvedDataType {
    return dataOf(this).resolvedType
  }

  get variableCollectionId(): string {
    return dataOf(this).collectionId
  }

  get valuesByMode(): { [modeId: string]: F.VariableValue } {
    return dataOf(this).valuesByMode
  }

  get codeSyntax(): VariableData['codeSyntax'] {
    return dataOf(this).codeSyntax
  }

  async getPublishStatusAsync(): Promise<F.PublishStatus> {
    recordOf(this)
    await soon()
    return 'UNPUBLISHED'
  }

  setValueForMode(modeId: unknown, newValue: unknown): void {
    const { valuesByMode, collectionId } = dataOf(this)
    const mode = validated(z.string(), modeId, 'modeId')
    const { modes } = findCollection(treeOf(this), collectionId)!.collection
    if (!modes.some((one) => one.modeId === mode)) throw new FigmaError(`The mode with id "${mode}" does not exist`)
    setValues(treeOf(this), variableOf(this), { ...valuesByMode, [mode]: valueFrom(this, newValue) })
  }

  resolveForConsumer(consumer: unknown): { value: F.VariableValue; resolvedType: F.VariableResolvedDataType } {
    const { resolvedType } = dataOf(this)
    if (!(consumer instanceof NodeFace)) throw new FigmaError('Expected "consumer" to have type SceneNode')
    const value = valueFor(treeOf(this), this[ID], recordOf(consumer).id)
    if (value === undefined) throw notSimulated('resolving an alias of a variable that was removed')
    return { value, resolvedType }
  }

  setVariableCodeSyntax(platform: unknown, value: unknown): void {
    const name = validated(codePlatform, platform, 'platform')
    write(this, { codeSyntax: { ...dataOf(this).codeSyntax, [name]: validated(z.string(), value, 'value') } })
  }

  removeVariableCodeSyntax(platform: unknown): void {
    const { [validated(codePlatform, platform, 'platform')]: gone, ...codeSyntax } = dataOf(this).codeSyntax
    if (gone === undefined) throw new FigmaError('The platform has no code syntax')
    write(this, { codeSyntax })
  }

  remove(): void {
    removeVariable(treeOf(this), variableOf(this))
  }
}

const dataOf = (face: VariableFace): VariableData => recordOf(face).variable!

const variableOf = (face: VariableFace): VariableRecord => recordOf(face) as VariableRecord

const write = (face: VariableFace, part: Partial<VariableData>) =>
  treeOf(face).change(face[ID], { variable: { ...dataOf(face), ...part } })

/** The text about types is reported word for word. */
function valueFrom(face: VariableFace, given: unknown): VariableValue {
  const value = validated(variableValue, given, 'newValue')
  const { resolvedType } = dataOf(face)
  const target = isAlias(value) ? findVariable(treeOf(face), value.id) : undefined
  if (isAlias(value) && !target) throw new FigmaError(`The variable with id "${value.id}" does not exist`)
  const type = target?.variable.resolvedType ?? typeOfValue(value)
  if (type !== resolvedType) {
    throw new FigmaError(`Mismatched variable resolved type (${resolvedType}) and value type (${type})`)
  }
  if (leadsTo(treeOf(face), value, face[ID])) throw new FigmaError('A variable cannot be an alias of itself')
  return value
}

type Simulated = Extract<keyof VariableFace, keyof F.Variable>

/** Extended collections are of the Enterprise plan. */
const VARIABLE_ABSENT = ['valuesByModeForCollectionAsync removeOverrideForMode'] as const
export type VariableMembers = Holds<Exactly<F.Variable, VariableFace, typeof VARIABLE_ABSENT>>
