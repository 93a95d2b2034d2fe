import type { SceneLayer } from '../scene.ts'
import type { LayerType } from '../world.ts'
import { combined, IDENTITY, inverse } from './geometry.ts'
import { hashesOf } from './image-hashes.ts'
import type { LayerRecord } from './layer-record.ts'
import { hasNoSpace } from './spaces.ts'
import type { Tree } from './tree.ts'

/** A layer and what lies in it, for the painter; `alone` without what lies in it. */
export function toScene(tree: Tree, id: string, { alone = false } = {}): SceneLayer {
  return sceneOf(tree, id, alone, new Set())
}

/** `repeated` are the layers whose copies this is drawn into: a pattern cannot show itself. */
function sceneOf(tree: Tree, id: string, alone: boolean, repeated: ReadonlySet<string>): SceneLayer {
  const { type, childIds, parentId: _parent, pluginData: _data, ...drawn } = tree.get(id)
  const toOwn = hasNoSpace(type) ? (inverse(drawn.transform) ?? IDENTITY) : IDENTITY
  const children = (alone ? [] : childIds).map((childId) => {
    const child = sceneOf(tree, childId, false, repeated)
    return { ...child, transform: combined(toOwn, child.transform) }
  })
  const patterns = patternsOf(tree, tree.get(id), repeated)
  return { ...drawn, type: type as LayerType, children, ...(patterns.size > 0 && { patterns }) }
}

function patternsOf(tree: Tree, record: LayerRecord, repeated: ReadonlySet<string>): Map<string, SceneLayer> {
  const found = new Map<string, SceneLayer>()
  const paints = [...record.fills, ...record.strokes, ...(record.text?.runs.flatMap(({ fills = [] }) => fills) ?? [])]
  for (const paint of paints) {
    if (paint.type !== 'PATTERN' || repeated.has(paint.sourceNodeId) || !tree.find(paint.sourceNodeId)) continue
    const source = sceneOf(tree, paint.sourceNodeId, false, new Set([...repeated, paint.sourceNodeId]))
    found.set(paint.sourceNodeId, source)
  }
  return found
}

/** The hashes of the images that these layers name, also through patterns. */
export const hashesIn = (layers: readonly SceneLayer[]): Set<string> =>
  new Set(
    layers.flatMap((layer) => [
      ...hashesOf(layer),
      ...hashesIn(layer.children),
      ...hashesIn([...(layer.patterns?.values() ?? [])]),
    ]),
  )
