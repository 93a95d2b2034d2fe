import { type Bytes, textAt, typeOf } from '../../shared/picture.ts'
import { chunksOf } from './sections.ts'

/** Whether a file holds a moving picture, of which only the first moment would be used. */
export function isAnimated(bytes: Bytes): boolean {
  switch (typeOf(bytes)) {
    case 'image/png':
      return isMovingPng(bytes)
    case 'image/webp':
      // WebP container specification: the extended file's flags.
      return textAt(bytes, 12, 4) === 'VP8X' && (bytes[20]! & ANIMATION) !== 0
    case 'image/avif':
      return textAt(bytes, 8, 4) === 'avis'
    case 'image/gif':
      return hasSecondImage(bytes)
    default:
      return false
  }
}

/** PNG specification, third edition, 11.3.6.1: how many frames there are, before any of them. */
function isMovingPng(bytes: Bytes): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { name, body } of chunksOf(bytes)) {
    if (name === 'acTL' && body + 4 <= bytes.length) return view.getUint32(body) > 1
    if (name === 'IDAT') return false
  }
  return false
}

/** GIF89a: a screen, then blocks, each of which says what it is and how long. Ends where the bytes do. */
function hasSecondImage(bytes: Bytes): boolean {
  const tableAfter = (flags = 0) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let images = 0
  let at = 13 + tableAfter(bytes[10])
  while (at < bytes.length) {
    if (bytes[at] === EXTENSION) at += 2
    else if (bytes[at] !== IMAGE) return false
    else {
      images++
      if (images > 1) return true
      at += 11 + tableAfter(bytes[at + 9])
    }
    // Pieces of up to 255 bytes, up to one of none.
    while (bytes[at]) at += 1 + bytes[at]!
    at++
  }
  return false
}

const ANIMATION = 0x02
const EXTENSION = 0x21
const IMAGE = 0x2c
