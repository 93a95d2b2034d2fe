import { isVariant } from './instances/component-of.ts'
import { copyInstance } from './instances/copy-instance.ts'
import { freshComponent } from './instances/make-component.ts'
import { lookOf, makeInstance } from './instances/make-instance.ts'
import type { Tree } from './tree.ts'

/**
 * Copies a layer with all that is in it and its plugin data. Returns the id of the copy, which lies on top. The copy of a
 * component is a new one without instances, components deeper inside become instances of themselves (T:10822), and
 * what is copied out of an instance follows nothing.
 */
export function copyLayer(tree: Tree, id: string, parentId: string): string {
  return copied(tree, id, parentId, { isNew: true })
}

function copied(tree: Tree, id: string, parentId: string, { isNew }: { isNew: boolean }): string {
  const layer = tree.get(id)
  if (layer.type === 'INSTANCE') return copyInstance(tree, id, parentId)
  if (layer.type === 'COMPONENT' && !isNew) {
    return makeInstance(tree, id, parentId, { ...lookOf(tree, id), transform: layer.transform, visible: layer.visible })
  }
  const { id: _id, parentId: _parent, childIds: _children, mirror, ...record } = layer
  const copy = tree.create(parentId, mirror ? { ...record, propertyReferences: {} } : record)
  if (layer.component) tree.change(copy.id, { component: freshComponent(copy.id, layer.component) })
  const isSet = layer.type === 'COMPONENT_SET'
  for (const childId of layer.childIds) copied(tree, childId, copy.id, { isNew: isSet })
  if (layer.type === 'COMPONENT' && isVariant(tree, layer) && !isVariant(tree, copy)) forgetLinks(tree, copy.id)
  return copy.id
}

/** Field: the copy of a variant has lost the properties, which were the set's. */
function forgetLinks(tree: Tree, id: string): void {
  for (const { id: innerId, propertyReferences } of [...tree.inside(id)]) {
    if (propertyReferences) tree.change(innerId, { propertyReferences: {} })
  }
}
