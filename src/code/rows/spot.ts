import type { Spot } from '../../shared/protocol.ts'

/** Where the layer is on its page. */
export function spotOf(layer: SceneNode, page: string): Spot {
  const { x, y, width, height } = layer.absoluteBoundingBox ?? { x: 0, y: 0, width: layer.width, height: layer.height }
  return { page, x, y, width, height }
}
