import { type Bytes, type Picture, type PictureType, typeOf } from '../../shared/picture.ts'

/**
 * The picture as a file to upload. A request takes it from another process, which the page waits for each time that a file is
 * made: made before, it need not be waited for.
 */
export function uploadOf(picture: Picture): Blob {
  const upload = uploads.get(picture) ?? new Blob([picture.bytes], { type: picture.type })
  uploads.set(picture, upload)
  return upload
}

const uploads = new WeakMap<Picture, Blob>()

/** A name that ends as the type demands, whatever it ended in; what is of no known type is `.bin`. */
export const namedFor = (type: string, name: string) =>
  `${name.replace(PICTURE_ENDING, '')}.${ENDINGS.get(type) ?? 'bin'}`

/** Bytes or a file as one kind of thing. A blob crosses to a worker without being copied or emptied. */
export const blobOf = (file: Blob | Bytes): Blob => (file instanceof Blob ? file : new Blob([file]))

/** What a provider sent, as a file of the type that its first bytes show, or of none. */
export const fileOfAnswer = (bytes: Bytes): Blob => new Blob([bytes], { type: typeOf(bytes) ?? '' })

const ENDINGS = new Map<string, string>([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
] satisfies [PictureType, string][])
const PICTURE_ENDING = /\.(png|jpe?g|gif|webp|avif)$/i
