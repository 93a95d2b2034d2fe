import type { PlaceImage } from '../../shared/protocol.ts'
import { absoluteIn } from './absolute.ts'
import { coverOf, createCover } from './cover.ts'
import { placeInStack } from './stack.ts'

/** Puts the picture on a rectangle that covers the frame from inside, so that it moves and exports with it. */
export async function placeInside(frame: FrameNode, hash: string, input: PlaceImage): Promise<SceneNode> {
  const cover = coverOf(frame) ?? createCover(frame, 'inside')
  frame.appendChild(cover)
  absoluteIn(frame, cover)
  cover.x = 0
  cover.y = 0
  cover.resize(frame.width, frame.height)
  cover.constraints = { horizontal: 'STRETCH', vertical: 'STRETCH' }
  await placeInStack(cover, hash, 1, input)
  return cover
}
