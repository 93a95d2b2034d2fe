import { encodeBitmap } from './encode.ts'
import { notAPicture, type PictureType, pictureTypeOf } from './picture-type.ts'

/** A file as Figma can hold it, and what had to be done for that. */
export interface Brought {
  bytes: Uint8Array
  /** px */
  width: number
  /** px */
  height: number
  said: string | undefined
}

/** A picture file made fit for `createImage`: too large is reduced, a type it does not take is converted. Throws one sentence. */
export async function bring(name: string, bytes: Uint8Array): Promise<Brought> {
  const type = pictureTypeOf(bytes)
  if (!type) throw new Error(notAPicture(name))
  const bitmap = await createImageBitmap(new Blob([bytes.slice()])).catch(() => {
    throw new Error(`“${name}” could not be read: the file is damaged.`)
  })
  const { width, height } = bitmap
  const scale = Math.min(1, LARGEST / width, LARGEST / height)
  if (scale === 1 && TAKEN.has(type)) {
    bitmap.close()
    return { bytes, width, height, said: undefined }
  }
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const reduced = await encodeBitmap(bitmap, { ...size, type: type === 'image/jpeg' ? type : 'image/png' })
  return { bytes: reduced, ...size, said: whatWasDone(name, { width, height }, size, type) }
}

function whatWasDone(name: string, from: Size, to: Size, type: PictureType): string {
  if (from.width === to.width) return `“${name}” was converted to PNG: Figma takes PNG, JPEG and GIF.`
  const sizes = `from ${from.width} × ${from.height} to ${to.width} × ${to.height} px`
  const converted = TAKEN.has(type) ? '' : ' and converted to PNG'
  return `“${name}” was reduced ${sizes}${converted}: Figma takes at most ${LARGEST} px an edge.`
}

interface Size {
  width: number
  height: number
}

/** Figma: createImage takes at most 4096 px an edge. */
const LARGEST = 4096
/** Figma: createImage takes these. */
const TAKEN = new Set<PictureType>(['image/png', 'image/jpeg', 'image/gif'])
