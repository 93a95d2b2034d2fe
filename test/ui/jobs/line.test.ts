import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { createLine, type Slot } from '../../../src/ui/jobs/line.ts'
import { settled } from './fakes.ts'

/** Enters one after the other, and notes who is in. */
function stage(parallel: number) {
  const line = createLine(parallel)
  const inside = new Map<string, Slot>()
  const enter = (name: string, again = false, signal?: AbortSignal) =>
    line.enter({ again, ...(signal && { signal }) }).then((slot) => void inside.set(name, slot))
  async function names() {
    await settled()
    return [...inside.keys()]
  }
  return { line, inside, enter, names }
}

test('as many are in as there are slots, and leaving lets the next one in', async () => {
  const { enter, inside, names } = stage(2)
  for (const name of 'abc') void enter(name)
  expect(await names()).toEqual(['a', 'b'])
  inside.get('a')?.leave()
  inside.get('a')?.leave()
  expect(await names()).toEqual(['a', 'b', 'c'])
})

test('more slots let more in at once, and fewer hold back until enough have left', async () => {
  const { line, enter, inside, names } = stage(1)
  for (const name of 'abcd') void enter(name)
  line.parallel = 3
  expect(await names()).toEqual(['a', 'b', 'c'])
  line.parallel = 2
  inside.get('a')?.leave()
  expect(await names()).toEqual(['a', 'b', 'c'])
  inside.get('b')?.leave()
  expect(await names()).toEqual(['a', 'b', 'c', 'd'])
})

test('who comes again goes before all who wait for their first time', async () => {
  const { enter, inside, names } = stage(1)
  for (const name of 'ab') void enter(name)
  void enter('again', true)
  await settled()
  inside.get('a')?.leave()
  expect(await names()).toEqual(['a', 'again'])
})

test('nobody is let in while it is paused', async () => {
  const { line, enter, names } = stage(2)
  line.pause()
  void enter('a')
  expect(await names()).toEqual([])
  line.resume()
  expect(await names()).toEqual(['a'])
})

test('who gives up waiting is cancelled at once, and keeps nobody from the slot', async () => {
  const { enter, inside, names } = stage(1)
  const stop = new AbortController()
  void enter('a')
  const waiting = enter('b', false, stop.signal)
  void enter('c')
  stop.abort()
  await expect(waiting).rejects.toMatchObject({ fault: 'cancelled' })
  await settled()
  inside.get('a')?.leave()
  expect(await names()).toEqual(['a', 'c'])
})

test('who gives up with a fault of its own is told that one, and else that it was stopped', async () => {
  const { enter } = stage(1)
  void enter('a')
  const own = new AppError('cancelled', 'Not wanted.')
  for (const [reason, told] of [
    [own, own],
    [new DOMException('Too late.', 'TimeoutError'), { fault: 'cancelled' }],
  ] as const) {
    const stop = new AbortController()
    const waiting = enter('b', false, stop.signal)
    stop.abort(reason)
    await expect(waiting).rejects.toMatchObject(told)
  }
})
