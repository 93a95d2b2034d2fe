/** File bytes on a buffer of their own: the only binary value that Figma's bridge is documented to carry. */
export type Bytes = Uint8Array<ArrayBuffer>

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif'

export interface Size {
  /** px */
  width: number
  /** px */
  height: number
}

/** A place in a picture: px from its top left corner, fractions allowed. */
export interface Rect extends Size {
  x: number
  y: number
}

/** An encoded image and its size in pixels. */
export interface Picture extends Size {
  bytes: Bytes
  type: PictureType
}

/** The image type that the first bytes show, whatever a name or a header claims. */
export function typeOf(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (textAt(bytes, 0, 4) === 'GIF8') return 'image/gif'
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp'
  if (textAt(bytes, 4, 4) === 'ftyp' && /^avi[fs]$/.test(textAt(bytes, 8, 4))) return 'image/avif'
  return undefined
}

/** Width and height stand at fixed places in a PNG's first chunk (PNG specification, 11.2.1 IHDR). */
export function pngSizeOf(bytes: Uint8Array): Size | undefined {
  if (bytes.length < 24 || typeOf(bytes) !== 'image/png') return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

const startsWith = (bytes: Uint8Array, ...values: number[]) => values.every((value, index) => bytes[index] === value)

/** `length` bytes from `from` on, as Latin-1 text; less where the bytes end. */
export const textAt = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length))
