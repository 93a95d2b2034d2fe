import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { isBare } from '../../../src/ui/image/bare.ts'
import { bytesOf } from './samples.ts'

const plain = () => sharp({ create: { width: 20, height: 10, channels: 4, background: '#c0402080' } })
const exif = { IFD0: { Copyright: 'A person', Orientation: '6' } }

test.each<[string, boolean, () => Sharp]>([
  ['a PNG', true, () => plain().png()],
  ['a PNG with a palette', true, () => plain().png({ palette: true })],
  ['a JPEG', true, () => plain().removeAlpha().jpeg()],
  ['a progressive JPEG', true, () => plain().removeAlpha().jpeg({ progressive: true })],
  ['a PNG with words of a camera', false, () => plain().png().withExif(exif)],
  ['a JPEG with words of a camera', false, () => plain().removeAlpha().jpeg().withExif(exif)],
  ['a JPEG with colours of its own', false, () => plain().removeAlpha().jpeg().withIccProfile('p3')],
  ['a PNG with colours of its own', false, () => plain().png().withIccProfile('p3')],
  ['a WebP', false, () => plain().webp()],
  ['a GIF', false, () => plain().gif()],
])('%s is bare: %s', async (_, bare, picture) => {
  expect(isBare(bytesOf(await picture().toBuffer()))).toBe(bare)
})

test('a comment in a JPEG is more than pixels', async () => {
  const jpeg = await plain().removeAlpha().jpeg().toBuffer()
  const comment = Buffer.from([0xff, 0xfe, 0, 4, 0x68, 0x69])
  expect(isBare(bytesOf(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)])))).toBe(false)
})

test('what is no picture is not bare', () => {
  expect(isBare(new Uint8Array([1, 2, 3]))).toBe(false)
})
