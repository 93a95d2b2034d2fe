import { hideBelow, holdersOf, stackOn, takeOff } from '../holders.ts'
import { shownResults } from '../stack/results.ts'
import { type NewResult, placeInStack } from './in-stack.ts'

/** Puts a picture into the layer's own stack so that it is seen: a look that covers the layer is taken off. */
export async function placeSeen(layer: SceneNode, result: NewResult): Promise<SceneNode> {
  const holders = holdersOf(layer)
  const isCover = holders.cover?.id === layer.id
  const looks = isCover ? shownResults(stackOn(layer)) : []
  if (!isCover) await takeOff(holders)
  await placeInStack(layer, result)
  if (isCover) await hideBelow(holders, result.hash, looks)
  return layer
}
