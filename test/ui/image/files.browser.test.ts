import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bytes, Size } from '../../../src/shared/picture.ts'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { asJpeg, bytesOf, pixelsOf, sample } from './samples.ts'

let browser: BrowserModule<typeof import('./in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

const halves = (size: Size) => sample(size, (x) => (x < size.width / 2 ? [220, 30, 30, 255] : [30, 30, 220, 255]))
const rings = (size: Size) =>
  sample(size, (x, y) => (Math.hypot(x, y) % 20 < 7 ? [220, 30, 30, 255] : [30, 30, 220, 255]))
const noise = (size: Size) => sample(size, (x, y) => [wild(x, y), wild(y, x), wild(x + 7, y * 3), 255])
const TINY = { width: 8, height: 8 }
const wild = (x: number, y: number) => Math.abs(Math.floor(Math.sin(x * 12.9898 + y * 78.233) * 43758.5453)) % 256

/** EXIF as a camera writes it: how to turn the picture (Exif 2.3, tag 0x0112), and here a name as well. */
function withExif(jpeg: Bytes, orientation: number): Bytes {
  const name = 'Secret Person'
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  tiff.push(0x01, 0x3b, 0, 2, 0, 0, 0, name.length + 1, 0, 0, 0, 38, 0, 0, 0, 0, ...Buffer.from(`${name}\0`))
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  return new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2, ...body, ...jpeg.subarray(2)])
}

/** 80 × 40, red on the left, which EXIF wants turned by 90°: 40 × 80, red on top. */
async function turnedJpeg() {
  const { bytes } = await sample(
    { width: 80, height: 40 },
    (x) => (x < 40 ? [220, 30, 30, 255] : [30, 30, 220, 255]),
    asJpeg,
  )
  return withExif(bytes, 6)
}

test('the sample is a JPEG that asks to be turned', async () => {
  expect(await sharp(await turnedJpeg()).metadata()).toMatchObject({ orientation: 6, width: 80, height: 40 })
})

test('a picture that Figma shows turned is sent turned', async () => {
  const picture = { bytes: await turnedJpeg(), width: 40, height: 80, type: 'image/jpeg' } as const
  const { sent } = await browser.call('send', picture, { shape: { width: 40, height: 80 }, alpha: 'keep' })
  const { at } = await pixelsOf(sent)
  expect([at(20, 10)[0] > 200, at(20, 70)[2] > 200]).toEqual([true, true])
})

test('a picture that Figma shows as it lies in the file is sent as it lies', async () => {
  const picture = { bytes: await turnedJpeg(), width: 80, height: 40, type: 'image/jpeg' } as const
  const { sent } = await browser.call('send', picture, { shape: { width: 80, height: 40 }, alpha: 'keep' })
  const { at } = await pixelsOf(sent)
  expect([at(10, 20)[0] > 200, at(70, 20)[2] > 200]).toEqual([true, true])
})

test('a PNG with EXIF lies and turns as a JPEG does', async () => {
  const { bytes } = await halves({ width: 80, height: 40 })
  const turned = bytesOf(await sharp(bytes).withMetadata({ orientation: 6 }).png().toBuffer())
  for (const [width, height] of [
    [40, 80],
    [80, 40],
  ] as const) {
    const picture = { bytes: turned, width, height, type: 'image/png' } as const
    const { sent } = await browser.call('send', picture, { shape: { width, height }, alpha: 'keep' })
    const { at } = await pixelsOf(sent)
    expect([at(10, 10)[0] > 200, at(width - 10, height - 10)[2] > 200]).toEqual([true, true])
  }
})

test('nothing but pixels is sent', async () => {
  const picture = { bytes: await turnedJpeg(), width: 80, height: 40, type: 'image/jpeg' } as const
  const { sent } = await browser.call('send', picture, { shape: { width: 80, height: 40 }, alpha: 'keep' })
  expect(Buffer.from(sent.bytes).includes('Secret')).toBe(false)
  const { format, exif, iptc, xmp, comments } = await sharp(sent.bytes).metadata()
  expect([format, exif, iptc, xmp, comments]).toEqual(['jpeg', undefined, undefined, undefined, undefined])
})

test('of a PNG nothing but pixels is sent either', async () => {
  const bytes = new Uint8Array(
    await sharp(await turnedJpeg())
      .withMetadata()
      .png()
      .toBuffer(),
  )
  const picture = { bytes, width: 80, height: 40, type: 'image/png' } as const
  const { sent } = await browser.call('send', picture, { shape: { width: 80, height: 40 }, alpha: 'keep' })
  expect(new Set(chunksOf(sent.bytes))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']))
  expect(Buffer.from(sent.bytes).includes('Secret')).toBe(false)
})

/** The names of a PNG's chunks: each is a length, a name, that many bytes and a checksum. */
function chunksOf(png: Bytes) {
  const buffer = Buffer.from(png)
  const names: string[] = []
  for (let at = 8; at < buffer.length; at += 12 + buffer.readUInt32BE(at))
    names.push(buffer.toString('latin1', at + 4, at + 8))
  return names
}

test('an answer that wants to be turned is turned', async () => {
  const result = await browser.call('answered', await turnedJpeg(), { width: 40, height: 80 })
  expect([result.width, result.height]).toEqual([40, 80])
  expect((await pixelsOf(result)).at(20, 10)[0]).toBeGreaterThan(200)
})

test.each(['webp', 'avif', 'gif', 'png', 'jpeg'] as const)(
  'an answer in %s becomes what Figma takes',
  async (format) => {
    const { bytes } = await halves({ width: 64, height: 32 })
    const options = format === 'avif' ? { effort: 0, lossless: true } : {}
    const answer = bytesOf(await sharp(bytes).removeAlpha().toFormat(format, options).toBuffer())
    const result = await browser.call('answered', answer, { width: 64, height: 32 })
    expect(['image/png', 'image/jpeg']).toContain(result.type)
    expect(`image/${(await sharp(result.bytes).metadata()).format}`).toBe(result.type)
    expect([result.width, result.height]).toEqual([64, 32])
    const { at } = await pixelsOf(result)
    expect([at(8, 16)[0] > 200, at(56, 16)[2] > 200]).toEqual([true, true])
  },
)

test('an answer of 5000 px is reduced to 4096', async () => {
  const answer = await sharp({ create: { width: 5000, height: 1250, channels: 3, background: '#3a6' } })
    .png()
    .toBuffer()
  const result = await browser.call('answered', bytesOf(answer), { width: 5000, height: 1250 })
  expect([result.width, result.height]).toEqual([4096, 1024])
  expect(await pixelsOf(result)).toMatchObject({ width: 4096, height: 1024 })
})

test('a photograph is placed as JPEG, a flat graphic as PNG', async () => {
  const square = { width: 300, height: 300 }
  const photo = await browser.call('answered', (await noise(square)).bytes, square)
  const graphic = await browser.call('answered', (await rings(square)).bytes, square)
  expect([photo.type, graphic.type]).toEqual(['image/jpeg', 'image/png'])
})

test('a thumbnail is as small as asked and keeps its ratio', async () => {
  const small = await browser.call('thumbnail', await halves({ width: 900, height: 300 }), 96)
  expect([small.width, small.height]).toEqual([96, 32])
  expect(await pixelsOf(small)).toMatchObject({ width: 96, height: 32 })
})

test.each([
  ['text', Buffer.from('<html>Bad Gateway</html>')],
  ['nothing', Buffer.alloc(0)],
  ['half a PNG header', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
])('an answer of %s is the provider’s fault', async (_, bytes) => {
  await expect(browser.call('answered', bytesOf(bytes), TINY)).rejects.toMatchObject({
    fault: 'provider',
    message: 'What the provider answered is not an image.',
  })
})

test.each(['png', 'jpeg'] as const)('a %s that was cut off on its way is not half a result', async (format) => {
  const { bytes } = await noise({ width: 100, height: 100 })
  const whole = bytesOf(await sharp(bytes).removeAlpha().toFormat(format).toBuffer())
  await expect(browser.call('answered', whole.slice(0, whole.length * 0.9), TINY)).rejects.toMatchObject({
    fault: 'provider',
  })
})

test('a file of our own that is damaged is not the provider’s fault', async () => {
  const damaged = { bytes: bytesOf(Buffer.from('no')), ...TINY, type: 'image/png' } as const
  await expect(browser.call('send', damaged, { shape: TINY, alpha: 'keep' })).rejects.toMatchObject({ fault: 'image' })
})

test('a picture that would fill the memory is refused before it is decoded', async () => {
  const { bytes } = await halves({ width: 8, height: 8 })
  new DataView(bytes.buffer).setUint32(16, 60_000)
  new DataView(bytes.buffer).setUint32(20, 50_000)
  await expect(browser.call('answered', bytes, TINY)).rejects.toMatchObject({
    fault: 'image',
    message: 'An image of 60000 × 50000 px is too large to work on.',
  })
})
