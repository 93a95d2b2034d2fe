import type { Size } from '../../shared/picture.ts'
import { LOBES, TAPS, type Taps, tapsFor } from './lanczos.ts'

/** Rows of a picture: RGBA, not premultiplied. */
type Rows = Uint8ClampedArray<ArrayBuffer>

interface Resampling {
  source: Size
  /** px; neither edge is shorter than the source's. */
  size: Size
  /** Whether the source has alpha; else it is neither read nor kept. */
  transparent: boolean
  /** `count` rows of the source from `top` on: each is asked for once, from the top down. */
  read(top: number, count: number): Rows
  /** Takes rows of the result, from the top down. What it is given is used again for the next ones. */
  write(rows: Rows, top: number): void
}

/**
 * A picture made larger by Lanczos-3, on the values as they are stored and, so that what is clear lends its colour to
 * nothing, multiplied by their alpha. Only a few rows are held at a time. Why so: decision 020.
 */
export function resample({ source, size, transparent, read, write }: Resampling): void {
  const channels = transparent ? 4 : 3
  const across = tapsFor(source.width, size.width)
  const down = tapsFor(source.height, size.height)
  const next = rowsOf(source, read)
  const padded = new Float32Array((source.width + 2 * LOBES) * channels)
  /** The last rows of the source, as wide as the result: each in the place that its number gives it. */
  const wide = Array.from({ length: TAPS }, () => new Float32Array(size.width * channels))
  let widened = 0
  const mixed = new Float32Array(size.width * channels)
  const strip: Rows = new Uint8ClampedArray(size.width * Math.min(STRIP, size.height) * 4)

  for (let top = 0; top < size.height; top += STRIP) {
    const rows = strip.subarray(0, size.width * Math.min(STRIP, size.height - top) * 4)
    for (let at = 0, y = top; at < rows.length; at += size.width * 4, y++) {
      const start = down.starts[y]!
      for (const last = Math.min(source.height, start + TAPS); widened < last; widened++) {
        unpack(next(), padded, channels)
        widen(padded, wide[widened % TAPS]!, across, channels)
      }
      const lines = wide.map((_, tap) => wide[Math.max(0, Math.min(source.height - 1, start + tap)) % TAPS]!)
      mix(lines, mixed, down.weights.subarray(y * TAPS))
      pack(mixed, rows.subarray(at, at + size.width * 4), channels)
    }
    write(rows, top)
  }
}

/** One row after the other, read in strips. */
function rowsOf({ width, height }: Size, read: Resampling['read']): () => Rows {
  let strip: Rows = new Uint8ClampedArray()
  let at = 0
  let top = 0
  return () => {
    if (at === strip.length) {
      const count = Math.min(STRIP, height - top)
      strip = read(top, count)
      top += count
      at = 0
    }
    const from = at
    at += width * 4
    return strip.subarray(from, at)
  }
}

/** Into numbers, with `LOBES` px more at each end that repeat the last one. */
function unpack(row: Rows, padded: Float32Array, channels: number) {
  let to = LOBES * channels
  for (let at = 0; at < row.length; at += 4, to += channels) {
    const share = channels === 4 ? row[at + 3]! / 255 : 1
    padded[to] = row[at]! * share
    padded[to + 1] = row[at + 1]! * share
    padded[to + 2] = row[at + 2]! * share
    if (channels === 4) padded[to + 3] = row[at + 3]!
  }
  const [first, last] = [LOBES * channels, to - channels]
  for (let pad = 0; pad < LOBES; pad++) {
    padded.copyWithin(pad * channels, first, first + channels)
    padded.copyWithin(to + pad * channels, last, last + channels)
  }
}

function widen(padded: Float32Array, row: Float32Array, { starts, weights }: Taps, channels: number) {
  for (let place = 0, to = 0, weight = 0; place < starts.length; place++, weight += TAPS) {
    const [one, two, three] = [weights[weight]!, weights[weight + 1]!, weights[weight + 2]!]
    const [four, five, six] = [weights[weight + 3]!, weights[weight + 4]!, weights[weight + 5]!]
    let at = (starts[place]! + LOBES) * channels
    for (let channel = 0; channel < channels; channel++, at++, to++) {
      row[to] =
        one * padded[at]! +
        two * padded[at + channels]! +
        three * padded[at + 2 * channels]! +
        four * padded[at + 3 * channels]! +
        five * padded[at + 4 * channels]! +
        six * padded[at + 5 * channels]!
    }
  }
}

function mix(lines: readonly Float32Array[], mixed: Float32Array, weights: Float32Array) {
  const [first, second, third, fourth, fifth, sixth] = lines as Six<Float32Array>
  const [one, two, three, four, five, six] = weights as unknown as Six<number>
  for (let at = 0; at < mixed.length; at++) {
    mixed[at] =
      one * first[at]! +
      two * second[at]! +
      three * third[at]! +
      four * fourth[at]! +
      five * fifth[at]! +
      six * sixth[at]!
  }
}

/** Back into bytes, which rounds and clamps. */
function pack(mixed: Float32Array, row: Rows, channels: number) {
  for (let at = 0, from = 0; at < row.length; at += 4, from += channels) {
    const alpha = channels === 4 ? mixed[from + 3]! : 255
    const share = alpha > 0 ? 255 / alpha : 0
    row[at] = mixed[from]! * share
    row[at + 1] = mixed[from + 1]! * share
    row[at + 2] = mixed[from + 2]! * share
    row[at + 3] = alpha
  }
}

type Six<One> = [One, One, One, One, One, One]

/** px high that are read and written at once */
export const STRIP = 64
