import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import { linesOf } from '../../../src/ui/state/lines.ts'
import { seated } from '../../../src/ui/state/seat.ts'
import { containerRows, imageRow, inVariant } from '../jobs/fakes.ts'

const photo = (name: string, values?: Record<string, string>) => imageRow(name, values && inVariant(values))
const shown = (rows: LayerRow[]) =>
  linesOf(seated(rows)).map((line) =>
    line.kind === 'group' ? `[${line.group.variant.name}]` : `${line.seat.row.name}${line.isGrouped ? '' : '.'}`,
  )

test('the images of a set have a heading for each variant', () => {
  const rows = containerRows('Card', [
    photo('a', { Tone: 'Light' }),
    photo('b', { Tone: 'Light' }),
    photo('c', { Tone: 'Dark' }),
    photo('d'),
  ])
  expect(shown(rows)).toEqual(['Card.', '[Tone=Light]', 'a', 'b', '[Tone=Dark]', 'c', 'd.'])
})

test('a selected variant is its own heading, and so is what lies in one', () => {
  const own = inVariant({ Tone: 'Light' })
  const rows = containerRows('Card', [photo('a', { Tone: 'Light' })], { ...own, id: own.variant!.id })
  expect(
    shown(rows.map((row) => (row.inside ? { ...row, inside: { ...row.inside, id: own.variant!.id } } : row))),
  ).toEqual(['Card.', 'a.'])
  expect(shown(containerRows('Part', [photo('a', { Tone: 'Light' })], own))).toEqual(['Part.', 'a.'])
})

test('what is selected itself stands alone', () => {
  expect(shown([photo('a', { Tone: 'Light' }), photo('b', { Tone: 'Light' })])).toEqual(['a.', 'b.'])
})

test('each row is there once and in its order, and each grouped one below the heading of its variant', () => {
  const values = fc.option(fc.constantFrom('Light', 'Dark', 'Red'), { nil: undefined })
  fc.assert(
    fc.property(fc.array(fc.array(values, { maxLength: 12 }), { maxLength: 3 }), (containers) => {
      const rows = containers.flatMap((tones, index) =>
        containerRows(
          `Set ${index}`,
          tones.map((tone, place) => photo(`${index} ${place}`, tone === undefined ? undefined : { Tone: tone })),
        ),
      )
      const lines = linesOf(seated(rows))
      expect(lines.flatMap((line) => (line.kind === 'row' ? line.seat.row : []))).toEqual(rows)
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
      let heading: string | undefined
      const counted = new Map<string, number>()
      for (const line of lines) {
        if (line.kind === 'group') {
          heading = line.group.variant.id
          counted.set(line.key, line.group.seats.length)
        } else if (line.isGrouped) expect(line.seat.row.variant?.id).toBe(heading)
      }
      const grouped = lines.filter((line) => line.kind === 'row' && line.isGrouped)
      expect([...counted.values()].reduce((sum, count) => sum + count, 0)).toBe(grouped.length)
    }),
  )
})
