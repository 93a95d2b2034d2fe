import sharp from 'sharp'
import { expect, test } from 'vitest'
import { distinctJpeg } from '../../../dev/bench/page/distinct-jpeg.ts'
import { benchWorld, layerName } from '../../../dev/bench/page/worlds.ts'
import { photo } from '../../../dev/bench/picture.ts'

const base = Uint8Array.from(Buffer.from(await photo(64, 48), 'base64'))

test('a thousand pictures differ in their bytes', () => {
  const made = Array.from({ length: 1000 }, (_, number) => Buffer.from(distinctJpeg(base, number)).toString('latin1'))
  expect(new Set(made).size).toBe(1000)
})

test.each([
  [0, 1],
  [5, 17],
  [12, 24],
  [144, 288],
])('pictures %i and %i differ in what they show', async (one, other) => {
  const [first, second] = await Promise.all(
    [one, other].map((number) => sharp(distinctJpeg(base, number)).raw().toBuffer({ resolveWithObject: true })),
  )
  expect(first!.info).toMatchObject({ width: 64, height: 48 })
  expect(first!.data.equals(second!.data)).toBe(false)
})

test('what is no such JPEG is not changed in the dark', () => {
  expect(() => distinctJpeg(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), 1)).toThrow('no two tables')
})

test('a world of photos has a picture for each layer, one of instances has one for all', () => {
  const photos = benchWorld({ kind: 'photos', count: 30 }, base)
  expect(Object.keys(photos.pictures)).toHaveLength(30)
  const instances = benchWorld({ kind: 'instances', count: 30 }, base)
  expect(Object.keys(instances.pictures)).toHaveLength(1)
  for (const world of [photos, instances]) {
    expect(world.pages[0]!.layers[0]!.children!.map(({ name }) => name)).toEqual(
      Array.from({ length: 30 }, (_, index) => layerName(index)),
    )
  }
})

test('boards show 1,000 pictures in every mode on as many layers as were asked for', () => {
  const { pages, pictures } = benchWorld({ kind: 'boards', count: 1250 }, base)
  const shown = pages[0]!.layers.flatMap(({ children = [] }) => children)
  expect([pages[0]!.layers.length, shown.length]).toEqual([13, 1250])
  expect(Object.keys(pictures)).toHaveLength(1000)
  const paints = shown.flatMap(({ fills = [] }) => fills.flatMap((paint) => (paint.type === 'IMAGE' ? [paint] : [])))
  expect(new Set(paints.map(({ picture }) => picture)).size).toBe(1000)
  expect(new Set(paints.map(({ scaleMode }) => scaleMode)).size).toBe(4)
})
