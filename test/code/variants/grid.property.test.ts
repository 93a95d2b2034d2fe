import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, grown, paddingIn, spots, type Variants } from '../../../src/code/variants/grid.ts'

const side = fc.integer({ min: 1, max: 300 })
const place = fc.integer({ min: -200, max: 900 })
const box: fc.Arbitrary<Box> = fc.record({ x: place, y: place, width: side, height: side })

/** Boxes as a designer left them, any of which is the source; the others have something in common with it or not. */
const variants: fc.Arbitrary<Variants> = fc
  .tuple(fc.array(box, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), fc.nat(), fc.boolean())
  .map(([all, which, siblings, peers, isList]) => ({
    all,
    source: all[which % all.length]!,
    siblings: all.slice(siblings % (all.length + 1)),
    peers: all.slice(peers % (all.length + 1)),
    isList,
  }))

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

test('a spot is free, and the last one lies right of and below all: so one is no default variant', () => {
  fc.assert(
    fc.property(variants, (given) => {
      const { all, source } = given
      const found = [...spots(given)].map((spot) => ({ ...spot, width: source.width, height: source.height }))
      for (const spot of found) expect(all.some((each) => overlap(spot, each))).toBe(false)
      const last = found.at(-1)!
      expect(all.every((each) => last.x >= each.x + each.width && last.y >= each.y + each.height)).toBe(true)
    }),
  )
})

test('a set never shrinks, holds the new one with room around it, and no more than that', () => {
  const size = fc.record({ width: side, height: side })
  fc.assert(
    fc.property(variants, size, (given, set) => {
      const padding = paddingIn(given.all)
      expect(padding).toBeGreaterThan(0)
      for (const spot of spots(given)) {
        const { width, height } = given.source
        const now = grown(set, { ...spot, width, height }, padding)
        expect(now.width).toBe(Math.max(set.width, spot.x + width + padding))
        expect(now.height).toBe(Math.max(set.height, spot.y + height + padding))
      }
    }),
  )
})

test('in an even grid new values make even columns, and a list fills its rows', () => {
  const shape = fc.record({
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 4 }),
    gap: fc.integer({ min: 1, max: 60 }),
    size: fc.record({ width: side, height: side }),
  })
  fc.assert(
    fc.property(shape, fc.nat(), ({ rows, columns, gap, size }, which) => {
      const at = (row: number, column: number): Box => ({
        ...{ x: 20 + column * (size.width + gap), y: 20 + row * (size.height + gap), ...size },
      })
      const all = Array.from({ length: rows * columns }, (_, index) => at(Math.floor(index / columns), index % columns))
      const row = which % rows
      const inRow = all.filter(({ y }) => y === at(row, 0).y)
      const [source, ...siblings] = inRow as [Box, ...Box[]]
      const first = (more: Partial<Variants>) => {
        const [spot] = spots({ all, source, siblings, peers: [], isList: false, ...more })
        return spot
      }
      const place = ({ x, y }: Box) => ({ x, y })
      expect(first({})).toEqual(place(at(row, columns)))
      expect(first({ isList: true, siblings: all.filter((each) => each !== source) })).toEqual(place(at(rows, 0)))
      const short = all.slice(0, -1)
      const list = { all: short, source: all[0]!, siblings: short.slice(1), isList: true }
      expect(first(list)).toEqual(place(at(rows - 1, columns - 1)))
    }),
  )
})

test('variants that stand in one column go on downwards', () => {
  const source: Box = { x: 20, y: 20, width: 100, height: 40 }
  const below = { ...source, y: 76 }
  const [spot] = spots({ all: [source, below], source, siblings: [below], peers: [], isList: true })
  expect(spot).toEqual({ x: 20, y: 132 })
})

test('rows of variants that are not as high stay apart as they were, whichever of a row comes first', () => {
  const heights = [320, 420, 460]
  const at = (column: number, y: number): Box => ({ x: 40 + column * 480, y, width: 240, height: heights[column]! })
  const there = [40, 540].flatMap((y) => heights.map((_, column) => at(column, y)))
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
      const all = [...there]
      const values = new Map<number, Box[]>()
      for (const cell of order) {
        const [column, value] = [cell % 3, Math.floor(cell / 3)]
        const source = at(column, 540)
        const siblings = all.filter((box) => box.x === source.x && box.y !== source.y)
        const peers = values.get(value) ?? []
        const [spot] = spots({ all, source, siblings, peers, isList: false })
        const made = { ...source, ...spot }
        values.set(value, [...peers, made])
        all.push(made)
      }
      const rows = [...values.values()].map((boxes) => boxes.map(({ y }) => y))
      expect(rows.sort(([a], [b]) => a! - b!)).toEqual([Array(3).fill(1040), Array(3).fill(1540)])
    }),
  )
})
