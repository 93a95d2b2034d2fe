import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { farthest, findMarks, markedSample } from './marks.ts'
import { asJpeg, bytesOf, pixelsOf, sample } from './samples.ts'

let browser: BrowserModule<typeof import('./in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

test('a picture becomes larger by any factor, and everything stays in its place', async () => {
  const source = await markedSample({ width: 300, height: 200 })
  for (const size of [
    { width: 315, height: 210 },
    { width: 600, height: 400 },
    { width: 1111, height: 741 },
  ]) {
    const result = await browser.call('resample', source, size)
    expect(await pixelsOf(result)).toMatchObject(size)
    expect(farthest(await findMarks(result), await findMarks(source))).toBeLessThan(0.003)
  }
})

test('what is clear stays clear, as a PNG, and its colour does not show at the rim', async () => {
  const source = await sample({ width: 60, height: 40 }, (x) => (x < 30 ? [200, 60, 40, 255] : [0, 255, 0, 0]))
  const result = await browser.call('resample', source, { width: 240, height: 160 })
  expect(result.type).toBe('image/png')
  const { at } = await pixelsOf(result)
  expect([at(2, 80), at(230, 80)[3]]).toEqual([[200, 60, 40, 255], 0])
  for (let x = 100; x < 140; x++) {
    const [red, green, , alpha] = at(x, 80)
    if (alpha > 40) expect([red > 190, green < 70], `at ${x}`).toEqual([true, true])
  }
})

test('what a JPEG holds in fewer bytes comes as one', async () => {
  const noise = await sample({ width: 400, height: 300 }, (x, y) => [
    (x * x * 31 + y * 17) % 256,
    (x * y) % 256,
    90,
    255,
  ])
  expect((await browser.call('resample', noise, { width: 800, height: 600 })).type).toBe('image/jpeg')
})

test('a turned photograph is turned as Figma says, and nothing of its camera is kept', async () => {
  const { bytes } = await sample({ width: 60, height: 40 }, (x) => [x * 4, 90, 90, 255], asJpeg)
  const turned = bytesOf(await sharp(bytes).withMetadata({ orientation: 6 }).toBuffer())
  const picture = { bytes: turned, type: 'image/jpeg', width: 40, height: 60 } as const
  const result = await browser.call('resample', picture, { width: 80, height: 120 })
  const { at } = await pixelsOf(result)
  expect([at(40, 4)[0] < 20, at(40, 116)[0] > 220]).toEqual([true, true])
  expect((await sharp(result.bytes).metadata()).exif).toBeUndefined()
})

test.each([
  ['smaller', { width: 59, height: 80 }],
  ['more than Figma takes', { width: 4097, height: 80 }],
])('a size that is %s is refused', async (_, size) => {
  const source = await sample({ width: 60, height: 40 }, () => [1, 2, 3, 255])
  await expect(browser.call('resample', source, size)).rejects.toMatchObject({ fault: 'bug' })
})
