import { expect, test } from 'vitest'
import type { CanUpscale } from '../../../src/ui/providers/provider.ts'
import { enlargingOf, upscaledSize } from '../../../src/ui/providers/upscaling.ts'

const both: CanUpscale = {
  factor: { usual: 2, least: 1, most: 8 },
  target: { usual: 4, least: 1, most: 8, whole: true },
  most: 8,
  outputFormats: [],
}
const factorOnly: CanUpscale = { factor: { usual: 4, only: [2, 4] }, outputFormats: [] }
const square = { width: 1000, height: 1000 }

test('what is not chosen is what is usual', () => {
  expect(enlargingOf({}, both)).toEqual({ target: 4 })
  expect(enlargingOf({}, factorOnly)).toEqual({ factor: 4 })
  expect(enlargingOf({ factor: 3, target: 5 }, both)).toEqual({ factor: 3 })
})

test('a factor multiplies each side, up to the most pixels there may be', () => {
  expect(upscaledSize({ width: 300, height: 200 }, { factor: 2 }, factorOnly)).toEqual({ width: 600, height: 400 })
  expect(upscaledSize(square, { factor: 8 }, both)).toEqual({ width: 2828, height: 2828 })
})

test('a target is kept, also by a picture that has more', () => {
  expect(upscaledSize(square, { target: 4 }, both)).toEqual({ width: 2000, height: 2000 })
  expect(upscaledSize({ width: 4000, height: 4000 }, { target: 1 }, both)).toEqual({ width: 1000, height: 1000 })
})
