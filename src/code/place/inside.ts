import { AppError } from '../../shared/errors.ts'
import { noneInsideText } from '../../shared/texts/layers.ts'
import { takesRectangle } from '../layers.ts'
import { absoluteIn } from './absolute.ts'
import { coverInside, createCover } from './cover.ts'
import { type NewResult, placeInStack } from './in-stack.ts'
import { layOver } from './lay-over.ts'

/**
 * Puts the picture on a rectangle that covers the frame or group from inside, so that it moves and exports with it.
 * Throws `layer` if nothing can be laid into it; then nothing changed.
 */
export async function placeInside(layer: SceneNode, result: NewResult): Promise<SceneNode> {
  const isParent = layer.type === 'FRAME' || layer.type === 'COMPONENT' || layer.type === 'GROUP'
  if (!isParent || !takesRectangle(layer)) {
    throw new AppError('layer', noneInsideText(layer.name))
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
  // Figma: a group fits what lies in it, and has no space of its own. So it is covered as it is before it is joined.
  if (layer.type === 'GROUP') layOver(layer, cover)
  layer.appendChild(cover)
  cover.visible = true
  if (layer.type === 'GROUP') return
  absoluteIn(layer, cover)
  cover.x = 0
  cover.y = 0
  cover.resize(layer.width, layer.height)
  cover.constraints = { horizontal: 'STRETCH', vertical: 'STRETCH' }
}
