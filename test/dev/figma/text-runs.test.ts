import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LayerRecord, newRecord } from '../../../dev/figma/document/layer-record.ts'
import { PLAIN_TEXT } from '../../../dev/figma/document/parts/text-content.ts'
import { baseOf, type Letter, stretchesOf } from '../../../dev/figma/text/letters.ts'
import { withAll, withDeleted, withInserted, withRange } from '../../../dev/figma/text/write-letters.ts'

const RED = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } } as const
const BLUE = { type: 'SOLID', color: { r: 0, g: 0, b: 1 } } as const

/** Letters without line ends, which take after the letter before them. */
const looks: fc.Arbitrary<Partial<Letter>> = fc.oneof(
  fc.record({ fontSize: fc.constantFrom(12, 20) }),
  fc.record({ fills: fc.constantFrom([RED], [BLUE], []), fillStyleId: fc.constantFrom('', 'S:1') }),
  fc.record({ textStyleId: fc.constantFrom('', 'S:2') }),
  fc.record({ hyperlink: fc.constantFrom(null, { type: 'URL' as const, value: 'https://example.com' }) }),
)

const actions = fc.array(
  fc.record({
    kind: fc.constantFrom('range', 'all', 'insert', 'delete'),
    from: fc.nat(12),
    length: fc.integer({ min: 1, max: 6 }),
    look: looks,
  }),
  { maxLength: 12 },
)

const START = newRecord({ id: '1:2', type: 'TEXT', name: 'Text', text: { ...PLAIN_TEXT, characters: 'abcdefgh' } })

const lettersOf = (record: LayerRecord) =>
  stretchesOf(record).flatMap(({ start, end, letter }) => Array<Letter>(end - start).fill(letter))

test('runs say of every letter what a list of letters would say, whatever is done to them', () => {
  fc.assert(
    fc.property(actions, (steps) => {
      let record = START
      let expected: Letter[] = lettersOf(record)
      for (const { kind, from, length, look } of steps) {
        const start = Math.min(from, expected.length)
        const end = Math.min(start + length, expected.length)
        if (kind === 'all') {
          record = { ...record, ...withAll(record, look) }
          expected = expected.map((letter) => ({ ...letter, ...look }))
        } else if (kind === 'insert') {
          const like = expected[start - 1] ?? expected[start] ?? baseOf(record)
          record = { ...record, ...withInserted(record, start, 'xyz', 'BEFORE') }
          expected = expected.toSpliced(start, 0, like, like, like)
        } else if (end > start && kind === 'range') {
          record = { ...record, ...withRange(record, { start, end }, look) }
          expected = expected.map((letter, at) => (at >= start && at < end ? { ...letter, ...look } : letter))
        } else if (end > start) {
          record = { ...record, ...withDeleted(record, start, end) }
          expected = expected.toSpliced(start, end - start)
        }
        expect(lettersOf(record)).toEqual(expected)
        expect(record.text!.characters).toHaveLength(expected.length)
        expectTidy(record)
      }
    }),
  )
})

/** Runs do not overlap, come in order, are never empty, and neighbours differ. */
function expectTidy({ text }: LayerRecord): void {
  for (const [index, run] of text!.runs.entries()) {
    const before = text!.runs[index - 1]
    expect(run.end).toBeGreaterThan(run.start)
    expect(run.start).toBeGreaterThanOrEqual(before?.end ?? 0)
    if (before?.end !== run.start) continue
    const { start: _start, end: _end, ...own } = run
    const { start: _before, end: _beforeEnd, ...others } = before
    expect(own).not.toEqual(others)
  }
}
