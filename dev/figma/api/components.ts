import * as z from 'zod'
import { combine } from '../document/instances/combine.ts'
import { type ComponentRecord, isComponent } from '../document/instances/component-of.ts'
import { componentFrom, freshComponent } from '../document/instances/make-component.ts'
import { FigmaError } from '../errors.ts'
import { soon } from '../later.ts'
import { validated } from '../values/validated.ts'
import { LayerFace } from './nodes/layer-face.ts'
import { ID, NodeFace } from './nodes/node-face.ts'
import type { Session } from './session.ts'

/** The parts of `figma` that make components and sets, or bring them from a library. All return an id. */
export function createComponent({ document }: Session): string {
  const fills = document.storedPaints([{ type: 'SOLID', color: { r: 1, g: 1, b: 1 } }])
  const own = { type: 'COMPONENT' as const, name: 'Component', width: SIDE, height: SIDE, clipsContent: true, fills }
  const { id } = document.tree.create(document.pageId, own)
  document.tree.change(id, { component: freshComponent(id) })
  return id
}

export function createComponentFromNode({ document }: Session, node: unknown): string {
  if (!(node instanceof LayerFace)) throw new FigmaError('Cannot create component from node')
  return componentFrom(document.tree, node[ID])
}

export function combineAsVariants({ document }: Session, nodes: unknown, parent: unknown, index: unknown): string {
  const layers = validated(z.array(z.instanceof(NodeFace)), nodes, 'nodes')
  if (!(parent instanceof NodeFace) || !('appendChild' in parent)) {
    throw new FigmaError('Cannot move node. New parent is of a type that cannot have children')
  }
  const at = validated(z.int().min(0).optional(), index, 'index')
  const ids = layers.map((layer) => layer[ID])
  return combine(document.tree, ids, parent[ID], at)
}

/** T:1617: only what is published, which here is what lies in a library. */
export async function importByKey(
  { document }: Session,
  key: unknown,
  type: 'COMPONENT' | 'COMPONENT_SET',
): Promise<string> {
  const wanted = validated(z.string(), key, 'key')
  await soon()
  const isWanted = (record: ComponentRecord) =>
    record.type === type && record.component.remote && record.component.key === wanted
  for (const record of document.tree.all()) if (isComponent(record) && isWanted(record)) return record.id
  const what = type === 'COMPONENT' ? 'component' : 'component set'
  throw new FigmaError(`Could not find a published ${what} with the key "${wanted}"`)
}

/** px; T:1094. */
const SIDE = 100
