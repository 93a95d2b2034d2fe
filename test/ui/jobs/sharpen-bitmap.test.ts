import { expect, test } from 'vitest'
import { bitmapSharpening, rowsShowing } from '../../../src/ui/jobs/sharpen-bitmap.ts'
import { judge } from '../../../src/ui/jobs/verdict.ts'
import { denseBitmap, useOn } from './audits.ts'

const CAN = { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] }
const MODEL = { model: 'larger', can: CAN }
const LOCAL = { model: 'local', can: CAN }

test('it becomes as large as its largest use needs', () => {
  // 1200 × 800 px, shown so that there is one px for each px of the canvas.
  const judged = judge(denseBitmap('a', 1), 3)
  expect(bitmapSharpening(judged, 3, MODEL)).toEqual({
    enlarging: { factor: 3 },
    factor: 3,
    size: { width: 3600, height: 2400 },
    isEnough: true,
  })
})

test('a use that cannot be changed asks for nothing, and gets nothing', () => {
  const bitmap = denseBitmap('a', 1, {
    uses: [useOn('Library', { density: 0.5, skipped: 'library' }), useOn('Here', { density: 1 })],
  })
  expect(bitmapSharpening(judge(bitmap, 2), 2, MODEL)).toMatchObject({ factor: 2 })
  expect(rowsShowing(bitmap).map(({ name }) => name)).toEqual(['Here'])
})

test('components come before the instances that follow them', () => {
  const inside = useOn('Inside', { notes: [{ kind: 'override' }] })
  const bitmap = denseBitmap('a', 1, { uses: [inside, useOn('Card'), useOn('Photo')] })
  expect(rowsShowing(bitmap).map(({ name }) => name)).toEqual(['Card', 'Photo', 'Inside'])
})

const resampledFrom = { width: 600, height: 400, hash: 'original' }

test('of what was merely resampled the original is made larger, on the layers that show the copy', () => {
  const bitmap = denseBitmap('copy', 2, { resampledFrom })
  expect(bitmapSharpening(judge(bitmap, 2), 2, MODEL)).toMatchObject({ factor: 2, size: { width: 1200, height: 800 } })
  expect(rowsShowing(bitmap)).toMatchObject([{ source: { kind: 'image', hash: 'original' }, width: 600, height: 400 }])
})

test('resampling the same once more is refused, to a larger size it is not', () => {
  const bitmap = denseBitmap('copy', 2, { resampledFrom })
  expect(bitmapSharpening(judge(bitmap, 2), 2, LOCAL)).toEqual({ why: 'done' })
  expect(bitmapSharpening(judge(bitmap, 3), 3, LOCAL)).toMatchObject({ size: { width: 1800, height: 1200 } })
})

test('where the original is gone, there is nothing to make larger', () => {
  const { hash: _, ...size } = resampledFrom
  const bitmap = denseBitmap('copy', 2, { resampledFrom: size })
  expect(bitmapSharpening(judge(bitmap, 2), 2, MODEL)).toEqual({ why: 'original' })
  expect(rowsShowing(bitmap)).toEqual([])
})
