import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { seated } from '../../../src/ui/state/seat.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { untickMade } from '../../../src/ui/state/untick-made.ts'
import { containerRows, imageRow, inVariant } from '../jobs/fakes.ts'

/** The photo of a variant. */
const photo = (Tone: string): LayerRow => imageRow(Tone, inVariant({ Tone }, { id: `id of ${Tone}` }))

function stage() {
  const selection = createSelection()
  const choice = createChoice(selection)
  const madeVariants = signal<ReadonlySet<string>>(new Set())
  untickMade({ selection, choice, run: { madeVariants } })
  return { selection, choice, madeVariants, chosen: () => choice.chosen.value.map(({ name }) => name) }
}

test('a variant that was made while its set is selected has no tick until the designer gives it one', () => {
  const { selection, choice, madeVariants, chosen } = stage()
  selection.follow({ rows: containerRows('Card', [photo('Light')]) })
  madeVariants.value = new Set(['id of Night'])
  const rows = containerRows('Card', [photo('Light'), photo('Night')])
  selection.follow({ rows })
  expect(chosen()).toEqual(['Light'])
  choice.tick(seated(rows).find(({ row }) => row.name === 'Night')!, true)
  selection.follow({ rows: [...rows] })
  expect(chosen()).toEqual(['Light', 'Night'])
})

test('one that is selected itself is meant', () => {
  const { selection, madeVariants, chosen } = stage()
  madeVariants.value = new Set(['id of Night'])
  selection.follow({ rows: containerRows('Night', [photo('Night')]) })
  expect(chosen()).toEqual(['Night'])
})
