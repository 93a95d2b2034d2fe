import { expect, test } from 'vitest'
import { createStopwatch } from '../../../dev/figma/sandbox/stopwatch.ts'
import { openFigma } from './open-figma.ts'

function watched() {
  let time = 0
  const pass = (ms: number) => {
    time += ms
  }
  return { pass, watch: createStopwatch(() => time) }
}

test('time inside counts, time outside does not', () => {
  const { pass, watch } = watched()
  pass(1)
  watch.inside(() => {
    pass(10)
    watch.outside(() => pass(100))
    pass(20)
  })
  pass(1000)
  expect(watch.take()).toBe(30)
  expect(watch.take()).toBe(0)
})

test('inside again while outside counts', () => {
  const { pass, watch } = watched()
  watch.inside(() => watch.outside(() => watch.inside(() => pass(5))))
  expect(watch.take()).toBe(5)
})

test('a turn out lasts until the next one', () => {
  const { pass, watch } = watched()
  watch.inside(() => {
    pass(1)
    watch.turn(false)
    pass(10)
    watch.outside(() => pass(100))
    pass(1000)
    watch.turn(true)
    pass(2)
  })
  expect(watch.take()).toBe(3)
})

test('what is thrown ends what it was thrown in', () => {
  const { pass, watch } = watched()
  watch.inside(() => {
    expect(() =>
      watch.outside(() => {
        pass(50)
        throw new Error('no')
      }),
    ).toThrow('no')
    pass(7)
  })
  expect(watch.take()).toBe(7)
})

test('a plugin’s own slice is what its code took, and never more than the whole', async () => {
  const { start } = await openFigma()
  const run = await start('const until = Date.now() + 60; while (Date.now() < until);')
  expect(run.longestOwnSlice).toBeGreaterThanOrEqual(50)
  expect(run.longestOwnSlice).toBeLessThanOrEqual(run.longestSlice)
  run.forgetSlices()
  expect([run.longestSlice, run.longestOwnSlice]).toEqual([0, 0])
})
