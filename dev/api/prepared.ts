import { crc32, deflateSync } from 'node:zlib'
import type { Size } from './sizes.ts'

export interface Prepared {
  readonly file: Buffer
  /** The file as base64 text, in pieces. */
  readonly base64: readonly Buffer[]
}

/**
 * A PNG of this size at less than the cost of a copy: pixels are encoded once for each size, and the seed gives them other
 * colors, so that every answer is a picture of its own. For when the time that painting takes must not be measured.
 */
export function preparedPicture(size: Size, seed: number): Prepared {
  const name = `${size.width}x${size.height}`
  const rest = encoded.get(name) ?? restOf(size)
  encoded.set(name, rest)
  const head = Buffer.concat([SIGNATURE, header(size), SAID, palette(seed)])
  return {
    get file() {
      return Buffer.concat([head, rest.bytes])
    },
    base64: [toBase64(head), rest.base64],
  }
}

/** What every picture of a size ends with. */
function restOf(size: Size) {
  const bytes = Buffer.concat([pixelChunk(size), chunk('IEND', Buffer.alloc(0))])
  return { bytes, base64: toBase64(bytes) }
}

const toBase64 = (bytes: Buffer) => Buffer.from(bytes.toString('base64'), 'latin1')

function header({ width, height }: Size): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([8, PALETTE, 0, 0, 0], 8)
  return chunk('IHDR', data)
}

/** From dark to light in a hue of the seed's: the bits of the seed tell any two palettes apart. */
function palette(seed: number): Buffer {
  const [red, green, blue] = [seed & 1023, (seed >> 10) & 1023, (seed >> 20) & 1023]
  const rising = (index: number, share: number) => Math.round(index * (0.5 + share / 2046))
  const colors = Array.from({ length: 256 }, (_, index) => [
    rising(index, red),
    rising(index, green),
    rising(index, blue),
  ])
  // Rounded, two hues may look the same: the darkest colors hold the seed itself.
  colors[0] = [seed & 255, (seed >> 8) & 255, (seed >> 16) & 255]
  colors[1] = [(seed >> 24) & 255, 0, 0]
  return chunk('PLTE', Buffer.from(colors.flat()))
}

/** Waves with some grain, which weigh about what a photograph does. */
function pixelChunk({ width, height }: Size): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  let grain = 1
  for (let y = 0, at = 0; y < height; y++) {
    rows[at++] = 0
    for (let x = 0; x < width; x++) {
      grain = (Math.imul(grain, 1_664_525) + 1_013_904_223) | 0
      const wave = 128 + 60 * Math.sin(x / 61 + y / 97) + 50 * Math.cos(y / 53 - x / 131)
      rows[at++] = Math.round(wave + (grain >>> 31))
    }
  }
  rows.set([0, 1], 1)
  return chunk('IDAT', deflateSync(rows, { level: 1 }))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const encoded = new Map<string, ReturnType<typeof restOf>>()
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
/** Just so long that all before the pixels is a multiple of three bytes: base64 writes three at a time. */
const SAID = chunk('tEXt', Buffer.from('Comment\0Made by a stand-in, not by a model', 'latin1'))
/** Of the PNG specification: each pixel is an index into a list of colors. */
const PALETTE = 3
