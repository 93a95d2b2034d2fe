import { expect, test } from 'vitest'
import { enlargingsOf, usualOf, whyNotLarger } from '../../../src/ui/jobs/enlargings.ts'
import { canAtLumenfall, UPSCALERS } from '../../../src/ui/providers/lumenfall-models.ts'
import { canAtPixazo } from '../../../src/ui/providers/pixazo-models.ts'
import type { CanUpscale } from '../../../src/ui/providers/provider.ts'
import { assertEnlarging } from '../../../src/ui/providers/upscaling.ts'
import { pictureOf } from './fakes.ts'

const size = (width: number, height: number) => ({ width, height })
const factorsOf = (width: number, height: number, can: Partial<CanUpscale>) =>
  enlargingsOf(size(width, height), { outputFormats: [], ...can }).map(({ factor }) => factor)

test('a model that takes any factor offers even ones, and the one that just reaches what Figma takes', () => {
  const factor = { usual: 4, least: 1, most: 8 }
  expect(factorsOf(400, 300, { factor })).toEqual([1.5, 2, 3, 4, 6, 8])
  expect(factorsOf(1600, 1200, { factor })).toEqual([1.5, 2, 2.56])
  expect(factorsOf(3500, 10, { factor })).toEqual([1.17])
})

test('a model of whole or of few factors offers those that fit', () => {
  expect(factorsOf(1600, 1200, { factor: { usual: 2, least: 1, most: 8, whole: true } })).toEqual([2])
  expect(factorsOf(1600, 1200, { factor: { usual: 2, only: [2, 4] } })).toEqual([2])
  expect(factorsOf(1024, 1024, { factor: { usual: 4, only: [4] } })).toEqual([4])
  expect(factorsOf(1025, 1024, { factor: { usual: 4, only: [4] } })).toEqual([])
})

test('what the model gives in MP is a limit, too', () => {
  const factor = { usual: 2, least: 1, most: 8 }
  expect(factorsOf(1600, 1200, { factor, most: 8 })).toEqual([1.5, 2])
  expect(factorsOf(3000, 2600, { factor, most: 8 })).toEqual([])
})

test('a model that takes a target alone offers those that make the picture larger and fit', () => {
  const can: CanUpscale = { target: { usual: 4, least: 1, most: 8, whole: true }, outputFormats: [] }
  const offered = enlargingsOf(size(1600, 1200), can)
  expect(offered.map(({ enlarging }) => enlarging)).toEqual([3, 4, 5, 6, 7, 8].map((target) => ({ target })))
  expect(offered[1]).toMatchObject({ size: size(2309, 1732), factor: 2309 / 1600 })
  expect(usualOf(offered, can)?.enlarging).toEqual({ target: 4 })
})

test('first comes what is usual, or the largest even factor below it', () => {
  const can: CanUpscale = { factor: { usual: 4, least: 1, most: 4 }, outputFormats: [] }
  const usual = (width: number) => usualOf(enlargingsOf(size(width, 100), can), can)?.factor
  expect([usual(800), usual(1600), usual(2500), usual(4000)]).toEqual([4, 2, 1.5, undefined])
})

test('an image at Figma’s limit, or nearly, says so', () => {
  expect(whyNotLarger(size(4096, 10))).toBe('limit')
  expect(whyNotLarger(size(10, 4000))).toBe('gain')
  expect(whyNotLarger(size(3900, 3900))).toBeUndefined()
})

test('what is offered of any model is what its provider takes, and is larger and within 4096 px', () => {
  const models = [
    ...UPSCALERS.map((model) => canAtLumenfall(model).upscale!),
    canAtPixazo('p-image-upscale').upscale!,
    { target: { usual: 4, least: 1, most: 16 }, outputFormats: [] },
  ]
  for (const can of models) {
    for (let edge = 1; edge < 4200; edge += 67) {
      for (const picture of [size(edge, edge), size(edge, Math.ceil(edge / 3)), size(Math.ceil(edge / 30), edge)]) {
        for (const { enlarging, ...larger } of enlargingsOf(picture, can)) {
          const request = { model: 'm', picture: pictureOf('', picture), ...enlarging, options: {} }
          expect(() => assertEnlarging(can, request)).not.toThrow()
          expect(Math.max(larger.size.width, larger.size.height)).toBeLessThanOrEqual(4096)
          expect(larger.factor).toBeGreaterThanOrEqual(1.05)
        }
      }
    }
  }
})
