import { type Bytes, typeOf } from '../../shared/picture.ts'
import { chunksOf, segmentsOf } from './sections.ts'

/**
 * Whether a PNG or JPEG holds its pixels and nothing beside them: no place, camera or words, no turn and no colours other
 * than sRGB. Such a file may leave as it is; of any other only the pixels may.
 */
export function isBare(bytes: Bytes): boolean {
  const type = typeOf(bytes)
  if (type === 'image/png') return [...chunksOf(bytes)].every(({ name }) => PIXEL_CHUNKS.has(name))
  return type === 'image/jpeg' && [...segmentsOf(bytes)].every(({ name }) => !isBeside(name))
}

/** JPEG: APP1–APP15 and comments. APP0 gives the density, APP14 (Adobe) says how the colours are written. */
const isBeside = (marker: number) => (marker > 0xe0 && marker <= 0xef && marker !== 0xee) || marker === 0xfe

/** PNG specification, 11: what the pixels need, and hints for showing them. */
const PIXEL_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA', 'pHYs', 'sBIT', 'bKGD'])
