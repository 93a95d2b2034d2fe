import { type Canvas, type Color, fromSharp, lumaOf, toSharp } from './canvas.ts'
import { difference, flood } from './flood.ts'

/** How much of each pixel is sky, 0 to 1, and the row in px where the sky ends on average. */
export interface Sky {
  at(x: number, y: number): number
  horizon: number
}

/** Grows from the top edge over even color until it meets an edge. */
export async function skyIn(canvas: Canvas): Promise<Sky> {
  const { width, height } = canvas
  const scale = WORKING_WIDTH / width
  const small = await fromSharp(
    toSharp(canvas).resize({ width: WORKING_WIDTH, height: Math.max(1, Math.round(height * scale)), fit: 'fill' }),
  )
  const mask = maskOf(small)
  const { data } = await fromSharp(toSharp(asGrey(mask, small)).blur(0.7).resize({ width, height, fit: 'fill' }))
  return {
    at: (x, y) => data[(y * width + x) * 3]! / 255,
    horizon: Math.max(lowestRow(mask, small.width), 1) / scale,
  }
}

/** Without an even top edge the upper half passes for the sky; where all is even, as in a studio, no more than that. */
function maskOf(small: Canvas): Float32Array {
  const grown = grow(small)
  const share = grown.reduce((sum, value) => sum + value, 0) / grown.length
  if (share < LEAST_SHARE) return upperHalf(small)
  return share < MOST_SHARE ? grown : upperHalf(small).map((value, index) => value * grown[index]!)
}

function asGrey(mask: Float32Array, { width, height }: Canvas): Canvas {
  const data = new Uint8ClampedArray(mask.length * 3)
  mask.forEach((value, index) => {
    data.fill(value * 255, index * 3, index * 3 + 3)
  })
  return { data, width, height }
}

function grow(small: Canvas): Float32Array {
  const lumaAt = (index: number) => lumaOf([...small.data.subarray(index * 3, index * 3 + 3)] as Color)
  const row = Array.from({ length: small.width }, (_, x) => x)
  const typical = row.toSorted((a, b) => lumaAt(a) - lumaAt(b))[small.width >> 1]!
  const seeds = row.filter((x) => difference(small, x, typical) <= STEP)
  const joins = (index: number, from: number) =>
    difference(small, index, from) <= STEP && difference(small, index, typical) <= REACH
  return Float32Array.from(flood(small, seeds, joins))
}

const upperHalf = ({ width, height }: Canvas) =>
  Float32Array.from({ length: width * height }, (_, index) => {
    const depth = Math.floor(index / width) / height
    return Math.min(Math.max((0.6 - depth) / 0.35, 0), 1)
  })

/** The lowest row of which a tenth is sky. */
function lowestRow(mask: Float32Array, width: number): number {
  for (let row = mask.length / width - 1; row > 0; row--) {
    let count = 0
    for (let x = 0; x < width; x++) count += mask[row * width + x]!
    if (count > width / 10) return row
  }
  return 0
}

const WORKING_WIDTH = 512 // px
const STEP = 26 // difference of two neighbours
const REACH = 330 // difference from what is typical of the top edge
const LEAST_SHARE = 0.06
const MOST_SHARE = 0.7
