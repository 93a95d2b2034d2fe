import type { LayerRecord } from '../layer-record.ts'
import { newRecord } from '../layer-record.ts'
import { keyFor } from '../new-key.ts'
import type { VariableMode, VariableType, VariableValue } from '../parts/variable-data.ts'
import { isSame } from '../same.ts'
import type { Tree } from '../tree.ts'
import { unboundFrom } from './bound-values.ts'
import { type CollectionRecord, findVariable, type VariableRecord } from './variable-value.ts'

/** Makes a collection with one mode, as Figma does. */
export function createCollection(tree: Tree, name: string): CollectionRecord {
  const number = tree.newNumber()
  const modes = [{ modeId: `1:${tree.newNumber()}`, name: 'Mode 1' }]
  const collection = { key: keyFor(`collection ${number}`), hiddenFromPublishing: false, modes, variableIds: [] }
  const record = newRecord({ id: `VariableCollectionId:1:${number}`, type: 'VARIABLE_COLLECTION', name, collection })
  tree.put(record)
  return record as CollectionRecord
}

/** Makes a variable, the last in its collection, that says the same nothing in all modes. */
export function createVariable(
  tree: Tree,
  { name, collection, resolvedType }: { name: string; collection: CollectionRecord; resolvedType: VariableType },
): VariableRecord {
  const number = tree.newNumber()
  const valuesByMode = Object.fromEntries(
    collection.collection.modes.map(({ modeId }) => [modeId, FIRST_VALUES[resolvedType]]),
  )
  const record = newRecord({
    id: `VariableID:1:${number}`,
    type: 'VARIABLE',
    name,
    variable: {
      key: keyFor(`variable ${number}`),
      collectionId: collection.id,
      resolvedType,
      description: '',
      hiddenFromPublishing: false,
      valuesByMode,
      scopes: ['ALL_SCOPES'],
      codeSyntax: {},
    },
  })
  tree.put(record)
  const { variableIds } = collection.collection
  tree.change(collection.id, { collection: { ...collection.collection, variableIds: [...variableIds, record.id] } })
  return record as VariableRecord
}

/** A new mode says what the default mode says (believed). */
export function addMode(tree: Tree, { id, collection }: CollectionRecord, name: string): string {
  const mode: VariableMode = { modeId: `1:${tree.newNumber()}`, name }
  const first = collection.modes[0]!.modeId
  for (const variable of variablesOf(tree, collection.variableIds)) {
    const { valuesByMode } = variable.variable
    setValues(tree, variable, { ...valuesByMode, [mode.modeId]: valuesByMode[first]! })
  }
  tree.change(id, { collection: { ...collection, modes: [...collection.modes, mode] } })
  return mode.modeId
}

export function removeMode(tree: Tree, { id, collection }: CollectionRecord, modeId: string): void {
  for (const variable of variablesOf(tree, collection.variableIds)) {
    const { [modeId]: _value, ...others } = variable.variable.valuesByMode
    setValues(tree, variable, others)
  }
  tree.change(id, { collection: { ...collection, modes: collection.modes.filter((mode) => mode.modeId !== modeId) } })
  for (const record of [...tree.all()]) {
    const { [id]: mode, ...others } = record.variableModes
    if (mode === modeId) tree.change(record.id, { variableModes: others })
  }
}

/** What it was bound to keeps its value (believed). */
export function removeVariable(tree: Tree, { id, variable }: VariableRecord): void {
  for (const record of [...tree.all()]) {
    const part = unboundFrom(record, id)
    if (!isSame({ ...record, ...part }, record)) tree.change(record.id, part)
  }
  const collection = tree.get(variable.collectionId).collection!
  const variableIds = collection.variableIds.filter((other) => other !== id)
  tree.change(variable.collectionId, { collection: { ...collection, variableIds } })
  tree.drop(id)
}

/** T:12049: with all of its variables. */
export function removeCollection(tree: Tree, { id, collection }: CollectionRecord): void {
  for (const variable of variablesOf(tree, collection.variableIds)) removeVariable(tree, variable)
  for (const record of [...tree.all()]) {
    const { [id]: mode, ...variableModes } = record.variableModes
    if (mode) tree.change(record.id, { variableModes })
  }
  tree.drop(id)
}

export const setValues = (tree: Tree, { id, variable }: VariableRecord, valuesByMode: Record<string, VariableValue>) =>
  tree.change(id, { variable: { ...variable, valuesByMode } })

const variablesOf = (tree: Tree, ids: readonly string[]) => ids.map((id) => findVariable(tree, id)!)

export const isVariable = (record: LayerRecord): record is VariableRecord => record.variable !== undefined
export const isCollection = (record: LayerRecord): record is CollectionRecord => record.collection !== undefined

/** Believed. */
const FIRST_VALUES = { BOOLEAN: false, COLOR: { r: 1, g: 1, b: 1, a: 1 }, FLOAT: 0, STRING: '' } as const
