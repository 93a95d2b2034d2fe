import type { Size } from '../../shared/picture.ts'
import type { PlaceImage } from '../../shared/protocol.ts'
import type { Fit } from '../stack/insert.ts'

/** How a picture's pixels compare with those of the image that it was made from, which takes time to find out. */
export async function fitOf({ source, picture }: Pick<PlaceImage, 'source' | 'picture'>): Promise<Fit> {
  if (source.kind !== 'image') return { shrink: 1, alike: true }
  const size = await figma
    .getImageByHash(source.hash)
    ?.getSizeAsync()
    .catch(() => undefined)
  if (!size) return { shrink: 1, alike: true }
  // Of a narrow strip one whole px is more than the tolerance.
  const isRounded = (edge: number, exact: number) => Math.abs(exact - edge) <= Math.max(1, edge * SHAPE_TOLERANCE)
  const alike =
    isRounded(picture.height, (picture.width * size.height) / size.width) ||
    isRounded(picture.width, (picture.height * size.width) / size.height)
  return { shrink: size.width / picture.width, alike }
}

/** Whether a layer still has the ratio that it had when its look was read. */
export const isOfShape = ({ width, height }: Size, ratio: number) =>
  Math.abs(width / height / ratio - 1) <= SHAPE_TOLERANCE

const SHAPE_TOLERANCE = 0.01
