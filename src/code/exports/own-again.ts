import { readablePaints } from '../layers.ts'
import { writePaints } from '../write-paints.ts'
import { type Swaps, withOwn } from './stand-in.ts'

/** Shows the layer's own images in place of those that stood in for them. Answers whether it showed any of these. */
export async function showOwnAgain(layer: SceneNode, swaps: Swaps): Promise<boolean> {
  const paints = layer.removed ? undefined : readablePaints(layer)
  const after = paints && withOwn(paints, swaps)
  if (after) await writePaints(layer as SceneNode & MinimalFillsMixin, after)
  return after !== undefined
}
