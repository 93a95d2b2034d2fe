import { AppError } from '../../shared/errors.ts'
import type { Bytes } from '../../shared/picture.ts'
import type { Placed, PlaceImage } from '../../shared/protocol.ts'
import { layerById } from '../layers.ts'
import { placeAbove } from '../place/above.ts'
import { placeInside } from '../place/inside.ts'
import { placeInStack } from '../place/stack.ts'
import { asUndoStep } from '../place/undo-step.ts'

/**
 * Puts a finished picture where its source is, as one undo step. The layer is found again by id, whatever is selected
 * now. Throws `layer` if it is gone or has changed, `image` if Figma does not take the picture; then nothing changed.
 */
export async function placeImage(input: PlaceImage): Promise<Placed> {
  return asUndoStep(
    async () => {
      const shrink = await shrinkOf(input)
      const layer = await layerById(input.id)
      assertSameShape(layer, input)
      return { layer, shrink }
    },
    async ({ layer, shrink }) => {
      const hash = hashFor(input.picture.bytes)
      const holder = await place(layer, hash, shrink, input)
      return { id: holder.id, hash }
    },
  )
}

async function place(layer: SceneNode, hash: string, shrink: number, input: PlaceImage): Promise<SceneNode> {
  const { source } = input
  if (source.kind === 'appearance' && source.place === 'inside' && layer.type === 'FRAME') {
    return placeInside(layer, hash, input)
  }
  if (source.kind === 'appearance' && source.place === 'above' && 'layoutAlign' in layer) {
    return placeAbove(layer, hash, input)
  }
  await placeInStack(layer, hash, shrink, input)
  return layer
}

/** A render no longer fits a layer whose ratio has changed by more than 1 % (product, “The right layer”). */
function assertSameShape({ name, width, height }: SceneNode, { source, ratio }: PlaceImage): void {
  if (source.kind !== 'appearance') return
  if (Math.abs(width / height / ratio - 1) <= SHAPE_TOLERANCE) return
  throw new AppError('layer', `“${name}” has another shape now, so nothing was changed.`)
}

async function shrinkOf({ source, picture }: PlaceImage): Promise<number> {
  if (source.kind !== 'image') return 1
  const size = await figma.getImageByHash(source.hash)?.getSizeAsync()
  return size ? size.width / picture.width : 1
}

/** Made and used in one stretch: Figma discards an image that no layer uses. */
function hashFor(bytes: Bytes): string {
  try {
    return figma.createImage(bytes).hash
  } catch (thrown) {
    throw new AppError('image', 'Figma did not accept the picture that came back.', thrown)
  }
}

const SHAPE_TOLERANCE = 0.01
