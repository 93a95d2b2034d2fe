import { expect, test } from 'vitest'
import { bannerPlates } from '../../../dev/worlds/banner-plates.ts'
import { heroPlates } from '../../../dev/worlds/hero-plates.ts'
import { drawCity } from '../../../dev/worlds/pictures/city.ts'
import { createRandom } from '../../../dev/worlds/pictures/random.ts'
import { cloudTile, readTile } from '../../../dev/worlds/pictures/tile.ts'

const SMALL = { width: 97, height: 61 }
const plates = Object.entries({ ...bannerPlates, ...heroPlates })

test.each(plates)('%s is drawn whole at an odd size: light and dark, every pixel', (name, { draw }) => {
  const pixels = draw(SMALL, 1)
  expect(pixels).toHaveLength(SMALL.width * SMALL.height * 4)
  const tones = pixels.filter((_, at) => at % 4 === 1)
  expect(Math.max(...tones) - Math.min(...tones)).toBeGreaterThan(70)
  if (name !== 'bottle') expect(pixels.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true)
})

test.each(plates)('%s is the same each time for the same seed', (_, { draw }) => {
  expect(draw(SMALL, 5)).toEqual(draw(SMALL, 5))
})

test('another seed gives another city', () => {
  expect(drawCity(SMALL, 1)).not.toEqual(drawCity(SMALL, 2))
})

test('random numbers fill their range evenly', () => {
  const random = createRandom(7)
  const tenths = new Array<number>(10).fill(0)
  for (let draw = 0; draw < 10_000; draw++) tenths[Math.floor(random() * 10)]!++
  expect(Math.min(...tenths)).toBeGreaterThan(900)
  expect(Math.max(...tenths)).toBeLessThan(1100)
})

test('the noise tile repeats without a seam', () => {
  const tile = cloudTile()
  expect(readTile(tile, 0.3, 0.7)).toBeCloseTo(readTile(tile, 1.3, -0.3), 5)
  expect(Math.abs(readTile(tile, 0.9999, 0.5) - readTile(tile, 0.0001, 0.5))).toBeLessThan(0.02)
})
