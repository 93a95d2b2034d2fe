import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { applied, boxOf, combined, IDENTITY } from '../../figma/document/geometry.ts'
import type { SceneLayer } from '../../figma/editor.ts'
import { inDrawOrder } from '../../figma/painting/shown.ts'
import type { Box, Point } from './viewport.ts'

/** A visible layer where it lies in the document. */
export interface PlacedLayer {
  layer: SceneLayer
  /** Layer space → document. */
  transform: F.Transform
  /** In document px, clockwise from the layer's own top left. */
  corners: Point[]
  box: Box
  parent: PlacedLayer | undefined
}

/** The visible layers and what lies in them, lowest first. */
export function placedIn(
  layers: readonly SceneLayer[],
  parent?: PlacedLayer,
  space: F.Transform = IDENTITY,
): PlacedLayer[] {
  return layers
    .filter(({ visible }) => visible)
    .flatMap((layer) => {
      const transform = combined(space, layer.transform)
      const placed = { layer, transform, corners: cornersOf(layer, transform), box: boxOf(transform, layer), parent }
      return [placed, ...placedIn(inDrawOrder(layer), placed, transform)]
    })
}

function cornersOf({ width, height }: SceneLayer, transform: F.Transform): Point[] {
  const own = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
  return own.map((corner) => applied(transform, corner))
}
