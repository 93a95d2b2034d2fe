import { AppError } from '../../shared/errors.ts'
import { noneAboveText } from '../../shared/texts/layers.ts'
import { hideBelow, holdersOf, stackOn } from '../holders.ts'
import { indexIn, parentOf, takesRectangle } from '../layers.ts'
import { shownResults } from '../stack/results.ts'
import { createCover } from './cover.ts'
import { type NewResult, placeInStack } from './in-stack.ts'
import { layOver } from './lay-over.ts'

/**
 * Puts the picture on a rectangle directly above the layer, of its size and turned as it is, inside the same parent.
 * Throws `layer` if the parent takes none; then nothing changed.
 */
export async function placeAbove(layer: SceneNode, result: NewResult): Promise<SceneNode> {
  const there = holdersOf(layer).cover
  const cover = there ?? createCover(layer, 'above')
  try {
    if (!there) layAbove(layer, cover)
    const looks = shownResults(stackOn(cover))
    cover.visible = true
    if ('blendMode' in layer) cover.blendMode = layer.blendMode
    await placeInStack(cover, result)
    await hideBelow({ layer, cover, above: true }, result.hash, looks)
    return cover
  } catch (thrown) {
    if (!there) cover.remove()
    throw thrown
  }
}

function layAbove(layer: SceneNode, cover: RectangleNode): void {
  const parent = parentOf(layer)
  if (!parent || !takesRectangle(parent)) {
    throw new AppError('layer', noneAboveText(layer.name))
  }
  parent.insertChild(indexIn(parent.children, layer) + 1, cover)
  layOver(layer, cover)
  // In auto layout Figma moves the layer itself, whatever its constraints.
  if ('constraints' in layer && 'layoutMode' in parent && parent.layoutMode === 'NONE') {
    cover.constraints = layer.constraints
  }
}
