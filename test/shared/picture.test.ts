import { expect, test } from 'vitest'
import { pngSizeOf, typeOf } from '../../src/shared/picture.ts'

const bytes = (...parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((c) => c.charCodeAt(0)))))

const PNG = [0x89, 'PNG\r\n', 0x1a, '\n']

test.each([
  ['image/png', bytes(...PNG)],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['image/gif', bytes('GIF89a')],
  ['image/webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
  ['image/avif', bytes(0, 0, 0, 28, 'ftypavif')],
])('%s is known by its first bytes', (type, start) => {
  expect(typeOf(start)).toBe(type)
})

test.each([[bytes()], [bytes('<!doctype html>')], [bytes('RIFF', 1, 2, 3, 4, 'WAVE')], [bytes(0x89, 'PN')]])(
  'what is no picture has no type',
  (start) => {
    expect(typeOf(start)).toBeUndefined()
  },
)

test('the size of a PNG is read from its header, also in the middle of a buffer', () => {
  const png = bytes(...PNG, 0, 0, 0, 13, 'IHDR', 0, 0, 4, 0xe6, 0, 0, 3, 0x44)
  const shifted = new Uint8Array([1, 2, 3, ...png]).subarray(3)
  expect(pngSizeOf(shifted)).toEqual({ width: 1254, height: 836 })
})

test('half a header has no size', () => {
  expect(pngSizeOf(bytes(...PNG, 0, 0, 0, 13, 'IHDR', 0))).toBeUndefined()
})
