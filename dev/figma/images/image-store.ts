import { type PixelSize, sizeOfImage } from './image-file.ts'
import { sha1 } from './sha1.ts'

export interface StoredImage extends PixelSize {
  hash: string
  /** Never to be written to. */
  bytes: Uint8Array
}

/** The images of a document, apart from its layers and known by a hash of their bytes. */
export class ImageStore {
  readonly #images = new Map<string, StoredImage>()

  /**
   * Throws Figma's texts for bytes that are not an image it takes. The same bytes have the same hash; each time that they
   * are given they are stored anew, so that who holds the older image can see that it is no longer theirs.
   */
  add(bytes: Uint8Array): StoredImage {
    const size = sizeOfImage(bytes)
    const hash = sha1(bytes)
    const image = { hash, bytes: this.#images.get(hash)?.bytes ?? bytes.slice(), ...size }
    this.#images.set(hash, image)
    return image
  }

  get(hash: string): StoredImage | undefined {
    return this.#images.get(hash)
  }

  discard(hash: string): void {
    this.#images.delete(hash)
  }

  /** Field notes (facts §3a): Figma discards an image that no layer uses. */
  keepOnly(used: ReadonlySet<string>): void {
    for (const hash of this.#images.keys()) if (!used.has(hash)) this.#images.delete(hash)
  }
}
