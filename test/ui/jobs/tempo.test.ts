import { expect, test } from 'vitest'
import { createTempo } from '../../../src/ui/jobs/tempo.ts'

/** A tempo of `most` that was refused at these times. */
function refusedAt(times: readonly number[], most = 6) {
  const tempo = createTempo(most)
  for (const time of times) tempo.refused(time)
  return tempo
}

test('four refusals in ten seconds change nothing', () => {
  expect(refusedAt([0, 1000, 2000, 9000]).allowed).toBe(6)
})

test('the fifth within ten seconds halves what may be under way', () => {
  expect(refusedAt([0, 1000, 2000, 9000, 9999]).allowed).toBe(3)
})

test('refusals that lie further apart are not counted together', () => {
  expect(refusedAt([0, 1000, 2000, 9000, 10_000]).allowed).toBe(6)
})

test('there is always one', () => {
  expect(refusedAt(Array.from({ length: 40 }, (_, index) => index)).allowed).toBe(1)
})

test('ten good answers in a row let one more begin, up to what was set', () => {
  const tempo = refusedAt([1, 2, 3, 4, 5], 4)
  const answers = (count: number) => {
    for (let index = 0; index < count; index++) tempo.answered()
    return tempo.allowed
  }
  expect([tempo.allowed, answers(9), answers(1), answers(10), answers(30)]).toEqual([2, 2, 3, 4, 4])
})

test('a refusal in between starts the count of good answers anew', () => {
  const tempo = refusedAt([1, 2, 3, 4, 5], 4)
  for (let index = 0; index < 9; index++) tempo.answered()
  tempo.refused(20_000)
  tempo.answered()
  expect(tempo.allowed).toBe(2)
})

test('another number from the designer holds at once', () => {
  const tempo = refusedAt([1, 2, 3, 4, 5])
  tempo.set(12)
  expect(tempo.allowed).toBe(12)
})
