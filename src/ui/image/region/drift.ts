import type { Size } from '../../../shared/picture.ts'

/** A crop as it was and as it came back, in one small size: RGBA, and how much of each px is taken from the answer. */
export interface Compared extends Size {
  before: Uint8ClampedArray
  after: Uint8ClampedArray
  /** 0–255; 0 where nothing was to change. */
  weights: Uint8ClampedArray
}

/** What has to be added to an answer, in levels: three numbers for each px of its size. */
export interface Field extends Size {
  levels: Float32Array
}

/**
 * How far an answer's colours lie beside the picture's around the region, where nothing was to change, carried smoothly
 * into the region: added to the answer, it meets the picture at its edge. Undefined where there is nothing to compare, or
 * the difference is no more than rounding and compression make.
 */
export function driftOf(compared: Compared): Field | undefined {
  const { width, height } = compared
  const known = knownIn(compared)
  if (!known) return undefined
  const levels = spread(known.values, known.shares, { width, height })
  return isSeen(levels, known.shares) ? { width, height, levels } : undefined
}

interface Known {
  /** Three levels for each px, times its share. */
  values: Float32Array
  /** 0 or 1: whether something is known of the px. */
  shares: Float32Array
}

/** The differences around the region, without those that are of the picture and not of its tone. */
function knownIn({ before, after, weights }: Compared): Known | undefined {
  const differences: [number[], number[], number[]] = [[], [], []]
  const isOutside = (at: number) => weights[at] === 0 && before[at * 4 + 3] === 255
  for (let at = 0; at < weights.length; at++) {
    if (!isOutside(at)) continue
    for (const [channel, all] of differences.entries()) all.push(after[at * 4 + channel]! - before[at * 4 + channel]!)
  }
  if (differences[0].length < LEAST_KNOWN) return undefined
  const middles = differences.map(medianOf)
  const values = new Float32Array(weights.length * 3)
  const shares = new Float32Array(weights.length)
  for (let at = 0; at < weights.length; at++) {
    if (!isOutside(at)) continue
    const apart = middles.map((_, channel) => before[at * 4 + channel]! - after[at * 4 + channel]!)
    if (apart.some((level, channel) => Math.abs(level + middles[channel]!) > OUTLIER)) continue
    shares[at] = 1
    values.set(apart, at * 3)
  }
  return { values, shares }
}

const medianOf = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1]!

/**
 * Fills in what is not known from what is known around it, coarser the farther away that is: the pull–push of Gortler et al.,
 * “The Lumigraph”, 1996. Even what is known is taken from the next coarser level as well, so that no detail is carried.
 */
function spread(values: Float32Array, shares: Float32Array, { width, height }: Size): Float32Array {
  if (width <= 1 && height <= 1) return values
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) }
  const sums = new Float32Array(half.width * half.height * 3)
  const counts = new Float32Array(half.width * half.height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [from, to] = [y * width + x, (y >> 1) * half.width + (x >> 1)]
      counts[to]! += shares[from]!
      for (let channel = 0; channel < 3; channel++)
        sums[to * 3 + channel]! += values[from * 3 + channel]! * shares[from]!
    }
  }
  for (let at = 0; at < counts.length; at++) {
    if (counts[at]! > 0) for (let channel = 0; channel < 3; channel++) sums[at * 3 + channel]! /= counts[at]!
    counts[at] = Math.min(1, counts[at]!)
  }
  const coarse = spread(sums, counts, half)
  const filled = new Float32Array(values.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const trust = shares[at]! * DETAIL
      for (let channel = 0; channel < 3; channel++) {
        const around = between(coarse, half, { x: x / 2 - 0.25, y: y / 2 - 0.25, channel })
        filled[at * 3 + channel] = around * (1 - trust) + values[at * 3 + channel]! * trust
      }
    }
  }
  return filled
}

/** A level between px centres; beyond the border its px go on. */
function between(
  levels: Float32Array,
  { width, height }: Size,
  { x, y, channel }: { x: number; y: number; channel: number },
): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const [across, down] = [x - left, y - top]
  const at = (column: number, row: number) =>
    levels[(clamped(row, height) * width + clamped(column, width)) * 3 + channel]!
  const upper = at(left, top) * (1 - across) + at(left + 1, top) * across
  const lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across
  return upper * (1 - down) + lower * down
}

const clamped = (at: number, length: number) => Math.max(0, Math.min(length - 1, at))

/** Whether the mean difference, in any channel, is one that an eye could see as an edge. */
function isSeen(levels: Float32Array, shares: Float32Array): boolean {
  const sums = [0, 0, 0]
  let count = 0
  for (let at = 0; at < shares.length; at++) {
    if (shares[at] === 0) continue
    count++
    for (let channel = 0; channel < 3; channel++) sums[channel]! += Math.abs(levels[at * 3 + channel]!)
  }
  return sums.some((sum) => sum / count > ROUNDING)
}

/** px of the small size */
const LEAST_KNOWN = 12
/** Levels from the median: what differs more was painted anew. */
const OUTLIER = 40
/** How far a known px is trusted over what is around it. */
const DETAIL = 0.35
/** Levels: JPEG at usual qualities and a model's own rounding make as much on average. */
const ROUNDING = 1.25
