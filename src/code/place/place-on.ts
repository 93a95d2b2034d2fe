import { placeAbove } from './above.ts'
import type { NewResult } from './in-stack.ts'
import { placeInside } from './inside.ts'
import { placeSeen } from './seen.ts'

/** Puts a picture where its source says, and answers the layer that holds it. Throws `layer` where that takes none. */
export async function placeOn(layer: SceneNode, result: NewResult): Promise<SceneNode> {
  const { source } = result
  if (source.kind === 'appearance' && source.place === 'inside') return placeInside(layer, result)
  if (source.kind === 'appearance' && source.place === 'above') return placeAbove(layer, result)
  return placeSeen(layer, result)
}
