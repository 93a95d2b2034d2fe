import { AppError } from '../shared/errors.ts'
import { RESULT_REFUSED } from '../shared/texts/images.ts'

/**
 * The hash of a new image. Throws `image` where Figma does not take it, with that sentence. Made and used in one stretch:
 * Figma discards an image that no layer uses.
 */
export function hashFor(bytes: Uint8Array, refused = RESULT_REFUSED): string {
  try {
    return figma.createImage(bytes).hash
  } catch (thrown) {
    throw new AppError('image', refused, thrown)
  }
}
