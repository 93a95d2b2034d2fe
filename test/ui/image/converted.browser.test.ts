import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Picture, Size } from '../../../src/shared/picture.ts'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { bytesOf, pixelsOf, sample } from './samples.ts'

type Module = typeof import('./in-browser.ts')
let browser: BrowserModule<Module>
beforeAll(async () => {
  browser = await openModule<Module>('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

/** Red, half clear blue, and nothing with green behind it, each a third. */
const thirds = (size: Size) =>
  sample(size, (x) =>
    x < size.width / 3 ? [200, 40, 40, 255] : x < (size.width * 2) / 3 ? [0, 0, 200, 128] : [0, 255, 0, 0],
  )
const photo = (size: Size) => sample(size, (x, y) => [(x * 7 + y * 3) % 256, (x * y) % 256, (x * x + y) % 256, 255])
const plain = async ({ width, height }: Size): Promise<Picture> => {
  const image = sharp({ create: { width, height, channels: 4, background: '#3366aa' } })
  return { bytes: bytesOf(await image.png().toBuffer()), type: 'image/png', width, height }
}

function expectNear(found: readonly number[], wanted: readonly number[], most: number) {
  for (const [index, value] of wanted.entries()) {
    expect(Math.abs(found[index]! - value), `${found} and ${wanted}`).toBeLessThanOrEqual(most)
  }
}

test('a JPG lies on the ground that was chosen, half where the picture is half clear', async () => {
  const picture = await thirds({ width: 96, height: 32 })
  const result = await browser.call('convert', picture, { type: 'image/jpeg', quality: 95, ground: '#20c060' })
  expect(result).toMatchObject({ type: 'image/jpeg', width: 96, height: 32 })
  expect((await sharp(result.bytes).metadata()).format).toBe('jpeg')
  const { at } = await pixelsOf(result)
  expectNear(at(8, 16), [200, 40, 40, 255], 4)
  expectNear(at(48, 16), [16, 96, 148, 255], 4)
  expectNear(at(88, 16), [32, 192, 96, 255], 4)
})

test('without a ground a JPG is white where the picture is clear', async () => {
  const result = await browser.call('convert', await thirds({ width: 96, height: 32 }), {
    type: 'image/jpeg',
    quality: 95,
  })
  const { at } = await pixelsOf(result)
  expectNear(at(48, 16), [127, 127, 228, 255], 4)
  expectNear(at(88, 16), [255, 255, 255, 255], 2)
})

test('a WebP keeps what is clear and what is half clear, and no ground', async () => {
  const picture = await thirds({ width: 96, height: 32 })
  for (const quality of [80, 100]) {
    const result = await browser.call('convert', picture, { type: 'image/webp', quality, ground: '#20c060' })
    expect(result).toMatchObject({ type: 'image/webp', width: 96, height: 32 })
    expect(await sharp(result.bytes).metadata()).toMatchObject({ format: 'webp', hasAlpha: true })
    const { at } = await pixelsOf(result)
    expectNear(at(8, 16), [200, 40, 40, 255], 8)
    expectNear(at(48, 16), [0, 0, 200, 128], 8)
    expect(at(88, 16)[3]).toBe(0)
  }
})

test('an edge that is soft stays so in a WebP, level by level', async () => {
  const picture = await sample({ width: 256, height: 16 }, (x) => [90, 120, 30, x])
  const { at } = await pixelsOf(await browser.call('convert', picture, { type: 'image/webp', quality: 85 }))
  for (let x = 0; x < 256; x++) expect(Math.abs(at(x, 8)[3] - x), `at ${x}`).toBeLessThanOrEqual(2)
})

test.each(['image/jpeg', 'image/webp'] as const)(
  'every step of quality makes a %s heavier and nearer',
  async (type) => {
    const picture = await photo({ width: 160, height: 120 })
    const source = await pixelsOf(picture)
    const made = []
    for (const quality of [10, 50, 90]) {
      const result = await browser.call('convert', picture, { type, quality })
      const { data } = await pixelsOf(result)
      const apart = data.reduce((sum, value, index) => sum + Math.abs(value - source.data[index]!), 0)
      made.push({ bytes: result.bytes.length, apart })
    }
    const [low, middle, high] = made as [(typeof made)[0], (typeof made)[0], (typeof made)[0]]
    expect([low.bytes < middle.bytes, middle.bytes < high.bytes]).toEqual([true, true])
    expect([low.apart > middle.apart, middle.apart > high.apart]).toEqual([true, true])
  },
)

test('nothing is resampled: every other px stays what it is, beyond what Figma takes as well', async () => {
  const picture = await sample({ width: 5000, height: 8 }, (x) => (x % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255]))
  const { at, width } = await pixelsOf(await browser.call('convert', picture, { type: 'image/webp', quality: 100 }))
  expect(width).toBe(5000)
  for (let x = 0; x < 5000; x += 499) expectNear(at(x, 4), x % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255], 0)
})

test('a long picture is written up to what a file of its type holds, and refused above', async () => {
  const long = await plain({ width: 16_384, height: 4 })
  expect(await browser.call('convert', long, { type: 'image/jpeg', quality: 80 })).toMatchObject({ width: 16_384 })
  await expect(browser.call('convert', long, { type: 'image/webp', quality: 80 })).rejects.toMatchObject({
    fault: 'image',
    message: 'A WebP has at most 16383 px an edge; this one would be 16384 × 4 px.',
  })
  const longest = await plain({ width: 32_768, height: 2 })
  await expect(browser.call('convert', longest, { type: 'image/jpeg', quality: 80 })).rejects.toMatchObject({
    fault: 'image',
    message: 'A JPG has at most 32767 px an edge; this one would be 32768 × 2 px.',
  })
})

test('a picture of 100 megapixels becomes a JPG', async () => {
  const large = await plain({ width: 10_000, height: 10_000 })
  const result = await browser.call('convert', large, { type: 'image/jpeg', quality: 80 })
  const centre = await sharp(result.bytes).extract({ left: 9_990, top: 9_990, width: 4, height: 4 }).raw().toBuffer()
  expectNear([...centre.subarray(0, 3)], [0x33, 0x66, 0xaa], 3)
})

test('what is no picture is told so', async () => {
  const broken = { bytes: bytesOf(Buffer.from('no')), width: 8, height: 8, type: 'image/png' } as const
  await expect(browser.call('convert', broken, { type: 'image/jpeg', quality: 80 })).rejects.toMatchObject({
    fault: 'image',
  })
})

test('a browser that cannot write WebP says what to choose instead', async () => {
  const page = await openModule<Module>('test/ui/image/in-browser.ts', {
    csp: "script-src 'unsafe-inline'; worker-src 'none'",
  })
  try {
    const picture = await thirds({ width: 9, height: 3 })
    await expect(page.call('convertWithoutWebp', picture)).rejects.toMatchObject({
      fault: 'image',
      message: 'This browser cannot write WebP. Choose PNG or JPG instead.',
    })
    expect((await page.call('convert', picture, { type: 'image/webp', quality: 80 })).type).toBe('image/webp')
  } finally {
    await page.close()
  }
})
