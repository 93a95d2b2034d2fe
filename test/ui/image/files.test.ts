import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hasExif, withoutExif } from '../../../src/ui/image/exif.ts'
import { fileOfAnswer, namedFor, uploadOf } from '../../../src/ui/image/files.ts'
import { headerSizeOf } from '../../../src/ui/image/header.ts'
import { bytesOf } from './samples.ts'

const blank = (channels: 3 | 4 = 3) => sharp({ create: { width: 40, height: 24, channels, background: '#c40' } })
const png = { bytes: new Uint8Array(3), width: 1, height: 1, type: 'image/png' } as const

test('an upload is what it truly is, named for that, and made once', () => {
  const { type, size } = uploadOf(png)
  expect([type, size]).toEqual(['image/png', 3])
  expect(uploadOf(png)).toBe(uploadOf(png))
  expect(namedFor('image/jpeg', 'Hero v1.2.PNG')).toBe('Hero v1.2.jpg')
})

test('an answer is named for what its bytes show, and `.bin` where they show no picture', async () => {
  const avif = fileOfAnswer(bytesOf(await blank().avif({ effort: 0 }).toBuffer()))
  const words = fileOfAnswer(new TextEncoder().encode('Bad gateway'))
  expect([avif, words].map(({ type }) => namedFor(type, 'Hero'))).toEqual(['Hero.avif', 'Hero.bin'])
  expect(await words.text()).toBe('Bad gateway')
})

test.each([
  ['PNG', blank().png()],
  ['JPEG', blank().jpeg()],
  ['progressive JPEG with EXIF', blank().jpeg({ progressive: true }).withMetadata({ orientation: 6 })],
  ['GIF', blank().gif()],
  ['lossy WebP', blank().webp()],
  ['lossless WebP', blank().webp({ lossless: true })],
  ['WebP with alpha', blank(4).webp().withMetadata({ orientation: 1 })],
  ['AVIF', blank().avif({ effort: 0 })],
])('the size of a %s is read without decoding it', async (_, image) => {
  expect(headerSizeOf(bytesOf(await image.toBuffer()))).toEqual({ width: 40, height: 24 })
})

test('no size is read from what is cut off or no picture', async () => {
  const jpeg = bytesOf(await blank().jpeg().toBuffer())
  for (const length of [0, 2, 3, 5, 20, 100]) expect(headerSizeOf(jpeg.slice(0, length))).toBeUndefined()
  expect(headerSizeOf(bytesOf(Buffer.from('RIFF0000WEBPVP8 ')))).toBeUndefined()
  expect(headerSizeOf(bytesOf(Buffer.from('<html>')))).toBeUndefined()
})

test.each(['png', 'jpeg'] as const)('EXIF is found in a %s and taken out, the pixels stay', async (format) => {
  const plain = await blank().toFormat(format).toBuffer()
  const turned = bytesOf(await blank().toFormat(format).withMetadata({ orientation: 6 }).toBuffer())
  expect([hasExif(bytesOf(plain)), hasExif(turned)]).toEqual([false, true])

  const without = Buffer.from(await withoutExif(turned).arrayBuffer())
  expect((await sharp(without).metadata()).orientation).toBeUndefined()
  expect(await sharp(without).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer())
})
