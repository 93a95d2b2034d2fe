import { FILLED } from '../layers.ts'
import type { Pace } from '../rows/pace.ts'

/** The layers that can hold images among these and in them, at any depth. */
export async function layersIn(roots: readonly SceneNode[], pace: Pace): Promise<SceneNode[]> {
  const found: SceneNode[] = []
  for (const root of roots) {
    await pace()
    if (root.removed) continue
    if (PAINTED.includes(root.type)) found.push(root)
    if (!('children' in root)) continue
    // Figma: many times faster than going from children to children. Root by root, as it does not pause.
    for (const layer of root.findAllWithCriteria({ types: PAINTED }) as SceneNode[]) found.push(layer)
  }
  return found
}

/** A line has strokes. */
const PAINTED: NodeType[] = [...FILLED, 'LINE']
