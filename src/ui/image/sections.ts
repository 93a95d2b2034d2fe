import { type Bytes, textAt } from '../../shared/picture.ts'

/** A named part of a file: bytes `from` up to `to`, what it holds from `body` on. */
export interface Section<Name> {
  name: Name
  from: number
  body: number
  to: number
}

/** The segments before the pixels: each a marker and a length that counts itself (JPEG, ITU T.81 B.1.1.4). */
export function* segmentsOf(jpeg: Bytes): Generator<Section<number>> {
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff; ) {
    const name = jpeg[at + 1]!
    if (name === START_OF_SCAN) return
    const to = name === FILL ? at + 1 : at + 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!
    if (name !== FILL) yield { name, from: at, body: at + 4, to }
    at = to
  }
}

/** Each chunk is a length, a name, that many bytes and a checksum (PNG specification, 5.3). */
export function* chunksOf(png: Bytes): Generator<Section<string>> {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  for (let at = 8; at + 12 <= png.length; ) {
    const to = at + 12 + view.getUint32(at)
    yield { name: textAt(png, at + 4, 4), from: at, body: at + 8, to }
    at = to
  }
}

const START_OF_SCAN = 0xda
/** Any number of these may stand before a marker. */
const FILL = 0xff
