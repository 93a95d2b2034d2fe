import { type Bytes, type PictureType, pngSizeOf, type Size, textAt, typeOf } from '../../shared/picture.ts'
import { segmentsOf } from './sections.ts'

/**
 * The size in px that a file's first bytes promise, before anything is decoded and before any EXIF turn.
 * Undefined where they do not say.
 */
export function headerSizeOf(bytes: Bytes): Size | undefined {
  const type = typeOf(bytes)
  const size = type && READERS[type](bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

function jpegSizeOf(bytes: Bytes, view: DataView): Size | undefined {
  for (const { name, body } of segmentsOf(bytes)) {
    if (!isFrame(name) || body + 5 > bytes.length) continue
    return { width: view.getUint16(body + 3), height: view.getUint16(body + 1) }
  }
  return undefined
}

/** SOF0–SOF15 without the three that are tables (ITU T.81 table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** RIFF container specification of WebP: lossy, lossless and extended files each keep it elsewhere. */
function webpSizeOf(bytes: Bytes, view: DataView): Size | undefined {
  if (bytes.length < 30) return undefined
  const kind = textAt(bytes, 12, 4)
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind !== 'VP8X') return undefined
  return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
}

/** The largest `ispe` box: a file also has one for each tile and thumbnail (ISO/IEC 23008-12, 6.5.3). Before the pixels. */
function avifSizeOf(bytes: Bytes, view: DataView): Size | undefined {
  const sizes: Size[] = []
  const end = Math.min(bytes.length, AVIF_HEADER) - 16
  for (let at = 0; at <= end; at++) {
    if (textAt(bytes, at, 4) === 'ispe') sizes.push({ width: view.getUint32(at + 8), height: view.getUint32(at + 12) })
  }
  return sizes.sort((one, other) => other.width * other.height - one.width * one.height)[0]
}

/** GIF89a, 18: the logical screen. */
const gifSizeOf = (bytes: Bytes, view: DataView): Size | undefined =>
  bytes.length < 10 ? undefined : { width: view.getUint16(6, true), height: view.getUint16(8, true) }

const READERS: Record<PictureType, (bytes: Bytes, view: DataView) => Size | undefined> = {
  'image/png': pngSizeOf,
  'image/jpeg': jpegSizeOf,
  'image/gif': gifSizeOf,
  'image/webp': webpSizeOf,
  'image/avif': avifSizeOf,
}

/** Bytes: further on, pixels may spell anything. */
const AVIF_HEADER = 4_096
