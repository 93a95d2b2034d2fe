import type { LayerRecord } from '../layer-record.ts'
import { newRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'
import { copyContent } from './copy-content.ts'
import { LOOK } from './fields.ts'
import { nameFor } from './follow.ts'

/** An instance of a component on top of what its parent holds. Returns its id. */
export function makeInstance(tree: Tree, mainId: string, parentId: string, own: Partial<LayerRecord> = {}): string {
  const { id } = tree.create(parentId, { type: 'INSTANCE', ...lookOf(tree, mainId), ...own })
  bindInstance(tree, id, mainId)
  return id
}

/** Makes a record of type INSTANCE follow its component, and gives it its content. */
export function bindInstance(tree: Tree, id: string, mainId: string, overridden: readonly string[] = []): void {
  const instance = { mainId, properties: {}, scaleFactor: 1, isExposed: false }
  tree.change(id, { instance, mirror: { of: mainId, overridden } })
  copyContent(tree, id, new Set())
}

/** What a new instance takes from its component. */
export function lookOf(tree: Tree, mainId: string): Pick<LayerRecord, 'name'> & Partial<LayerRecord> {
  const main = tree.get(mainId)
  const plain = newRecord({ id: mainId, type: 'INSTANCE', name: main.name })
  const entries = [...LOOK, 'width' as const, 'height' as const].map(
    (field) => [field, main[field] ?? plain[field]] as const,
  )
  const look = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  return { ...look, name: nameFor(tree, main) }
}
