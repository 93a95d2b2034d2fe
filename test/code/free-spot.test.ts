import { expect, test } from 'vitest'
import { freeSpot } from '../../src/code/place/free-spot.ts'

const wanted = { x: 240, y: 0, width: 200, height: 100 }
const box = (x: number, y = 0) => ({ x, y, width: 200, height: 100 })

test('a free place is taken as it is', () => {
  expect(freeSpot(wanted, [])).toEqual({ x: 240, y: 0 })
  expect(freeSpot(wanted, [box(0), box(240, 140)])).toEqual({ x: 240, y: 0 })
})

test('what is in the way is passed by to the right, with a gap, however it is ordered', () => {
  expect(freeSpot(wanted, [box(600), box(300)])).toEqual({ x: 840, y: 0 })
})

test('a gap that is wide enough is used', () => {
  expect(freeSpot(wanted, [box(300), box(780)])).toEqual({ x: 540, y: 0 })
})
