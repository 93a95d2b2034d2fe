import { expect, test } from 'vitest'
import { sharpeningOf } from '../../../src/ui/jobs/sharpening.ts'
import type { CanUpscale } from '../../../src/ui/providers/provider.ts'

const RANGE: CanUpscale = { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] }
const FROM_TWO: CanUpscale = { factor: { usual: 4, least: 2, most: 4 }, outputFormats: [] }
const FOUR: CanUpscale = { factor: { usual: 4, only: [4] }, outputFormats: [] }
const TWO_OR_FOUR: CanUpscale = { factor: { usual: 2, only: [2, 4] }, outputFormats: [] }
const MEGAPIXELS: CanUpscale = { target: { usual: 4, least: 1, most: 8, whole: true }, most: 8, outputFormats: [] }
const BOTH: CanUpscale = { ...MEGAPIXELS, factor: { usual: 2, least: 1, most: 8 } }

const picture = (width: number, height: number) => ({ width, height })

test.each([
  ['the factor itself, to a hundredth above', RANGE, 2.337, { enlarging: { factor: 2.34 }, isEnough: true }],
  ['the least that the model does', FROM_TWO, 1.3, { enlarging: { factor: 2 }, isEnough: true }],
  ['the next fixed scale', TWO_OR_FOUR, 2.5, { enlarging: { factor: 4 }, isEnough: true }],
  ['the fixed scale that is just enough', TWO_OR_FOUR, 2, { enlarging: { factor: 2 }, isEnough: true }],
  ['the most that the model does, which is not enough', RANGE, 6, { enlarging: { factor: 4 }, isEnough: false }],
  ['whole megapixels, the next above', MEGAPIXELS, 2, { enlarging: { target: 2 }, isEnough: true }],
  ['a factor where a model takes both', BOTH, 3, { enlarging: { factor: 3 }, isEnough: true }],
])('%s', (_, can, factor, expected) => {
  expect(sharpeningOf(picture(800, 500), factor, can)).toMatchObject(expected)
})

test('the size is what the model gives, not what is needed', () => {
  expect(sharpeningOf(picture(800, 500), 2, MEGAPIXELS)).toEqual({
    enlarging: { target: 2 },
    size: { width: 1789, height: 1118 },
    factor: 1789 / 800,
    isEnough: true,
  })
})

test('Figma’s 4096 px end it, whatever the model does', () => {
  expect(sharpeningOf(picture(2000, 1000), 3, RANGE)).toEqual({
    enlarging: { factor: 2.04 },
    size: { width: 4080, height: 2040 },
    factor: 2.04,
    isEnough: false,
  })
  // 8 MP of a strip would be 8000 px wide.
  expect(sharpeningOf(picture(2000, 250), 4, MEGAPIXELS)).toMatchObject({ enlarging: { target: 2 }, isEnough: false })
})

test('the model’s megapixels end it, too', () => {
  expect(sharpeningOf(picture(2000, 2000), 2, BOTH)).toMatchObject({
    enlarging: { factor: 1.41 },
    size: { width: 2820, height: 2820 },
    isEnough: false,
  })
})

test('what gains less than 5 % is refused with the reason', () => {
  expect(sharpeningOf(picture(4096, 3000), 2, RANGE)).toEqual({ why: 'limit' })
  expect(sharpeningOf(picture(4000, 3000), 2, RANGE)).toEqual({ why: 'gain' })
  expect(sharpeningOf(picture(1500, 1000), 2, FOUR)).toEqual({ why: 'steps' })
  expect(sharpeningOf(picture(2800, 2800), 2, BOTH)).toEqual({ why: 'steps' })
  expect(sharpeningOf(picture(800, 600), 2, { outputFormats: [] })).toEqual({ why: 'steps' })
})
