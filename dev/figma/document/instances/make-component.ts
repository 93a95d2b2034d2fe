import { FigmaError } from '../../errors.ts'
import type { LayerRecord } from '../layer-record.ts'
import { moveInPlace } from '../move-in-place.ts'
import { keyFor } from '../new-key.ts'
import type { ComponentData } from '../parts/component-data.ts'
import type { Tree } from '../tree.ts'
import { isInside } from './inside.ts'
import { assertWritable } from './internal.ts'

/** What a new component has beside being a frame: nothing but a key of its own. */
export const freshComponent = (id: string, data: Partial<ComponentData> = {}): ComponentData => ({
  description: '',
  links: [],
  definitions: {},
  ...data,
  key: keyFor(`component ${id}`),
  remote: false,
})

/**
 * Makes a component of a layer, in its place (T:1106). A frame or a group becomes the component itself, under a new id, so
 * that the old reference is stale (field), and without plugin data, which nothing promises; anything else comes to lie in it
 * (both believed). Returns its id.
 */
export function componentFrom(tree: Tree, id: string): string {
  const layer = tree.get(id)
  assertWritable(tree, id)
  if (!mayBecome(tree, layer)) throw new FigmaError('Cannot create component from node')
  const index = tree.get(layer.parentId!).childIds.indexOf(id)
  const becomes = layer.type === 'FRAME' || layer.type === 'GROUP'
  const { id: componentId } = tree.create(layer.parentId!, becomes ? asComponent(layer) : around(layer))
  tree.change(componentId, { component: freshComponent(componentId) })
  tree.move(componentId, layer.parentId!, index)
  for (const [at, childId] of (becomes ? layer.childIds : [id]).entries()) moveInPlace(tree, childId, componentId, at)
  if (becomes) tree.remove(id)
  return componentId
}

function mayBecome(tree: Tree, { id, type }: LayerRecord): boolean {
  if (isInside(id) || NEVER.has(type)) return false
  const others = [...tree.chain(id), ...tree.inside(id)].filter((record) => record.id !== id)
  if ([...tree.chain(id)].some((record) => record.id !== id && record.type === 'BOOLEAN_OPERATION')) return false
  return others.every((record) => !COMPONENTS.has(record.type))
}

function asComponent(layer: LayerRecord): Omit<LayerRecord, 'id' | 'parentId' | 'childIds'> {
  const { id: _id, parentId: _parent, childIds: _children, ...record } = layer
  return { ...record, type: 'COMPONENT', pluginData: {}, clipsContent: layer.type === 'FRAME' && layer.clipsContent }
}

const around = ({ name, transform, width, height, constraints, layoutChild }: LayerRecord) => ({
  ...{ type: 'COMPONENT' as const, name, transform, width, height, constraints, layoutChild },
})

const COMPONENTS: ReadonlySet<string> = new Set(['COMPONENT', 'COMPONENT_SET'])
const NEVER: ReadonlySet<string> = new Set([...COMPONENTS, 'SLICE', 'SECTION'])
