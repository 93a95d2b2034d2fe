import { type Bytes, type Picture, type PictureType, typeOf } from '../../shared/picture.ts'

/** The picture as a file to upload: its name ends as its true type demands, whatever `name` ended in. */
export function fileOf({ bytes, type }: Picture, name: string): File {
  return new File([bytes], namedFor(type, name), { type })
}

/** A name that ends as the type demands; what is of no known type is `.bin`. */
export const namedFor = (type: string, name: string) =>
  `${name.replace(PICTURE_ENDING, '')}.${ENDINGS.get(type) ?? 'bin'}`

/** Bytes or a file as one kind of thing. A blob crosses to a worker without being copied or emptied. */
export const blobOf = (file: Blob | Bytes): Blob => (file instanceof Blob ? file : new Blob([file]))

/** The same file with the type that its first bytes show, or with none. */
export async function sniffed(file: Blob): Promise<Blob> {
  const start = new Uint8Array(await file.slice(0, LONGEST_MARK).arrayBuffer())
  return file.slice(0, file.size, typeOf(start) ?? '')
}

const ENDINGS = new Map<string, string>([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/webp', 'webp'],
  ['image/avif', 'avif'],
] satisfies [PictureType, string][])
const PICTURE_ENDING = /\.(png|jpe?g|gif|webp|avif)$/i
/** bytes: an AVIF names itself in the first twelve. */
const LONGEST_MARK = 12
