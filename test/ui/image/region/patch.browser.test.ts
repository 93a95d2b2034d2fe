import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Picture, Rect } from '../../../../src/shared/picture.ts'
import { fitInto, nearestShape } from '../../../../src/ui/image/fit.ts'
import type { Affine } from '../../../../src/ui/image/orders.ts'
import { contextCrop } from '../../../../src/ui/image/region/context-crop.ts'
import { type BrowserModule, openModule } from '../../../harness/browser-module.ts'
import { asJpeg, bytesOf, pixelsOf, sample } from '../samples.ts'
import { SHAPES } from '../shapes.ts'

let browser: BrowserModule<typeof import('../in-browser.ts')>
beforeAll(async () => {
  browser = await openModule('test/ui/image/in-browser.ts')
})
afterAll(() => browser.close())

interface Wanted {
  feather?: number
  corrects?: boolean
  mask?: { bytes: Uint8Array<ArrayBuffer>; toPicture: Affine }
  answer?: (sent: Sharp, at: { crop: Rect; content: Rect }) => Sharp
  /** Times the size that was sent. */
  scale?: readonly [across: number, down: number]
  into?: Picture
}

/** One edit of a region, with a model that does `answer` to what it is sent. */
async function edit(
  picture: Picture,
  bounds: Rect,
  { feather = 6, corrects = false, mask, answer, scale = [1, 1], into }: Wanted = {},
) {
  const crop = contextCrop(bounds, picture, { margin: 0.3, shapes: SHAPES })!
  const shape = nearestShape(crop, SHAPES)
  const content = fitInto(crop, shape)
  const part = { crop, region: { bounds, feather }, corrects, mask }
  const { recipe, sent } = await browser.call('sendPart', picture, part, shape)
  const size = { width: Math.round(shape.width * scale[0]), height: Math.round(shape.height * scale[1]) }
  const changed = (answer ?? ((image) => image))(sharp(sent.bytes), { crop, content })
  const resized = sharp(await changed.png().toBuffer()).resize({ ...size, fit: 'fill' })
  const result = await browser.call(
    'back',
    recipe,
    bytesOf(await resized.png({ compressionLevel: 1 }).toBuffer()),
    into,
  )
  return { crop, shape, sent, result, content }
}

const negated = (image: Sharp) => image.removeAlpha().negate()

/** A scene in which no two places look alike. */
const scene = (x: number, y: number) =>
  [(x * 3 + y) % 256, (x + y * 2) % 256, 128 + 100 * Math.sin(x / 17) * Math.cos(y / 23), 255] as const

const SOURCES: Record<string, () => Promise<Picture>> = {
  'a PNG': () => sample({ width: 700, height: 500 }, scene),
  'a JPEG': () => sample({ width: 700, height: 500 }, scene, asJpeg),
  'a PNG with alpha': () =>
    sample({ width: 700, height: 500 }, (x, y) => {
      const [red, green, blue] = scene(x, y)
      return [red, green, blue, (x * 7 + y * 3) % 256]
    }),
  'a PNG with clear colours': () =>
    sample({ width: 400, height: 400 }, (x, y) => [x % 256, y % 256, 99, x < 200 ? 0 : 255]),
  'a PNG with a palette': () =>
    sample(
      { width: 400, height: 300 },
      (x, y) => [(x >> 5) << 4, (y >> 5) << 4, 40, x + y < 300 ? 128 : 255],
      (image) => image.png({ palette: true }),
    ),
}

/** Over every border and corner, and in the middle. */
const REGIONS = [
  ...[-0.2, 0.3, 0.8].flatMap((x) => [-0.15, 0.35, 0.85].map((y) => ({ x, y, width: 0.4, height: 0.3 }))),
  { x: -0.5, y: -0.5, width: 2, height: 2 },
  { x: 0.111, y: 0.222, width: 0.013, height: 0.5 },
]

test.each(Object.keys(SOURCES))(
  'outside of the region every pixel of %s stays, byte by byte',
  { timeout: 120_000 },
  async (name) => {
    const picture = await SOURCES[name]!()
    const before = await pixelsOf(picture)
    for (const share of REGIONS.filter((_, index) => index % 2 === 0)) {
      const { width, height } = picture
      const bounds = {
        x: share.x * width,
        y: share.y * height,
        width: share.width * width,
        height: share.height * height,
      }
      const { result } = await edit(picture, bounds, { answer: negated, corrects: true })
      const after = await pixelsOf(result)
      expect([result.width, result.height, result.type]).toEqual([width, height, 'image/png'])
      const [right, bottom] = [bounds.x + bounds.width, bounds.y + bounds.height]
      let [outside, changed, inside] = [0, 0, 0]
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4
          const isSame = [0, 1, 2, 3].every((part) => before.data[at + part] === after.data[at + part])
          if (before.data[at + 3] !== after.data[at + 3]) outside += 1000
          if (x + 1 <= bounds.x || x >= right || y + 1 <= bounds.y || y >= bottom) outside += isSame ? 0 : 1
          else if (before.data[at + 3]! > 0) {
            inside++
            changed += isSame ? 0 : 1
          }
        }
      }
      expect(outside, `at ${share.x} ${share.y}`).toBe(0)
      if (inside > 4000) expect(changed / inside).toBeGreaterThan(0.6)
    }
  },
)

const dot = (x: number, y: number, edge: number) => ({
  input: { create: { width: edge, height: edge, channels: 3 as const, background: '#f0f' } },
  left: x,
  top: y,
})

test('what a model paints comes back within a pixel of its place', { timeout: 120_000 }, async () => {
  const picture = await sample({ width: 2400, height: 1600 }, () => [60, 70, 60, 255], asJpeg)
  for (const [index, share] of REGIONS.slice(0, 9).entries()) {
    const bounds = { x: share.x * 2400, y: share.y * 1600, width: 960, height: 480 }
    // In the middle of what is seen of the region.
    const middle = {
      x: (Math.max(0, bounds.x) + Math.min(2400, bounds.x + 960)) / 2,
      y: (Math.max(0, bounds.y) + Math.min(1600, bounds.y + 480)) / 2,
    }
    const expected = { x: 0, y: 0 }
    const { result } = await edit(picture, bounds, {
      scale: OFF[index % OFF.length]!,
      answer(image, { crop, content }) {
        const x = Math.round(((middle.x - crop.x) / crop.width) * content.width + content.x) - 20
        const y = Math.round(((middle.y - crop.y) / crop.height) * content.height + content.y) - 20
        expected.x = crop.x + ((x + 20 - content.x) / content.width) * crop.width
        expected.y = crop.y + ((y + 20 - content.y) / content.height) * crop.height
        return image.composite([dot(x, y, 40)])
      },
    })
    const found = await middleOfPink(result)
    expect(Math.abs(found.x - expected.x), `at ${share.x} ${share.y}`).toBeLessThan(1)
    expect(Math.abs(found.y - expected.y), `at ${share.x} ${share.y}`).toBeLessThan(1)
  }
})
const OFF = [
  [1, 1],
  [0.75, 0.74],
  [1.3, 1.319],
] as const

async function middleOfPink(picture: Picture) {
  const { data, width, height } = await pixelsOf(picture)
  const sum = { x: 0, y: 0, count: 0 }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      if (data[at]! < 150 || data[at + 1]! > 100 || data[at + 2]! < 150) continue
      sum.x += x + 0.5
      sum.y += y + 0.5
      sum.count++
    }
  }
  return { x: sum.x / sum.count, y: sum.y / sum.count }
}

/** A cast over all that is sent, as models lay it. */
const drifting = (levels: readonly [number, number, number]) => (image: Sharp) => image.linear([1, 1, 1], [...levels])

/** Mean difference in levels between two pictures along the inner edge of a rectangle, of the channel that has most. */
async function stepAt(one: Picture, other: Picture, { x, y, width, height }: Rect, inset: number) {
  const [before, after] = [await pixelsOf(one), await pixelsOf(other)]
  const sums = [0, 0, 0]
  let count = 0
  for (let across = x + inset; across < x + width - inset; across++) {
    for (const down of [y + inset, y + height - inset]) {
      const [was, is] = [before.at(across, down), after.at(across, down)]
      count++
      for (let channel = 0; channel < 3; channel++) sums[channel]! += is[channel]! - was[channel]!
    }
  }
  return Math.max(...sums.map((sum) => Math.abs(sum) / count))
}

const soft = (x: number, y: number) => [90 + 40 * Math.sin(x / 90), 110 + 50 * Math.cos(y / 110), 140, 255] as const
const MIDDLE = { x: 500, y: 300, width: 500, height: 350 }

test('a cast that a model lays over what it is sent is not seen at the edge of the region', {
  timeout: 60_000,
}, async () => {
  const picture = await sample({ width: 1500, height: 1000 }, soft)
  const answer = drifting([14, -10, 6])
  const left = await edit(picture, MIDDLE, { answer })
  const corrected = await edit(picture, MIDDLE, { answer, corrects: true })
  // The feather is over by here, so that all of the answer shows.
  expect(await stepAt(picture, left.result, MIDDLE, 8)).toBeGreaterThan(10)
  expect(left.result.drift).toBe(0)
  // Of 1 % of the range, 2.5 levels, an edge in an even tone is just seen (Weber); half of that is not.
  expect(await stepAt(picture, corrected.result, MIDDLE, 8)).toBeLessThan(1.25)
  expect(corrected.result.drift).toBeGreaterThan(5)
})

test('where nothing drifts, matching the colours changes no pixel', { timeout: 60_000 }, async () => {
  const picture = await sample({ width: 1500, height: 1000 }, soft)
  const painted = (image: Sharp, { content }: { content: Rect }) =>
    image.composite([dot(Math.round(content.x + content.width / 2), Math.round(content.y + content.height / 2), 60)])
  const plain = await edit(picture, MIDDLE, { answer: painted })
  const matched = await edit(picture, MIDDLE, { answer: painted, corrects: true })
  expect(matched.result.drift).toBe(0)
  expect(Buffer.compare(Buffer.from(plain.result.bytes), Buffer.from(matched.result.bytes))).toBe(0)
})

/** A layer's alpha that fades from left to right, as a PNG. */
const fading = () => sample({ width: 100, height: 50 }, (x) => [0, 0, 0, Math.round((x / 99) * 255)])

test('a soft layer mixes the answer in by its alpha, turned and stretched as it lies on the picture', {
  timeout: 60_000,
}, async () => {
  const picture = await sample({ width: 800, height: 600 }, () => [40, 40, 40, 255])
  const mask = await fading()
  // A quarter turn and four times as large: what faded to the right fades downwards.
  const toPicture = [0, 4, -4, 0, 500, 100] as const
  const bounds = { x: 300, y: 100, width: 200, height: 400 }
  const white = (image: Sharp) => image.removeAlpha().linear(0, 240)
  const { result } = await edit(picture, bounds, { feather: 0, mask: { bytes: mask.bytes, toPicture }, answer: white })
  const { at } = await pixelsOf(result)
  for (const share of [0.1, 0.25, 0.5, 0.75, 0.9]) {
    expect(Math.abs(at(400, 100 + 400 * share)[0] - (40 + 200 * share)), `${share}`).toBeLessThan(4)
  }
  expect([at(299, 450), at(501, 450), at(400, 99), at(400, 500)]).toEqual(Array(4).fill([40, 40, 40, 255]))
})

test('a layer that shows the picture through it evenly is a part as a solid one is', { timeout: 60_000 }, async () => {
  const picture = await sample({ width: 800, height: 600 }, () => [40, 40, 40, 255])
  const mask = await sample({ width: 100, height: 100 }, (x) => [255, 0, 0, x < 50 ? 90 : 45])
  const white = (image: Sharp) => image.removeAlpha().linear(0, 240)
  const region = { feather: 0, mask: { bytes: mask.bytes, toPicture: [2, 0, 0, 2, 300, 200] as const }, answer: white }
  const { at } = await pixelsOf((await edit(picture, { x: 300, y: 200, width: 200, height: 200 }, region)).result)
  expect([at(350, 300)[0], at(290, 300)[0]]).toEqual([240, 40])
  expect(Math.abs(at(450, 300)[0] - 140)).toBeLessThan(4)
})

test('a picture that is larger than Figma takes comes back as large as it does', { timeout: 60_000 }, async () => {
  const picture = await sample({ width: 5000, height: 1000 }, () => [60, 70, 60, 255], asJpeg)
  const bounds = { x: 3000, y: 300, width: 600, height: 400 }
  const pink = (image: Sharp) => image.removeAlpha().linear([0, 0, 0], [255, 0, 255])
  const { result } = await edit(picture, bounds, { answer: pink })
  expect([result.width, result.height]).toEqual([4096, 819])
  const found = await middleOfPink(result)
  expect(Math.abs(found.x - 3300 * 0.8192)).toBeLessThan(1)
  expect(Math.abs(found.y - 500 * 0.8192)).toBeLessThan(1)
})

test('a second region is put into the picture that has the first', { timeout: 60_000 }, async () => {
  const picture = await sample({ width: 900, height: 600 }, scene)
  const [left, right] = [
    { x: 100, y: 100, width: 200, height: 200 },
    { x: 220, y: 180, width: 300, height: 200 },
  ]
  const first = await edit(picture, left, { answer: negated })
  const both = await edit(picture, right, { answer: negated, into: first.result })
  const [one, two] = [await pixelsOf(first.result), await pixelsOf(both.result)]
  expect(two.at(150, 150)).toEqual(one.at(150, 150))
  expect(two.at(400, 250)).not.toEqual(one.at(400, 250))
  expect(two.at(700, 500)).toEqual((await pixelsOf(picture)).at(700, 500))
})

test('a provider is sent a mask of the size of the crop, clear where the region is', async () => {
  const made = await browser.call('mask', {
    ...{ shape: { width: 400, height: 300 }, content: { x: 0, y: 50, width: 400, height: 200 } },
    ...{ crop: { x: 100, y: 100, width: 800, height: 400 } },
    region: { bounds: { x: 300, y: 200, width: 200, height: 100 }, feather: 10 },
  })
  const { at, ...size } = await pixelsOf(made)
  expect(size).toMatchObject({ width: 400, height: 300 })
  const alphas = [at(150, 125), at(99, 125), at(201, 125), at(150, 98), at(150, 152), at(10, 10)].map(
    ([, , , alpha]) => alpha,
  )
  expect(alphas).toEqual([0, 255, 255, 255, 255, 255])
})
