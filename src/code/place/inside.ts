import { AppError } from '../../shared/errors.ts'
import { takesRectangle } from '../layers.ts'
import { absoluteIn } from './absolute.ts'
import { coverInside, createCover } from './cover.ts'
import { placeInStack, type Result } from './in-stack.ts'

/**
 * Puts the picture on a rectangle that covers the frame or group from inside, so that it moves and exports with it.
 * Throws `layer` if nothing can be laid into it; then nothing changed.
 */
export async function placeInside(layer: SceneNode, result: Result): Promise<SceneNode> {
  const isParent = layer.type === 'FRAME' || layer.type === 'COMPONENT' || layer.type === 'GROUP'
  if (!isParent || !takesRectangle(layer)) {
    throw new AppError('layer', `Nothing can be laid into “${layer.name}”.`)
  }
  const there = coverInside(layer)
  const cover = there ?? createCover(layer, 'inside')
  try {
    layInside(layer, cover)
    await placeInStack(cover, result)
    return cover
  } catch (thrown) {
    if (!there) cover.remove()
    throw thrown
  }
}

function layInside(layer: FrameNode | ComponentNode | GroupNode, cover: RectangleNode): void {
  layer.appendChild(cover)
  cover.visible = true
  if (layer.type === 'GROUP') {
    // Figma: a group has no space of its own; what lies in it is placed as the group itself is.
    cover.resize(layer.width, layer.height)
    cover.relativeTransform = layer.relativeTransform
    return
  }
  absoluteIn(layer, cover)
  cover.x = 0
  cover.y = 0
  cover.resize(layer.width, layer.height)
  cover.constraints = { horizontal: 'STRETCH', vertical: 'STRETCH' }
}
