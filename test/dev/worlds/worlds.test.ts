import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import type { LayerSpec, WorldData } from '../../../dev/figma/world.ts'
import { type Encode, worlds } from '../../../dev/worlds/index.ts'

const encode: Encode = async (pixels, { width, height }, type) => {
  const raw = sharp(Buffer.from(pixels.buffer), { raw: { width, height, channels: 4 } })
  return new Uint8Array(await (type === 'image/png' ? raw.png() : raw.jpeg({ quality: 85 })).toBuffer())
}

const made = new Map<string, WorldData>()
beforeAll(async () => {
  for (const maker of worlds) made.set(maker.id, await maker.make(encode))
})

const world = (id: string) => made.get(id)!
const layersOf = ({ pages }: WorldData) => pages.flatMap(({ layers }) => layers.flatMap(withChildren))
const withChildren = (layer: LayerSpec): LayerSpec[] => [layer, ...(layer.children ?? []).flatMap(withChildren)]
const layer = (id: string, name: string) => layersOf(world(id)).find((one) => one.name === name)!
const imagesOf = (data: WorldData) =>
  layersOf(data).flatMap(({ fills = [] }) => fills.flatMap((fill) => (fill.type === 'IMAGE' ? [fill] : [])))

test('there is a world with a hero, one with banners and an empty one', () => {
  expect(worlds.map(({ id }) => id)).toEqual(['hero', 'banners', 'empty'])
  expect(layersOf(world('empty'))).toEqual([])
})

test.each(['hero', 'banners', 'empty'])('every layer of %s has a name of its own', (id) => {
  const names = layersOf(world(id)).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(['hero', 'banners'])('every image paint of %s names a picture, and every picture is used', (id) => {
  const used = new Set(imagesOf(world(id)).map(({ picture }) => picture))
  expect([...used].sort()).toEqual(Object.keys(world(id).pictures).sort())
})

test.each(['hero', 'banners'])('every picture of %s opens and fits what Figma takes', async (id) => {
  for (const bytes of Object.values(world(id).pictures)) {
    const { format, width, height } = await sharp(bytes).metadata()
    expect(['jpeg', 'png']).toContain(format)
    // Figma: createImage takes at most 4096 px a side.
    expect(Math.max(width, height)).toBeLessThanOrEqual(4096)
  }
})

test('the cut-out has clear and solid parts with soft edges between', async () => {
  const [paint] = layer('hero', 'Cut-out').fills ?? []
  const bytes = paint?.type === 'IMAGE' ? world('hero').pictures[paint.picture] : undefined
  const alpha = await sharp(bytes).extractChannel('alpha').raw().toBuffer()
  const share = (test: (value: number) => boolean) => alpha.filter(test).length / alpha.length
  expect(share((value) => value === 0)).toBeGreaterThan(0.4)
  expect(share((value) => value === 255)).toBeGreaterThan(0.2)
  expect(share((value) => value > 0 && value < 255)).toBeGreaterThan(0.0005)
})

test('the tile meets itself at its edges', async () => {
  const { data, info } = await sharp(world('hero').pictures.terrazzo).raw().toBuffer({ resolveWithObject: true })
  const difference = (one: number, other: number) => {
    let sum = 0
    for (let y = 0; y < info.height; y++) {
      const row = y * info.width
      sum += Math.abs(data[(row + one) * info.channels]! - data[(row + other) * info.channels]!)
    }
    return sum / info.height
  }
  expect(difference(0, info.width - 1)).toBeLessThan(difference(0, info.width / 2) / 3)
})

test('the hero shows each scale mode, and a layer without any fill', () => {
  const modes = new Set(imagesOf(world('hero')).map(({ scaleMode }) => scaleMode))
  expect([...modes].sort()).toEqual(['CROP', 'FILL', 'FIT', 'TILE'])
  expect(layer('hero', 'Nothing').fills).toEqual([])
  expect(layer('hero', 'Hidden photo').visible).toBe(false)
})

test('24 banners go from 1:8 to 8:1 and share eight pictures', () => {
  const photos = layersOf(world('banners')).filter(({ name }) => name.startsWith('Photo '))
  const ratios = photos.map(({ width, height }) => width / height)
  expect(photos).toHaveLength(24)
  expect(Math.min(...ratios)).toBeLessThanOrEqual(1 / 8)
  expect(Math.max(...ratios)).toBeGreaterThanOrEqual(8)
  expect(Object.keys(world('banners').pictures)).toHaveLength(8)
})

test('the canvas has room for the name above each frame of the hero', () => {
  const pieces = world('hero').pages[0]!.layers
  for (const frame of pieces.filter(({ type }) => type === 'FRAME')) {
    const over = pieces.filter(
      ({ x, y, width, height }) =>
        x < frame.x + frame.width && frame.x < x + width && y < frame.y && y + height > frame.y - NAME_ROOM,
    )
    expect(over.map(({ name }) => name)).toEqual([])
  }
})

test('no banner lies over another', () => {
  const frames = world('banners').pages[0]!.layers
  const apart = (one: LayerSpec, other: LayerSpec) =>
    one.x + one.width < other.x ||
    other.x + other.width < one.x ||
    one.y + one.height < other.y ||
    other.y + other.height < one.y
  for (const one of frames) {
    for (const other of frames) expect(one === other || apart(one, other)).toBe(true)
  }
})

test.each(['hero', 'banners'])('a crop in %s lies within its picture and is not stretched', async (id) => {
  for (const { width, height, fills = [] } of layersOf(world(id))) {
    for (const fill of fills) {
      if (fill.type !== 'IMAGE' || fill.scaleMode !== 'CROP') continue
      const [[wide, , left], [, high, top]] = fill.imageTransform!
      const size = await sharp(world(id).pictures[fill.picture]).metadata()
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
      expect(Math.max(left + wide, top + high)).toBeLessThanOrEqual(1.000001)
      expect((wide * size.width) / (high * size.height)).toBeCloseTo(width / height, 6)
    }
  }
})

/** Document px: 24 px on the screen, at the 24 % that shows the whole page. */
const NAME_ROOM = 100
