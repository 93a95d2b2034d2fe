import type { Bytes, Picture } from '../../../shared/picture.ts'
import type { Pixels } from './blend.ts'

/** Pixels with alpha as a PNG that holds exactly them. PNG specification, 5, 9 and 11. */
export async function pngOf({ width, height, data }: Pixels): Promise<Picture> {
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([8, WITH_ALPHA, 0, 0, 0], 8)
  const packed = await deflated(rowsOf({ width, height, data }))
  const parts = [SIGNATURE, ...chunk('IHDR', head), ...chunk('IDAT', packed), ...chunk('IEND', new Uint8Array())]
  const bytes: Bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
  return { bytes, type: 'image/png', width, height }
}

/** A strip at a time, each row with its filter before it: all of them at once would weigh as much as the pixels. */
function rowsOf({ width, height, data }: Pixels): ReadableStream<Bytes> {
  const length = width * 4
  let y = 0
  return new ReadableStream({
    pull(controller) {
      const count = Math.min(STRIP, height - y)
      const rows = new Uint8Array(count * (length + 1))
      for (let row = 0; row < count; row++, y++)
        filterUp(data, rows, { from: y * length, to: row * (length + 1), length })
      controller.enqueue(rows)
      if (y >= height) controller.close()
    },
  })
}

/** The difference to the row above, for all rows alike: pictures are smooth, and to try every filter takes longer. */
function filterUp(
  data: Uint8ClampedArray,
  rows: Uint8Array,
  { from, to, length }: { from: number; to: number; length: number },
) {
  rows[to] = from === 0 ? 0 : UP
  for (let at = 0; at < length; at++) {
    rows[to + 1 + at] = data[from + at]! - (from === 0 ? 0 : data[from + at - length]!)
  }
}

async function deflated(rows: ReadableStream<Bytes>): Promise<Bytes> {
  const stream = rows.pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

function chunk(name: string, body: Bytes): Bytes[] {
  const named = new Uint8Array(4 + body.length)
  named.set([...name].map((letter) => letter.charCodeAt(0)))
  named.set(body, 4)
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)]
  new DataView(length.buffer).setUint32(0, body.length)
  new DataView(sum.buffer).setUint32(0, checksumOf(named))
  return [length, named, sum]
}

/** CRC-32, PNG specification, annex D. */
function checksumOf(bytes: Bytes): number {
  let sum = 0xffffffff
  for (let at = 0; at < bytes.length; at++) sum = TABLE[(sum ^ bytes[at]!) & 0xff]! ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}

const TABLE = Uint32Array.from({ length: 256 }, (_, entry) => {
  let value = entry
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
const SIGNATURE: Bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const WITH_ALPHA = 6
const UP = 2
/** px high */
const STRIP = 64
