import type { Bytes, Picture, PictureType } from '../../shared/picture.ts'

/** The picture as a file to upload: its name ends as its true type demands, whatever `name` ended in. */
export function fileOf({ bytes, type }: Picture, name: string): File {
  return new File([bytes], `${name.replace(PICTURE_ENDING, '')}.${ENDINGS[type]}`, { type })
}

/** Bytes or a file as one kind of thing. A blob crosses to a worker without being copied or emptied. */
export const blobOf = (file: Blob | Bytes): Blob => (file instanceof Blob ? file : new Blob([file]))

const ENDINGS: Record<PictureType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}
const PICTURE_ENDING = /\.(png|jpe?g|gif|webp|avif)$/i
