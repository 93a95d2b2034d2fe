import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Picture, PictureType, Size } from '../../../src/shared/picture.ts'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { farthest, findMarks, markedSample } from './marks.ts'
import { asJpeg, bytesOf, echoOf, pixelsOf, sample } from './samples.ts'

let browser: BrowserModule<typeof import('./in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

/** To an upscaler and back, which answers with what it was sent, at this size. */
async function enlarged(picture: Picture, size: Size, answer = echoOf) {
  const { recipe, sent } = await browser.call('sendToUpscaler', picture)
  return browser.call('back', recipe, await answer(sent, size))
}

/** Sent as a file of another type. */
const as = async ({ bytes, ...picture }: Picture, type: 'webp' | 'gif' | 'avif'): Promise<Picture> => ({
  ...picture,
  bytes: bytesOf(await sharp(bytes).toFormat(type, { lossless: true }).toBuffer()),
  type: `image/${type}` satisfies PictureType,
})

/** A disc in its own colour; clear around it, half clear at its rim. */
const disc = (size: Size) =>
  sample(size, (x, y) => {
    const away = Math.hypot(x + 0.5 - size.width / 2, y + 0.5 - size.height / 2) / (size.height / 2)
    return [200, 60, 40, away < 0.5 ? 255 : away < 0.7 ? 128 : 0]
  })

const flattened: typeof echoOf = async ({ bytes }, size) =>
  bytesOf(
    await sharp(bytes)
      .flatten({ background: '#fff' })
      .resize({ ...size, fit: 'fill', kernel: 'nearest' })
      .png()
      .toBuffer(),
  )

test('the file itself is sent, neither padded nor encoded anew', async () => {
  for (const picture of [await disc({ width: 60, height: 40 }), await photo(60, 40)]) {
    const { sent, isTheFile } = await browser.call('sendToUpscaler', picture)
    expect([isTheFile, Buffer.from(sent.bytes).equals(picture.bytes)]).toEqual([true, true])
  }
})

test('of a picture of the camera only the pixels are sent, at their own size and the right way up', async () => {
  const { bytes } = await photo(60, 40)
  const withExif = { IFD0: { Orientation: '6' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } }
  const turned = bytesOf(await sharp(bytes).withExif(withExif).toBuffer())
  const { sent } = await browser.call('sendToUpscaler', { bytes: turned, type: 'image/jpeg', width: 40, height: 60 })
  expect([sent.type, sent.width, sent.height]).toEqual(['image/jpeg', 40, 60])
  expect((await sharp(sent.bytes).metadata()).exif).toBeUndefined()
})

test.each(['webp', 'gif', 'avif'] as const)(
  '%s is sent as a PNG of its own size that is clear where it was',
  async (type) => {
    const { sent } = await browser.call('sendToUpscaler', await as(await disc({ width: 60, height: 40 }), type))
    expect(sent).toMatchObject({ type: 'image/png', width: 60, height: 40 })
    const { at } = await pixelsOf(sent)
    expect([at(0, 0)[3], at(30, 20)[3]]).toEqual([0, 255])
  },
)

test('what comes back is the whole answer, in its place, at the ratio of the source', async () => {
  for (const size of [
    { width: 333, height: 77 },
    { width: 97, height: 300 },
  ]) {
    const source = await markedSample(size)
    // An upscaler that rounds its edges up.
    const answer = { width: Math.ceil((size.width * 3) / 8) * 8, height: Math.ceil((size.height * 3) / 8) * 8 }
    const result = await enlarged(source, answer)
    expect(farthest(await findMarks(result), await findMarks(source))).toBeLessThan(0.01)
    expect(Math.abs(result.height - (result.width * size.height) / size.width)).toBeLessThanOrEqual(1)
    expect(result.width).toBeGreaterThan(size.width * 2.9)
    expect(result.width <= answer.width && result.height <= answer.height).toBe(true)
  }
})

test('an answer of more than Figma takes is made smaller, and keeps the ratio', async () => {
  const result = await enlarged(await photo(1400, 700), { width: 5600, height: 2800 })
  expect([result.width, result.height]).toEqual([4096, 2048])
})

test.each([
  ['smaller', { width: 300, height: 200 }],
  ['of the same size', { width: 600, height: 400 }],
])('an answer that is %s is no use', async (_, size) => {
  await expect(enlarged(await photo(600, 400), size)).rejects.toMatchObject({
    fault: 'provider',
    message: `What came has ${size.width} × ${size.height} px and is not larger than the image, which has 600 × 400 px.`,
  })
})

test('a thin strip is larger by whole px, and that is no other shape', async () => {
  const result = await enlarged(await photo(400, 7), { width: 600, height: 11 })
  expect(result.width).toBeGreaterThan(590)
})

test('an answer of quite another shape is not stretched over the layer', async () => {
  await expect(enlarged(await photo(600, 400), { width: 900, height: 1400 })).rejects.toMatchObject({
    fault: 'provider',
    message: 'What came has 900 × 1400 px and is of another shape than the image, which has 600 × 400 px.',
  })
})

test('where the answer is opaque and the source was not, it gets the source’s alpha, enlarged', async () => {
  const result = await enlarged(await disc({ width: 120, height: 80 }), { width: 480, height: 320 }, flattened)
  expect(result).toMatchObject({ type: 'image/png', width: 480, height: 320 })
  const { at } = await pixelsOf(result)
  expect([at(2, 2)[3], at(240, 160)]).toEqual([0, [200, 60, 40, 255]])
  // The half clear rim has the disc's colour, and not that of the ground that the answer was laid on.
  const [red, , , alpha] = at(240 + 96, 160)
  expect(alpha).toBeGreaterThan(100)
  expect(alpha).toBeLessThan(156)
  expect(Math.abs(red - 200)).toBeLessThan(20)
})

test('alpha that the answer has itself is finer, and stays', async () => {
  const result = await enlarged(await disc({ width: 120, height: 80 }), { width: 480, height: 320 })
  const { at } = await pixelsOf(result)
  expect([at(2, 2)[3], at(240, 160)[3]]).toEqual([0, 255])
})

test('an opaque source stays opaque, whatever the answer is', async () => {
  const opaque = await sample({ width: 60, height: 40 }, (x) => [x * 4, 90, 90, 255])
  const holed: typeof echoOf = async (_, size) => (await disc(size)).bytes
  const { at } = await pixelsOf(await enlarged(opaque, { width: 240, height: 160 }, holed))
  expect([at(2, 2), at(120, 80)]).toEqual([
    [255, 255, 255, 255],
    [200, 60, 40, 255],
  ])
})

const scene = (width: number, height: number) =>
  sample({ width, height }, (x, y) => {
    const light = 110 + 60 * Math.sin(x / 9 + (y / height) * 4) + 30 * Math.sin(y / 4 + x / 31)
    const isSign = x > width * 0.1 && x < width * 0.3 && y > height * 0.6 && y < height * 0.8
    return isSign ? [220, 60, 40, 255] : [light, light * 0.9, light * 0.6, 255]
  })
const changed =
  (change: (image: Sharp) => Sharp): typeof echoOf =>
  async ({ bytes }, size) =>
    bytesOf(
      await change(
        sharp(
          await sharp(bytes)
            .resize({ ...size, fit: 'fill' })
            .png()
            .toBuffer(),
        ),
      )
        .png()
        .toBuffer(),
    )

test.each([
  [32, 24, [2, 3, 4]],
  [300, 200, [2, 3, 4]],
  [560, 360, [2]],
])('an enlargement of %d × %d px is like its source, by %j', async (width, height, factors) => {
  for (const factor of factors) {
    const { likeness } = await enlarged(await scene(width, height), { width: width * factor, height: height * factor })
    expect(likeness).toBeGreaterThan(0.9)
    expect(likeness).toBeLessThanOrEqual(1)
  }
})

test.each<[string, (image: Sharp) => Sharp]>([
  ['mirrored', (image) => image.flop()],
  ['upside down', (image) => image.rotate(180)],
  ['8 px of the source to the right', (image) => image.extend({ left: 16, extendWith: 'copy' })],
  ['in other colours', (image) => image.modulate({ hue: 90 })],
])('an answer that is %s is not', async (_, change) => {
  for (const { width, height } of [
    { width: 300, height: 200 },
    { width: 560, height: 360 },
  ]) {
    const size = { width: width * 2, height: height * 2 }
    const whole = changed((image) => change(image))
    const cropped: typeof echoOf = async (sent, size) =>
      bytesOf(
        await sharp(await whole(sent, size))
          .extract({ left: 0, top: 0, ...size })
          .png()
          .toBuffer(),
      )
    expect((await enlarged(await scene(width, height), size, cropped)).likeness).toBeLessThan(0.6)
  }
})

test('what is clear is no reason to find an answer unlike, whether it kept that or lost it', async () => {
  for (const answer of [echoOf, flattened]) {
    const { likeness } = await enlarged(await disc({ width: 120, height: 80 }), { width: 480, height: 320 }, answer)
    expect(likeness).toBeGreaterThan(0.85)
  }
})

test('what is not a picture is a fault of the provider', async () => {
  const none: typeof echoOf = async () => bytesOf(Buffer.from('Sorry.'))
  await expect(enlarged(await photo(60, 40), { width: 1, height: 1 }, none)).rejects.toMatchObject({
    fault: 'provider',
  })
})

function photo(width: number, height: number) {
  return sample({ width, height }, (x, y) => [(x * 7) % 256, (y * 5) % 256, 120, 255], asJpeg)
}
