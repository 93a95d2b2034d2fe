import { AppError } from '../../shared/errors.ts'
import type { PlaceImage } from '../../shared/protocol.ts'
import { remember } from '../history.ts'
import { asFillLayer, paintsOf } from '../layers.ts'
import { isSeeThrough } from '../looks.ts'
import { withNothing } from '../stack.ts'
import { writePaints } from '../write-paints.ts'
import { absoluteIn } from './absolute.ts'
import { coverOf, createCover } from './cover.ts'
import { placeInStack } from './stack.ts'

/** Puts the picture on a rectangle directly above the layer, of its size and turned as it is, inside the same parent. */
export async function placeAbove(layer: SceneNode & LayoutMixin, hash: string, input: PlaceImage): Promise<SceneNode> {
  const cover = coverOf(layer) ?? layAbove(layer)
  if ('blendMode' in layer) cover.blendMode = layer.blendMode
  await placeInStack(cover, hash, 1, input)
  if (isSeeThrough(layer)) await hidePaints(layer, hash, input)
  return cover
}

function layAbove(layer: SceneNode & LayoutMixin): RectangleNode {
  const { parent } = layer
  if (!parent) throw new AppError('layer', 'That layer is no longer in the file.')
  const cover = createCover(layer, 'above')
  parent.insertChild(parent.children.findIndex(({ id }) => id === layer.id) + 1, cover)
  absoluteIn(parent, cover)
  cover.resize(layer.width, layer.height)
  cover.relativeTransform = layer.relativeTransform
  return cover
}

/** The picture shows the layer as faded as it is; the layer itself would show through it once more. */
async function hidePaints(layer: SceneNode, hash: string, { made }: PlaceImage): Promise<void> {
  const { paints, hid } = withNothing(paintsOf(layer))
  if (hid.length === 0) return
  const written = writePaints(asFillLayer(layer), paints)
  remember(layer, hash, { ...made, from: 'appearance', hid })
  await written
}
