import { expect, test } from 'vitest'
import { inTurn } from '../../../src/ui/state/in-turn.ts'

const row = (id: number, chain?: string) => ({ id, job: { chain } })

test('parts of one picture are laid in the order in which they came; all else stays where it was', () => {
  const rows = [row(1, 'photo'), row(2), row(3, 'photo'), row(4, 'other'), row(5, 'photo')]
  // The fifth was tried again.
  const laid = inTurn(rows, [5, 3, 4, 1, 2, 5])
  expect(laid.map(({ id }) => id)).toEqual([3, 2, 1, 4, 5])
})
