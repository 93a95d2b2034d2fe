import { expect, test } from 'vitest'
import { comparedSize, isAlike, likenessOf } from '../../../src/ui/image/likeness.ts'
import type { Look } from '../../../src/ui/image/look.ts'

type Rgb = [red: number, green: number, blue: number]
type Paint = (x: number, y: number) => Rgb

/** A picture of 64 × 48 px that stands for one so many times larger. */
const SIZE = { width: 64, height: 48 }
const look = (paint: Paint): Look => {
  const pixels = new Uint8ClampedArray(SIZE.width * SIZE.height * 4).fill(255)
  for (let at = 0; at < pixels.length / 4; at++) pixels.set(paint(at % SIZE.width, Math.floor(at / SIZE.width)), at * 4)
  return { ...SIZE, pixels }
}
const likeness = (before: Paint, after: Paint, times = 1) =>
  likenessOf(look(before), look(after), { width: SIZE.width * times, height: SIZE.height * times })
const tells = (before: Paint, after: Paint, times = 1) => !isAlike(likeness(before, after, times))

/** Hills in colours that no mirror and no turn brings back. */
const soft: Paint = (x, y) => [
  120 + 70 * Math.sin(x / 7 + y / 19),
  110 + 50 * Math.sin(y / 6 + x / 31),
  90 + 60 * Math.sin(x / 17 - y / 9),
]
/** A red square low on white. */
const logo: Paint = (x, y) => (x >= 8 && x < 20 && y >= 26 && y < 38 ? [220, 50, 40] : [255, 255, 255])
const flat: Paint = () => [120, 136, 148]
const grey =
  (paint: Paint): Paint =>
  (x, y) => {
    const [red, green, blue] = paint(x, y)
    return Array(3).fill((red + green + blue) / 3) as Rgb
  }
const changed =
  (paint: Paint, change: (colour: Rgb, x: number, y: number) => number[]): Paint =>
  (x, y) =>
    change(paint(x, y), x, y) as Rgb

test.each([
  ['soft', soft],
  ['a logo', logo],
  ['flat', flat],
  ['grey', grey(soft)],
])('a picture is wholly like itself: %s', (_, paint) => {
  expect(likeness(paint, paint)).toBeCloseTo(1, 10)
})

const SAME: [string, (paint: Paint) => Paint][] = [
  ['3 % lighter', (paint) => changed(paint, (colour) => colour.map((value) => value * 1.03))],
  ['3 % warmer', (paint) => changed(paint, ([red, green, blue]) => [red * 1.03, green, blue * 0.97])],
  ['with more contrast', (paint) => changed(paint, (colour) => colour.map((value) => 128 + (value - 128) * 1.08))],
  [
    'with grain',
    (paint) => changed(paint, (colour, x, y) => colour.map((value) => value + ((x * 7 + y * 13) % 5) - 2)),
  ],
]

test.each(SAME)('a picture that came back %s is the same', (_, change) => {
  for (const paint of [soft, logo, flat, grey(soft)]) expect(tells(paint, change(paint))).toBe(false)
})

const OTHER: [string, (paint: Paint) => Paint][] = [
  ['mirrored', (paint) => (x, y) => paint(SIZE.width - 1 - x, y)],
  ['upside down', (paint) => (x, y) => paint(SIZE.width - 1 - x, SIZE.height - 1 - y)],
  ['8 px to the right', (paint) => (x, y) => paint(Math.max(0, x - 8), y)],
  ['8 px up', (paint) => (x, y) => paint(x, Math.min(SIZE.height - 1, y + 8))],
  ['as a negative', (paint) => changed(paint, (colour) => colour.map((value) => 255 - value))],
]

test.each(OTHER)('a picture that came back %s is asked about', (_, change) => {
  for (const paint of [soft, logo, grey(soft)]) expect(tells(paint, change(paint))).toBe(true)
})

test.each([
  ['red and blue swapped', ([red, green, blue]: Rgb) => [blue, green, red]],
  ['its colours turned', ([red, green, blue]: Rgb) => [green, blue, red]],
  ['no colour left', ([red, green, blue]: Rgb) => Array(3).fill((red + green + blue) / 3)],
])('a picture with %s is asked about, and its structure does not hide that', (_, change) => {
  for (const paint of [soft, logo]) expect(tells(paint, changed(paint, change))).toBe(true)
})

test('what is soft and large is asked about also where 8 px are but two of the compared ones', () => {
  const moved: Paint = (x, y) => soft(x - 2, y)
  expect(likeness(soft, moved)).toBeGreaterThan(0.75)
  expect(tells(soft, moved, 4)).toBe(true)
  // Half a px of the source is nothing that anybody sees.
  expect(tells(soft, (x, y) => soft(x - 0.125, y), 4)).toBe(false)
})

test('a flat picture in another colour is another one, and mirrored it is itself', () => {
  expect(tells(flat, () => [148, 136, 120])).toBe(true)
  expect(tells(flat, () => [200, 216, 228])).toBe(true)
  expect(tells(flat, (x, y) => flat(SIZE.width - 1 - x, y))).toBe(false)
})

test.each([1, 2, 5])('a picture of %d px an edge is compared as well', (edge) => {
  const tiny = (value: number): Look => ({
    width: edge,
    height: edge,
    pixels: new Uint8ClampedArray(edge * edge * 4).fill(value),
  })
  const size = { width: edge, height: edge }
  expect(likenessOf(tiny(90), tiny(90), size)).toBe(1)
  expect(isAlike(likenessOf(tiny(90), tiny(200), size))).toBe(false)
})

test('a large picture is compared at 512 px, a small one at its own size', () => {
  expect(comparedSize({ width: 2000, height: 1500 })).toEqual({ width: 512, height: 384 })
  expect(comparedSize({ width: 300, height: 200 })).toEqual({ width: 300, height: 200 })
})

test('what could not be compared counts as the same', () => {
  expect(isAlike(undefined)).toBe(true)
})
