import { expect, test } from 'vitest'
import { judge, needOf, shownSize, unusedShare } from '../../../src/ui/jobs/verdict.ts'
import { bitmapOf, denseBitmap, useOn } from './audits.ts'

test.each([
  [0.5, '4 times too small', 'small', 4],
  [1.3, 'just over one and a half times', 'small', 1.5385],
  [4 / 3, 'one and a half times exactly', 'soft', 1.5],
  [1.6, 'a quarter more', 'soft', 1.25],
  [1.91, 'less than 5 % more', 'sharp', 1.0471],
  [2, 'all that it needs', 'sharp', 1],
  [4, 'twice what it needs', 'sharp', 0.5],
  [4.1, 'over twice what it needs', 'large', 0.4878],
])('with a density of %s at 2× an image that needs %s is %s', (density, _, verdict, factor) => {
  const judged = judge(denseBitmap('a', density), 2)
  expect(judged.verdict).toBe(verdict)
  expect(judged.factor).toBeCloseTo(factor, 4)
})

test('5 % more is the least that is worth it', () => {
  expect(judge(denseBitmap('a', 1), 1)).toMatchObject({ factor: 1, verdict: 'sharp', gains: false })
  expect(judge(denseBitmap('a', 1 / 1.05), 1)).toMatchObject({ verdict: 'soft', gains: true })
})

test('a small picture has no bytes to win, however small it is shown', () => {
  const icon = denseBitmap('icon', 8, { width: 500, height: 500 })
  expect(judge(icon, 1).verdict).toBe('sharp')
  expect(judge({ ...icon, width: 510, height: 510 }, 1).verdict).toBe('large')
})

test('the use that needs the most decides, and says what is needed', () => {
  const [small, large] = [useOn('thumbnail', { density: 3 }), useOn('hero', { density: 0.8 })]
  const judged = judge(bitmapOf('a', { uses: [small, large] }), 2)
  expect(judged.use).toBe(large)
  expect(judged).toMatchObject({ factor: 2.5, scale: 2, needed: { width: 3000, height: 2000 }, verdict: 'small' })
})

test('each use is judged at the scale that it is exported at, and at 1× where nobody exports it', () => {
  const uses = [
    useOn('seen only', { density: 0.9 }),
    useOn('exported', { density: 2, exported: 3 }),
    useOn('half', { density: 0.6, exported: 0.5 }),
  ]
  const bitmap = bitmapOf('a', { uses })
  expect(uses.map((use) => needOf(bitmap, use, 'exports').scale)).toEqual([1, 3, 0.5])
  expect(judge(bitmap, 'exports')).toMatchObject({
    use: uses[1],
    factor: 1.5,
    needed: { width: 1800, height: 1200 },
    verdict: 'soft',
  })
})

test('a picture that was merely resampled keeps the verdict of its original', () => {
  const resampledFrom = { width: 600, height: 400 }
  const judged = judge(denseBitmap('a', 2, { resampledFrom }), 2)
  expect(judged).toMatchObject({ factor: 2, verdict: 'small', needed: { width: 1200, height: 800 } })
  expect(judged.factor).toBe(judge(denseBitmap('a', 1, resampledFrom), 2).factor)
})

test('nothing is gained where it cannot be changed', () => {
  const skipped = useOn('in a library', { density: 0.5, skipped: 'library' })
  expect(judge(bitmapOf('a', { uses: [skipped] }), 1)).toMatchObject({ verdict: 'small', gains: false })
  const sharp = useOn('sharp', { density: 1 })
  expect(judge(bitmapOf('a', { uses: [skipped, sharp] }), 1).gains).toBe(false)
  const soft = useOn('soft', { density: 0.9 })
  expect(judge(bitmapOf('a', { uses: [skipped, soft] }), 1)).toMatchObject({ use: skipped, gains: true })
})

test('an image is shown at its pixels over its density', () => {
  expect(shownSize({ width: 1200, height: 800 }, { density: 0.5 })).toEqual({ width: 2400, height: 1600 })
})

test('what is not needed is a part of the pixels, of what is too large only', () => {
  expect(unusedShare(judge(denseBitmap('a', 4), 1))).toBe(1 - 1 / 16)
  expect(unusedShare(judge(denseBitmap('a', 1.5), 1))).toBe(0)
})
