import { expect, test } from 'vitest'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { shapeKeyOf } from '../../../src/ui/providers/shape-key.ts'
import { pictureOf, requestFor } from './request.ts'

const size = { width: 1254, height: 836 }
const base = requestFor({ size })
const costSame = (given: Partial<EditRequest>) => shapeKeyOf({ ...base, ...given }) === shapeKeyOf(base)

test.each<Partial<EditRequest>>([
  { prompt: 'Something else' },
  { seed: 42 },
  { pictures: [pictureOf('another')] },
  { options: { disableSafetyChecker: true, outputFormat: 'webp', outputCompression: 50 } },
  { aspectRatio: '1:1', resolution: '1K' },
  { options: { extra: {} } },
])('%j does not change the price', (given) => {
  expect(costSame(given)).toBe(true)
})

test.each<Partial<EditRequest>>([
  { model: 'replicate/p-image-edit' },
  { n: 2 },
  { pictures: [pictureOf('a'), pictureOf('b')] },
  { size: { width: 836, height: 1254 } },
  { size: 'auto' },
  { size: '16:9' },
  { size: undefined, aspectRatio: '3:2' },
  { options: { turbo: false } },
  { options: { weights: 'task' } },
  { options: { extra: { quality: 'high' } } },
])('%j may', (given) => {
  expect(costSame(given)).toBe(false)
})

test('a size that is not set is no other one', () => {
  const keys = [undefined, 'auto' as const, size].map((each) => shapeKeyOf(requestFor({ size: each })))
  expect(new Set(keys).size).toBe(3)
})

test('the order of free fields does not matter', () => {
  const keyWith = (extra: Record<string, string>) => shapeKeyOf(requestFor({ options: { extra } }))
  expect(keyWith({ a: '1', b: '2' })).toBe(keyWith({ b: '2', a: '1' }))
})
