import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pngOf } from '../../../../src/ui/image/region/png-file.ts'
import { straightPixels } from '../../../../src/ui/image/region/png-pixels.ts'
import { bytesOf } from '../samples.ts'

const pixels = fc.tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 150 })).chain(([width, height]) =>
  fc.record({
    ...{ width: fc.constant(width), height: fc.constant(height) },
    data: fc.uint8ClampedArray({ minLength: width * height * 4, maxLength: width * height * 4 }),
  }),
)
const decoded = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer({ resolveWithObject: true })

test('a PNG holds exactly the pixels that it was made of, as another library reads them', async () => {
  await fc.assert(
    fc.asyncProperty(pixels, async (pixels) => {
      const { bytes, width, height } = await pngOf(pixels)
      const { data, info } = await decoded(bytes)
      expect([info.width, info.height, info.channels]).toEqual([width, height, 4])
      expect(Buffer.compare(data, Buffer.from(pixels.data))).toBe(0)
      expect((await straightPixels(bytes))?.data).toEqual(pixels.data)
    }),
    { numRuns: 25 },
  )
})

const raw = Buffer.from(Array.from({ length: 40 * 30 * 4 }, (_, at) => (at * at * 7 + at) % 256))
const made = () => sharp(raw, { raw: { width: 40, height: 30, channels: 4 } })

test.each([
  ['every filter', () => made().png({ adaptiveFiltering: true })],
  ['a palette', () => made().png({ palette: true, colours: 32 })],
  ['a palette of a few', () => made().png({ palette: true, colours: 3 })],
  ['greys', () => made().toColourspace('b-w').png()],
])('reads a PNG with alpha and %s as another library does', async (_, file) => {
  const bytes = bytesOf(await file().toBuffer())
  const expected = await sharp(bytes).ensureAlpha().toColourspace('srgb').raw().toBuffer()
  const pixels = await straightPixels(bytes)
  expect(pixels).toBeDefined()
  expect(Buffer.compare(Buffer.from(pixels!.data), expected)).toBe(0)
})

test.each([
  ['has no alpha', () => made().removeAlpha().png()],
  ['is interlaced', () => made().png({ progressive: true })],
  ['has 16 bits', () => made().toColourspace('rgb16').png()],
  ['has colours of its own', () => made().withMetadata({ icc: 'p3' }).png()],
  ['is no PNG', () => made().webp()],
])('leaves to the browser what %s', async (_, file) => {
  expect(await straightPixels(bytesOf(await file().toBuffer()))).toBeUndefined()
})

test('a file that is cut off is not read', async () => {
  const bytes = bytesOf(await made().png().toBuffer())
  expect(await straightPixels(bytes.slice(0, bytes.length / 2))).toBeUndefined()
})

/** The file with one more chunk before its pixels. */
function withChunk(bytes: Uint8Array, name: string, body: readonly number[]) {
  const chunk = [0, 0, 0, body.length, ...new TextEncoder().encode(name), ...body, 0, 0, 0, 0]
  return bytesOf(Buffer.from([...bytes.subarray(0, 33), ...chunk, ...bytes.subarray(33)]))
}

test('what a file says of its gamma counts only where it does not say that it is sRGB', async () => {
  const bytes = bytesOf(await made().png().toBuffer())
  const gamma = withChunk(bytes, 'gAMA', [0, 0, 177, 143])
  expect(await straightPixels(gamma)).toBeUndefined()
  expect(await straightPixels(withChunk(gamma, 'sRGB', [0]))).toEqual(await straightPixels(bytes))
})
