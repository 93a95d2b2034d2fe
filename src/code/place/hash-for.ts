import { AppError } from '../../shared/errors.ts'
import type { Bytes } from '../../shared/picture.ts'
import { RESULT_REFUSED } from '../../shared/texts/images.ts'

/**
 * The hash of a new image. Throws `image` where Figma does not take it. Made and used in one stretch: Figma discards an
 * image that no layer uses.
 */
export function hashFor(bytes: Bytes): string {
  try {
    return figma.createImage(bytes).hash
  } catch (thrown) {
    throw new AppError('image', RESULT_REFUSED, thrown)
  }
}
