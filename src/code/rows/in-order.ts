import type { Pace } from './pace.ts'

/** The layers from top left to bottom right. Figma: the selection itself has no order. */
export async function inOrder(layers: readonly SceneNode[], pace: Pace): Promise<SceneNode[]> {
  const places: { layer: SceneNode; x: number; y: number }[] = []
  for (const layer of layers) {
    await pace()
    if (layer.removed) continue
    const { x, y } = layer.absoluteBoundingBox ?? { x: 0, y: 0 }
    places.push({ layer, x, y })
  }
  return places.sort((a, b) => a.y - b.y || a.x - b.x).map(({ layer }) => layer)
}
