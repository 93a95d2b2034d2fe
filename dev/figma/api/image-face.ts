import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { FigmaError } from '../errors.ts'
import type { ImageStore, StoredImage } from '../images/image-store.ts'
import { soon } from '../later.ts'
import { KIND, Remote } from '../sandbox/remote.ts'

/** An image of the file. The handle outlives the image: once no layer uses it, Figma may have discarded it. */
export class ImageFace extends Remote implements F.Image {
  readonly #images: ImageStore
  readonly #hash: string

  constructor(images: ImageStore, hash: string) {
    super()
    this.#images = images
    this.#hash = hash
  }

  get [KIND]() {
    return 'Image'
  }

  get hash(): string {
    return this.#hash
  }

  /** The bytes as they were given. */
  async getBytesAsync(): Promise<Uint8Array> {
    await soon()
    return this.#stored().bytes.slice()
  }

  async getSizeAsync(): Promise<{ width: number; height: number }> {
    await soon()
    const { width, height } = this.#stored()
    return { width, height }
  }

  #stored(): StoredImage {
    const image = this.#images.get(this.#hash)
    if (!image) throw new FigmaError('The image is no longer in the file')
    return image
  }
}
