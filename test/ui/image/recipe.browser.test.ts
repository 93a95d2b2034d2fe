import { afterAll, beforeAll, expect, test } from 'vitest'
import { cut, fitInto, nearestShape } from '../../../src/ui/image/fit.ts'
import { type BrowserModule, openModule } from '../../harness/browser-module.ts'
import { farthest, findMarks, markedSample } from './marks.ts'
import { echoOf, pixelsOf, sample } from './samples.ts'
import { RATIOS, SHAPES, sizeOfRatio } from './shapes.ts'

let browser: BrowserModule<typeof import('./in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

const keep = (shape: { width: number; height: number }) => ({ shape, alpha: 'keep' }) as const

test('40 ratios from 1:6 to 6:1 come back with every mark within 1 % of its place', { timeout: 120_000 }, async () => {
  for (const [index, ratio] of RATIOS.entries()) {
    const source = await markedSample(sizeOfRatio(ratio))
    const shape = nearestShape(source, SHAPES)
    const { recipe, sent } = await browser.call('send', source, keep(shape))
    const answer = {
      width: Math.round(shape.width * OFF[index % 4]!.across),
      height: Math.round(shape.height * OFF[index % 4]!.down),
    }
    const result = await browser.call('back', recipe, await echoOf(sent, answer))

    const expected = await findMarks(source)
    expect(farthest(await findMarks(sent, fitInto(source, shape)), expected), `sent at ${ratio}`).toBeLessThan(0.01)
    expect(farthest(await findMarks(result), expected), `back at ${ratio}`).toBeLessThan(0.01)
    expect(result.width / result.height / (source.width / source.height)).toBeCloseTo(1, 2.7)
  }
})

/** A model answers at a size of its own, up to 1.5 % off the ratio. */
const OFF = [
  { across: 1, down: 1 },
  { across: 0.75, down: 0.74 },
  { across: 1.3, down: 1.319 },
  { across: 0.511, down: 0.507 },
]

test('what is sent has exactly the size that was asked for', async () => {
  const source = await markedSample({ width: 333, height: 77 })
  const { sent } = await browser.call('send', source, keep({ width: 1365, height: 768 }))
  expect(sent).toMatchObject({ width: 1365, height: 768, type: 'image/png' })
  expect(await pixelsOf(sent)).toMatchObject({ width: 1365, height: 768 })
})

test('the padding goes on in the colours of the edges', async () => {
  const stripes = await sample({ width: 400, height: 100 }, (x, y) => [x < 200 ? 250 : 10, y < 50 ? 200 : 40, 90, 255])
  const wide = await browser.call('send', stripes, keep({ width: 400, height: 400 }))
  const { at } = await pixelsOf(wide.sent)
  expect([at(100, 0), at(300, 149), at(100, 250), at(300, 399)]).toEqual([
    [250, 200, 90, 255],
    [10, 200, 90, 255],
    [250, 40, 90, 255],
    [10, 40, 90, 255],
  ])
  const tall = await browser.call('send', stripes, keep({ width: 800, height: 100 }))
  const beside = (await pixelsOf(tall.sent)).at
  expect([beside(0, 20), beside(199, 80), beside(600, 20), beside(799, 80)]).toEqual([
    [250, 200, 90, 255],
    [250, 40, 90, 255],
    [10, 200, 90, 255],
    [10, 40, 90, 255],
  ])
})

test('a great reduction averages its pixels and skips none', async () => {
  const checks = await sample({ width: 2048, height: 2048 }, (x, y) =>
    (x + y) % 2 ? [255, 255, 255, 255] : [0, 0, 0, 255],
  )
  const { at } = await pixelsOf((await browser.call('send', checks, keep({ width: 300, height: 300 }))).sent)
  for (let step = 10; step < 290; step += 7) expect(Math.abs(at(step, 300 - step)[0] - 127.5)).toBeLessThan(12)
})

test('a picture that comes back larger than it was keeps what the model gave', async () => {
  const source = await markedSample({ width: 120, height: 60 })
  const shape = { width: 1365, height: 768 }
  const { recipe, sent } = await browser.call('send', source, keep(shape))
  const result = await browser.call('back', recipe, await echoOf(sent, { width: 2730, height: 1536 }))
  const { width } = cut(fitInto(source, shape), { shape, answer: { width: 2730, height: 1536 } })
  expect(result.width).toBeGreaterThan(width * 0.99)
  expect(result.width).toBe(result.height * 2)
})

test('a large answer becomes what Figma takes', async () => {
  const source = await markedSample({ width: 500, height: 300 })
  const shape = { width: 1000, height: 600 }
  const { recipe, sent } = await browser.call('send', source, keep(shape))
  const result = await browser.call('back', recipe, await echoOf(sent, { width: 5000, height: 3000 }))
  expect(result.width).toBeLessThanOrEqual(4096)
  expect(result.width * 3).toBe(result.height * 5)
})
