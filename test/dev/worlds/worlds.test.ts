import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { createEditor } from '../../../dev/figma/create-editor.ts'
import type { LayerJson } from '../../../dev/figma/editor.ts'
import { noPainter } from '../../../dev/figma/no-painter.ts'
import type { LayerSpec, PaintSpec, WorldData } from '../../../dev/figma/world.ts'
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
const imagesOf = (data: WorldData) => paintsOf(data).flatMap((paint) => (paint.type === 'IMAGE' ? [paint] : []))

/** Those of layers and of what lies in the library, of runs of letters, of overrides and of styles. */
function paintsOf(data: WorldData): PaintSpec[] {
  const layers = [...layersOf(data), ...(data.library ?? []).flatMap(withChildren)]
  const parts = layers.flatMap((one) => [one, ...Object.values(one.overrides ?? {})])
  const styles = [data.styles, data.libraryStyles].flatMap((specs) => Object.values(specs?.paint ?? {}))
  const runs = parts.flatMap(({ text }) => text?.runs?.map(({ fills = [] }) => fills) ?? [])
  return [...parts.flatMap(({ fills = [], strokes = [] }) => [fills, strokes]), ...runs, ...styles].flat()
}

const DRAWN = ['hero', 'banners', 'components', 'layouts', 'soft', 'thousand']

test('there are worlds for what designers make, a large one and an empty one', () => {
  expect(worlds.map(({ id }) => id)).toEqual([...DRAWN, 'empty'])
  expect(layersOf(world('empty'))).toEqual([])
})

test.each(['hero', 'banners', 'layouts', 'soft', 'thousand'])('every layer of %s has a name of its own', (id) => {
  const names = layersOf(world(id)).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test.each(DRAWN)('every image paint of %s names a picture, and every picture is used', (id) => {
  const used = new Set(imagesOf(world(id)).map(({ picture }) => picture))
  expect([...used].sort()).toEqual(Object.keys(world(id).pictures).sort())
})

test.each(DRAWN)('every picture of %s opens and fits what Figma takes', async (id) => {
  for (const bytes of Object.values(world(id).pictures)) {
    const { format, width, height } = await sharp(bytes).metadata()
    expect(['jpeg', 'png']).toContain(format)
    // Figma: createImage takes at most 4096 px a side.
    expect(Math.max(width, height)).toBeLessThanOrEqual(4096)
  }
})

test.each(DRAWN)('Figma could hold %s', async (id) => {
  await expect(opened(id)).resolves.toBeDefined()
})

test('every banner has a photo, a logo and text', () => {
  for (const { name, children = [] } of world('banners').pages[0]!.layers) {
    const number = name.slice(7, 9)
    const within = children.map((child) => [child.type, child.name])
    expect(within).toContainEqual(['RECTANGLE', `Photo ${number}`])
    expect(within).toContainEqual(['GROUP', `Logo ${number}`])
    expect(within).toContainEqual(['TEXT', `Headline ${number}`])
  }
})

test('the set has two tones in three sizes, each with an instance nested in it', async () => {
  const set = (await opened('components')).get('Card')!
  expect(set.children.map(({ name }) => name)).toHaveLength(6)
  for (const variant of set.children) expect(variant.children.at(-1)?.type).toBe('INSTANCE')
})

test('the shop shows cards as they are, with overrides, larger, and one of a library', async () => {
  const layers = await opened('components')
  const fills = (name: string) => layers.get(name)!.children[0]!.fills
  expect(fills('Card as it is')).not.toEqual(fills('Card with its own photo'))
  expect(layers.get('Card with its own photo')!.children[1]).toMatchObject({
    more: { text: { characters: 'Espresso cup' } },
  })
  expect(layers.get('Card with its own photo')!.children.at(-1)?.visible).toBe(false)
  expect(layers.get('Card as it is')).toMatchObject({ width: 320, height: 420 })
  expect(layers.get('Wide card')!.children[0]!.width).toBe(660)
  expect(layers.get('Team card')!.children.map(({ name }) => name)).toEqual(['Portrait', 'Team name'])
})

test('the feed is laid out below and beside each other, by day and by night', async () => {
  const layers = await opened('layouts')
  const [day, night] = ['Feed – Day', 'Feed – Night'].map((name) => layers.get(name)!)
  const tops = day!.children.map(({ y, height }) => [y, y + height] as const)
  for (const [index, [top]] of tops.slice(1).entries()) expect(top).toBeCloseTo(tops[index]![1] + 16)
  const [, words, dot] = day!.children[1]!.children
  expect(words!.x).toBe(124)
  expect(dot!.x).toBe(380)
  expect(day!.fills[0]).not.toEqual(night!.fills[0])
})

test('layers of the feed follow styles, of the file and of a library', async () => {
  const layers = await opened('layouts')
  expect(layers.get('Cover – Day')!.more.styles).toHaveProperty('fill')
  expect(layers.get('Cover – Day')!.fills).toHaveLength(2)
  expect(layers.get('Photo – Old town – Day')!.fills[0]).toMatchObject({ type: 'IMAGE' })
})

test('the odd layers are as odd as they say', async () => {
  const layers = await opened('layouts')
  expect(layers.get('Locked photo')!.locked).toBe(true)
  expect(layers.get('Hidden photo')!.visible).toBe(false)
  expect(layers.get('Next to nothing')!.width).toBe(0.01)
  expect(layers.get('Frame of 6000 px')!.width).toBe(6000)
  expect(layers.get('Many colours')!.more.text?.runs).toHaveLength(2)
  const [crop] = layers.get('Tenth of a photo')!.fills
  const [[wide], [, high]] = (crop as { imageTransform: number[][] }).imageTransform as [[number], [number, number]]
  expect(wide * high).toBeCloseTo(0.1)
})

test('a thousand layers are a thousand', async () => {
  expect(layersOf(world('thousand'))).toHaveLength(1000)
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

test('the soft pictures are shown in every mode, exported at 2×, in an instance, a stroke, a text and hidden', () => {
  const shown = imagesOf(world('soft'))
  expect(new Set(shown.map(({ scaleMode }) => scaleMode)).size).toBe(4)
  expect(shown.some(({ rotation }) => rotation === 90)).toBe(true)
  expect(layer('soft', 'Travel journal').exportSettings).toMatchObject([{ constraint: { type: 'SCALE', value: 2 } }])
  expect(layer('soft', 'Trip with its own photo').overrides?.['Trip photo']?.fills).toMatchObject([
    { picture: 'dunes' },
  ])
  expect(layer('soft', 'Frame of daisies').strokes).toMatchObject([{ picture: 'daisies' }])
  expect(layer('soft', 'Word of a picture').text?.runs).toMatchObject([{ fills: [{ picture: 'dunes' }] }])
  expect(layer('soft', 'Hidden city').visible).toBe(false)
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

test.each(DRAWN)('a crop in %s lies within its picture and is not stretched', async (id) => {
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

/** Every layer of a world that is open in Figma, by name. */
async function opened(id: string): Promise<Map<string, LayerJson>> {
  const editor = await createEditor({ painter: noPainter })
  editor.open(world(id))
  const all = (one: LayerJson): LayerJson[] => [one, ...one.children.flatMap(all)]
  const layers = editor.json().pages.flatMap(({ children }) => children.flatMap(all))
  return new Map(layers.map((one) => [one.name, one]))
}
