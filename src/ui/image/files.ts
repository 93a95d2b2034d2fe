import { type Bytes, type Picture, type PictureType, typeOf } from '../../shared/picture.ts'

/** The picture as a file to upload: its name ends as its true type demands, whatever `name` ended in. */
export function fileOf(picture: Picture, name: string): File {
  const { type } = picture
  return new File([bytesOf(picture)], namedFor(type, name), { type })
}

/** The bytes where a request takes them from, which is another process: brought there before, they need not be waited for. */
export function bytesOf(picture: Picture): Blob {
  const blob = blobs.get(picture) ?? new Blob([picture.bytes])
  blobs.set(picture, blob)
  return blob
}

const blobs = new WeakMap<Picture, Blob>()

/** A name that ends as the type demands; what is of no known type is `.bin`. */
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
