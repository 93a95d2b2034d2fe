import type { PlaceImage } from '../../shared/protocol.ts'
import { absoluteIn } from './absolute.ts'
import { placeInStack } from './stack.ts'

/** Puts the picture on a rectangle that covers the frame from inside, so that it moves and exports with it. */
export async function placeInside(frame: FrameNode, hash: string, input: PlaceImage): Promise<SceneNode> {
  const cover = coverOf(frame) ?? createCover(frame)
  frame.appendChild(cover)
  absoluteIn(frame, cover)
  cover.x = 0
  cover.y = 0
  cover.resize(frame.width, frame.height)
  cover.constraints = { horizontal: 'STRETCH', vertical: 'STRETCH' }
  await placeInStack(cover, hash, 1, input)
  return cover
}

/** The rectangle that Refill made to hold the results of a frame. */
export function coverOf(layer: SceneNode): RectangleNode | undefined {
  if (layer.type !== 'FRAME') return undefined
  return layer.children.find((child): child is RectangleNode => child.type === 'RECTANGLE' && covers(child, layer))
}

const covers = (child: RectangleNode, frame: FrameNode) => child.getPluginData(COVER_KEY) === frame.id

function createCover(frame: FrameNode): RectangleNode {
  const cover = figma.createRectangle()
  cover.name = `${frame.name} – edited`
  cover.fills = []
  cover.setPluginData(COVER_KEY, frame.id)
  return cover
}

const COVER_KEY = 'covers'
