import type { Size } from '../../../src/shared/picture.ts'

const pairs: [number, number][] = [
  [1365, 768],
  [768, 1365],
  [1254, 836],
  [836, 1254],
  [887, 1182],
  [1024, 1024],
  [1183, 887],
]

/** The seven that p-image-edit answers in. */
export const SHAPES: Size[] = pairs.map(([width, height]) => ({ width, height }))

/** 40 ratios, evenly from 1:6 to 6:1. */
export const RATIOS = Array.from({ length: 40 }, (_, index) => 6 ** ((index / 39) * 2 - 1))

/** About 0.4 MP, in awkward numbers. */
export const sizeOfRatio = (ratio: number): Size => ({
  width: Math.round(631 * Math.sqrt(ratio)),
  height: Math.round(631 / Math.sqrt(ratio)),
})
