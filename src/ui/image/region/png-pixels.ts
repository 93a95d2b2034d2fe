import { type Bytes, typeOf } from '../../../shared/picture.ts'
import { chunksOf } from '../sections.ts'
import type { Pixels } from './blend.ts'

/**
 * The pixels of a PNG with alpha exactly as its file has them: a canvas multiplies colours by their alpha and loses what is
 * clear (decision 024). Undefined for what a canvas reads as well, which has no alpha, and for what this does not read:
 * interlaced files, 16 bits a channel, colours other than sRGB. PNG specification, 7, 9 and 11.
 */
export async function straightPixels(bytes: Bytes): Promise<Pixels | undefined> {
  const head = typeOf(bytes) === 'image/png' ? headOf(bytes) : undefined
  if (!head) return undefined
  const { width, height, channels, depth, palette } = head
  const raw = await inflated(head.parts).catch(() => undefined)
  const length = Math.ceil((width * channels * depth) / 8)
  if (!raw || raw.length < (length + 1) * height) return undefined
  const step = Math.max(1, (channels * depth) >> 3)
  const data = new Uint8ClampedArray(width * height * 4)
  let above: Uint8Array = new Uint8Array(length)
  for (let y = 0; y < height; y++) {
    const from = y * (length + 1)
    const row = raw.subarray(from + 1, from + 1 + length)
    if (!unfilter(row, above, { filter: raw[from]!, step })) return undefined
    spreadRow(row, data.subarray(y * width * 4, (y + 1) * width * 4), { channels, depth, palette })
    above = row
  }
  return { width, height, data }
}

interface Head {
  width: number
  height: number
  channels: number
  depth: number
  /** RGBA of each entry. */
  palette: Uint8Array | undefined
  parts: Bytes[]
}

function headOf(bytes: Bytes): Head | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks = [...chunksOf(bytes)]
  const named = (name: string) => chunks.find((chunk) => chunk.name === name)
  const [head, colours, clear] = [named('IHDR'), named('PLTE'), named('tRNS')]
  // Where a file says that it is sRGB, what else says so counts no more (11.3.2).
  const others = named('sRGB') ? PROFILES : OTHER_COLOURS
  if (!head || others.some(named)) return undefined
  const [depth, kind, interlaced] = [bytes[head.body + 8]!, bytes[head.body + 9]!, bytes[head.body + 12]!]
  const isPalette = kind === PALETTE && colours && clear
  const channels = isPalette ? 1 : CHANNELS[kind]
  if (!channels || interlaced !== 0 || (isPalette ? depth > 8 : depth !== 8)) return undefined
  const palette = isPalette
    ? paletteOf(bytes.subarray(colours.body, colours.to - 4), bytes.subarray(clear.body, clear.to - 4))
    : undefined
  const parts = chunks.flatMap(({ name, body, to }) => (name === 'IDAT' ? [bytes.slice(body, to - 4)] : []))
  return { width: view.getUint32(head.body), height: view.getUint32(head.body + 4), channels, depth, palette, parts }
}

function paletteOf(colours: Uint8Array, clear: Uint8Array): Uint8Array {
  const palette = new Uint8Array(256 * 4).fill(255)
  for (let entry = 0; entry * 3 < colours.length; entry++) {
    palette.set(colours.subarray(entry * 3, entry * 3 + 3), entry * 4)
    palette[entry * 4 + 3] = clear[entry] ?? 255
  }
  return palette
}

async function inflated(parts: Bytes[]): Promise<Uint8Array> {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** PNG specification, 9.2; in place. False for a filter that there is not. */
function unfilter(row: Uint8Array, above: Uint8Array, { filter, step }: { filter: number; step: number }): boolean {
  if (filter > 4) return false
  for (let at = 0; at < row.length; at++) {
    const left = at >= step ? row[at - step]! : 0
    const up = above[at]!
    if (filter === 1) row[at]! += left
    else if (filter === 2) row[at]! += up
    else if (filter === 3) row[at]! += (left + up) >> 1
    else if (filter === 4) row[at]! += nearest(left, up, at >= step ? above[at - step]! : 0)
  }
  return true
}

/** Paeth. */
function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

function spreadRow(
  row: Uint8Array,
  to: Uint8ClampedArray,
  { channels, depth, palette }: Pick<Head, 'channels' | 'depth' | 'palette'>,
) {
  if (!palette && channels === 4) return to.set(row)
  for (let x = 0; x * 4 < to.length; x++) {
    if (palette) {
      const bit = x * depth
      const entry = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
      for (let channel = 0; channel < 4; channel++) to[x * 4 + channel] = palette[entry * 4 + channel]!
    } else {
      to.fill(row[x * 2]!, x * 4, x * 4 + 3)
      to[x * 4 + 3] = row[x * 2 + 1]!
    }
  }
}

const PALETTE = 3
/** By the kind of colour: those with alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 4: 2, 6: 4 }
const PROFILES = ['iCCP', 'cICP'] as const
const OTHER_COLOURS = [...PROFILES, 'cHRM', 'gAMA'] as const
