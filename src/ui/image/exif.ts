import { type Bytes, textAt, typeOf } from '../../shared/picture.ts'
import { chunksOf, segmentsOf } from './sections.ts'

/** Whether a JPEG or PNG carries what a camera wrote, how to turn the picture among it. */
export const hasExif = (bytes: Bytes) => exifIn(bytes).length > 0

/**
 * The file without its EXIF, so that it decodes as it lies. There is no other way: Chromium turns pictures even with
 * `imageOrientation: 'none'`.
 */
export function withoutExif(bytes: Bytes): Blob {
  const parts: Bytes[] = []
  let kept = 0
  for (const { from, to } of exifIn(bytes)) {
    parts.push(bytes.subarray(kept, from))
    kept = to
  }
  return new Blob([...parts, bytes.subarray(kept)])
}

/** Exif 2.3, 4.5.4: a JPEG keeps it in APP1. PNG specification, 11.3.4.6: a PNG in eXIf. */
function exifIn(bytes: Bytes) {
  const type = typeOf(bytes)
  if (type === 'image/png') return [...chunksOf(bytes)].filter(({ name }) => name === 'eXIf')
  if (type !== 'image/jpeg') return []
  return [...segmentsOf(bytes)].filter(({ name, body }) => name === APP1 && textAt(bytes, body, 4) === 'Exif')
}

const APP1 = 0xe1
