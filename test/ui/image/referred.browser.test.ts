import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { asJpeg, bytesOf, pixelsOf, sample } from './samples.ts'

let browser: BrowserModule<typeof import('./in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

/** Red on the left, blue on the right. */
const halves = (width: number, height: number, encode?: Parameters<typeof sample>[2]) =>
  sample({ width, height }, (x) => (x < width / 2 ? [220, 30, 30, 255] : [30, 30, 220, 255]), encode)
const plain = (width: number, height: number, format: 'png' | 'jpeg' = 'png') =>
  sharp({ create: { width, height, channels: 3, background: '#3366aa' } })
    .toFormat(format)
    .toBuffer()

const turned = async (format: 'jpeg' | 'png') => {
  const { bytes } = await halves(80, 40)
  const image = sharp(bytes).removeAlpha().withMetadata({ orientation: 6 })
  return bytesOf(
    await image
      .withExifMerge({ IFD0: { Artist: 'Secret Person' } })
      .toFormat(format)
      .toBuffer(),
  )
}

test.each(['jpeg', 'png'] as const)('a %s that wants to be turned is sent upright', async (format) => {
  const bytes = await turned(format)
  expect(await sharp(bytes).metadata()).toMatchObject({ orientation: 6, width: 80, height: 40 })
  const sent = await browser.call('refer', bytes)
  expect([sent.width, sent.height]).toEqual([40, 80])
  const { at } = await pixelsOf(sent)
  expect([at(20, 10)[0] > 200, at(20, 70)[2] > 200]).toEqual([true, true])
})

test('an image that Figma shows as it lies is sent as it lies', async () => {
  const sent = await browser.call('refer', await turned('jpeg'), { width: 80, height: 40 })
  expect([sent.width, sent.height]).toEqual([80, 40])
})

test.each(['jpeg', 'png'] as const)('nothing but the pixels of a %s is sent', async (format) => {
  const bytes = await turned(format)
  expect(Buffer.from(bytes).includes('Secret')).toBe(true)
  const sent = await browser.call('refer', bytes)
  expect(Buffer.from(sent.bytes).includes('Secret')).toBe(false)
  const { exif, iptc, xmp, comments } = await sharp(sent.bytes).metadata()
  expect([exif, iptc, xmp, comments]).toEqual([undefined, undefined, undefined, undefined])
})

test.each([
  ['a photograph of 24 MP', 6000, 4000, [1536, 1024]],
  ['a tall one', 1000, 4000, [627, 2508]],
  ['a banner', 9000, 900, [3966, 397]],
  ['a line', 16_000, 160, [4096, 41]],
  ['a small one, which stays as it is', 300, 200, [300, 200]],
] as const)('%s has the pixels that models use', async (_, width, height, size) => {
  const sent = await browser.call('refer', bytesOf(await plain(width, height, 'jpeg')))
  expect([sent.width, sent.height]).toEqual(size)
  expect(await pixelsOf(sent)).toMatchObject({ width: size[0], height: size[1] })
})

test.each(['webp', 'avif', 'gif', 'png', 'jpeg'] as const)('an opaque %s goes as JPEG', async (format) => {
  const { bytes } = await halves(64, 32)
  const options = format === 'avif' ? { effort: 0, lossless: true } : {}
  const sent = await browser.call(
    'refer',
    bytesOf(await sharp(bytes).removeAlpha().toFormat(format, options).toBuffer()),
  )
  expect([sent.type, (await sharp(sent.bytes).metadata()).format]).toEqual(['image/jpeg', 'jpeg'])
  const { at } = await pixelsOf(sent)
  expect([at(8, 16)[0] > 200, at(56, 16)[2] > 200]).toEqual([true, true])
})

test.each(['png', 'webp'] as const)('a %s with clear parts goes as PNG, and they stay clear', async (format) => {
  const { bytes } = await sample({ width: 64, height: 32 }, (x) => (x < 32 ? [220, 30, 30, 255] : [30, 30, 220, 0]))
  const sent = await browser.call('refer', bytesOf(await sharp(bytes).toFormat(format, { lossless: true }).toBuffer()))
  expect([sent.type, (await sharp(sent.bytes).metadata()).format]).toEqual(['image/png', 'png'])
  const { at } = await pixelsOf(sent)
  expect([at(8, 16)[3], at(56, 16)[3]]).toEqual([255, 0])
})

test('what is damaged is refused with a sentence', async () => {
  const { bytes } = await halves(200, 200, asJpeg)
  for (const broken of [bytesOf(Buffer.from('no picture')), bytes.slice(0, 60)]) {
    await expect(browser.call('refer', broken)).rejects.toMatchObject({
      fault: 'image',
      message: 'This image cannot be read: its file is damaged or of an unknown kind.',
    })
  }
})

test('what would fill the memory is refused before it is decoded', async () => {
  const { bytes } = await halves(8, 8)
  new DataView(bytes.buffer).setUint32(16, 20_000)
  new DataView(bytes.buffer).setUint32(20, 15_000)
  await expect(browser.call('refer', bytes)).rejects.toMatchObject({
    fault: 'image',
    message: 'An image of 20000 × 15000 px is too large to work on.',
  })
})
