import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { boxOf, combined, intersection } from '../document/geometry.ts'
import { hashesOf } from '../document/image-hashes.ts'
import { hashesIn } from '../document/to-scene.ts'
import type { SceneLayer } from '../scene.ts'

/** Whether a layer may draw within `area`, in the space that `transform` takes it to. Where that is not plain, it may. */
export function mayBeInSight(layer: SceneLayer, transform: F.Transform, area: F.Rect): boolean {
  const keepsToItsBox = layer.clipsContent || layer.type === 'RECTANGLE' || layer.type === 'ELLIPSE'
  if (!keepsToItsBox || layer.strokes.length > 0 || layer.effects.length > 0) return true
  return intersection(boxOf(transform, layer), area) !== null
}

/** The images that layers may show within `area`; of those elsewhere none has to be decoded. */
export function imagesInSight(layers: readonly SceneLayer[], space: F.Transform, area: F.Rect): Set<string> {
  const found = new Set<string>()
  collect(layers, space, area, found)
  return found
}

function collect(layers: readonly SceneLayer[], space: F.Transform, area: F.Rect, found: Set<string>) {
  for (const layer of layers) {
    const transform = combined(space, layer.transform)
    if (!layer.visible || !mayBeInSight(layer, transform, area)) continue
    for (const hash of hashesOf(layer)) found.add(hash)
    if (layer.patterns) for (const hash of hashesIn([...layer.patterns.values()])) found.add(hash)
    collect(layer.children, transform, area, found)
  }
}
