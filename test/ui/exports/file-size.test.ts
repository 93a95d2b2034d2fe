import { expect, test } from 'vitest'
import { fileSizeText, parseFileSize, pixelsOf, scaleOf } from '../../../src/ui/exports/file-size.ts'

test.each([
  ['2x', { by: 'scale', value: 2 }, '2x'],
  ['0.5x', { by: 'scale', value: 0.5 }, '0.5x'],
  ['.75', { by: 'scale', value: 0.75 }, '0.75x'],
  ['1.5', { by: 'scale', value: 1.5 }, '1.5x'],
  ['1,5x', { by: 'scale', value: 1.5 }, '1.5x'],
  [' @3X ', { by: 'scale', value: 3 }, '3x'],
  ['512w', { by: 'width', value: 512 }, '512w'],
  ['300 h', { by: 'height', value: 300 }, '300h'],
  ['16384W', { by: 'width', value: 16_384 }, '16384w'],
  ['0.01x', { by: 'scale', value: 0.01 }, '0.01x'],
  ['0.33333333x', { by: 'scale', value: 0.3333 }, '0.3333x'],
] as const)('%s is a size', (text, size, written) => {
  expect(parseFileSize(text)).toEqual(size)
  expect(fileSizeText(size)).toBe(written)
  expect(parseFileSize(written)).toEqual(size)
})

test.each([
  '',
  'x',
  'w',
  '2xx',
  '2 x 3',
  '-1x',
  '0',
  '0x',
  '0.001x',
  '101x',
  '0w',
  '16385w',
  '10.5w',
  '1e3w',
  'two',
  '1.2.3',
])('“%s” is none', (text) => {
  expect(parseFileSize(text)).toBeUndefined()
})

test('the px of a file are whole and at least one', () => {
  const layer = { width: 100.4, height: 33.3 }
  expect(pixelsOf({ by: 'scale', value: 2 }, layer)).toEqual({ width: 201, height: 67 })
  expect(pixelsOf({ by: 'width', value: 512 }, layer)).toEqual({ width: 512, height: 170 })
  expect(pixelsOf({ by: 'height', value: 300 }, layer)).toEqual({ width: 905, height: 300 })
  expect(pixelsOf({ by: 'scale', value: 0.01 }, layer)).toEqual({ width: 1, height: 1 })
  expect(scaleOf({ by: 'height', value: 300 }, { width: 10, height: 150 })).toBe(2)
})

test('a hairline without any width has a file as well', () => {
  expect(pixelsOf({ by: 'height', value: 50 }, { width: 0, height: 100 })).toEqual({ width: 1, height: 50 })
  expect(pixelsOf({ by: 'width', value: 50 }, { width: 0, height: 1 })).toEqual({ width: 1, height: 50 })
})
