import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { asJpeg, echoOf, pixelsOf, sample } from './samples.ts'

let browser: BrowserModule<typeof import('./in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

const SHAPE = { width: 512, height: 512 }
const SIZE = { width: 512, height: 256 }
/** An orange disc whose rim fades over 60 px, on nothing. */
const disc = () =>
  sample(SIZE, (x, y) => [240, 120, 20, Math.max(0, Math.min(255, (110 - Math.hypot(x - 256, y - 128)) * 4.25))])

test('a cut-out is sent on plain grey, whole, without alpha', async () => {
  const { sent } = await browser.call('send', await disc(), { shape: SHAPE, alpha: 'keep' })
  const { at } = await pixelsOf(sent)
  expect([at(0, 0), at(511, 511), at(5, 130)]).toEqual(Array(3).fill([128, 128, 128, 255]))
  expect(at(256, 256)).toEqual([240, 120, 20, 255])
})

test('a cut-out gets its own alpha back, within 3 levels', async () => {
  const source = await disc()
  const { recipe, sent } = await browser.call('send', source, { shape: SHAPE, alpha: 'keep' })
  const result = await browser.call('back', recipe, await echoOf(sent, { width: 1030, height: 1024 }, asJpeg))
  expect(result.type).toBe('image/png')
  const [before, after] = [await pixelsOf(source), await pixelsOf(result)]
  const scale = result.width / source.width
  for (let x = 4; x < 508; x += 3) {
    const difference = before.at(x, 128)[3] - after.at((x + 0.5) * scale - 0.5, 128.5 * scale - 0.5)[3]
    expect(Math.abs(difference), `at ${x}`).toBeLessThanOrEqual(3)
  }
})

test('the ground leaves no rim: half transparent pixels get their own colour back', async () => {
  const { recipe, sent } = await browser.call('send', await disc(), { shape: SHAPE, alpha: 'keep' })
  const { at, width } = await pixelsOf(await browser.call('back', recipe, await echoOf(sent, SHAPE)))
  expect(width).toBe(512)
  const half = Array.from({ length: 512 }, (_, x) => at(x, 128)).filter(([, , , alpha]) => alpha > 60 && alpha < 200)
  expect(half.length).toBeGreaterThan(20)
  for (const [red, green, blue] of half) {
    expect(Math.max(Math.abs(red - 240), Math.abs(green - 120), Math.abs(blue - 20))).toBeLessThan(10)
  }
})

test('where the model painted a scene behind the cut-out, colours stay as it painted them', async () => {
  const source = await sample({ width: 64, height: 64 }, (x) => [255, 0, 0, x < 20 ? 0 : x < 40 ? 128 : 255])
  const scene = await sample({ width: 64, height: 64 }, (x, y) => [x * 4, y * 4, 200, 255])
  const { recipe } = await browser.call('send', source, { shape: { width: 64, height: 64 }, alpha: 'keep' })
  const { at } = await pixelsOf(await browser.call('back', recipe, scene.bytes))
  expect(at(50, 30)).toEqual([200, 120, 200, 255])
  const [red, green, blue, alpha] = at(30, 30)
  expect(alpha).toBe(128)
  expect(Math.max(Math.abs(red - 120), Math.abs(green - 120), Math.abs(blue - 200))).toBeLessThanOrEqual(2)
})

test('alpha that is not wanted back is left out', async () => {
  const { recipe, sent } = await browser.call('send', await disc(), { shape: SHAPE, alpha: 'drop' })
  const { at } = await pixelsOf(await browser.call('back', recipe, await echoOf(sent, SHAPE)))
  expect(at(0, 0)[3]).toBe(255)
})

test('one transparent pixel among many is enough to count as transparent', async () => {
  const size = { width: 1500, height: 1000 }
  const source = await sample(size, (x, y) => [50, 90, 160, x === 1499 && y === 999 ? 254 : 255])
  const { recipe, sent } = await browser.call('send', source, { shape: { width: 1254, height: 836 }, alpha: 'keep' })
  const result = await browser.call('back', recipe, await echoOf(sent, { width: 1254, height: 836 }))
  expect(result.type).toBe('image/png')
})

test('an opaque picture stays opaque, even when the answer has holes', async () => {
  const source = await sample({ width: 64, height: 64 }, () => [10, 200, 90, 255])
  const holes = await sample({ width: 64, height: 64 }, (x) => [10, 200, 90, x < 32 ? 0 : 255])
  const { recipe } = await browser.call('send', source, { shape: { width: 64, height: 64 }, alpha: 'keep' })
  const { at } = await pixelsOf(await browser.call('back', recipe, holes.bytes))
  expect([at(5, 5)[3], at(60, 60)[3]]).toEqual([255, 255])
})
