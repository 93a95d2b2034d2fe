import type { VariableAlias } from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerRecord } from '../layer-record.ts'
import type { PlainValue, VariableValue } from '../parts/variable-data.ts'
import type { Tree } from '../tree.ts'

export type VariableRecord = LayerRecord & Required<Pick<LayerRecord, 'variable'>>
export type CollectionRecord = LayerRecord & Required<Pick<LayerRecord, 'collection'>>

export function findVariable(tree: Tree, id: string): VariableRecord | undefined {
  const record = tree.find(id)
  return record?.variable && (record as VariableRecord)
}

export function findCollection(tree: Tree, id: string): CollectionRecord | undefined {
  const record = tree.find(id)
  return record?.collection && (record as CollectionRecord)
}

/**
 * What a variable says for a layer or a page: in the mode that is set there or nearest above it, through all aliases.
 * Without a layer, in the default modes. Undefined where it ends at a variable that is gone.
 */
export function valueFor(tree: Tree, variableId: string, layerId: string | undefined): PlainValue | undefined {
  const seen = new Set<string>()
  let id = variableId
  for (;;) {
    const record = findVariable(tree, id)
    if (!record || seen.has(id)) return undefined
    seen.add(id)
    const value = record.variable.valuesByMode[modeFor(tree, record.variable.collectionId, layerId)]
    if (value === undefined || !isAlias(value)) return value
    id = value.id
  }
}

/** T:6766: layers take the mode of what they lie in, and the first mode counts where none is set. */
export function modeFor(tree: Tree, collectionId: string, layerId: string | undefined): string {
  const { modes } = findCollection(tree, collectionId)!.collection
  const above = layerId === undefined ? [] : tree.chain(layerId)
  for (const { variableModes } of above) {
    const modeId = variableModes[collectionId]
    if (modes.some((mode) => mode.modeId === modeId)) return modeId!
  }
  return modes[0]!.modeId
}

export const isAlias = (value: unknown): value is VariableAlias =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'VARIABLE_ALIAS'

/** Whether a value leads to a variable, itself or through others. */
export function leadsTo(tree: Tree, value: VariableValue, variableId: string): boolean {
  if (!isAlias(value)) return false
  if (value.id === variableId) return true
  const values = Object.values(findVariable(tree, value.id)?.variable.valuesByMode ?? {})
  return values.some((next) => leadsTo(tree, next, variableId))
}
