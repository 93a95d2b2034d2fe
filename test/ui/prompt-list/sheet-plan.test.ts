import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet } from '../../../src/ui/prompt-list/sheet.ts'
import { planSheet, type SheetReading } from '../../../src/ui/prompt-list/sheet-plan.ts'
import { uniqueNames } from '../../../src/ui/prompt-list/unique-names.ts'

const planOf = (text: string, part: Partial<SheetReading> = {}) =>
  planSheet(readSheet(text, '\t'), {
    layers: ['Hero', 'Photo', 'Photo', 'Badge'],
    faultOf: (prompt) => (prompt.length > 12 ? { why: 'long', length: prompt.length, limit: 12 } : undefined),
    numbered: (number) => `Prompt ${number}`,
    room: 1000,
    ...part,
  })

test('one column is prompts, with or without a head; rows without any cell are none', () => {
  expect(planOf('night\n\nday')).toMatchObject({
    kind: 'prompts',
    hasHead: false,
    prompts: [
      { row: 1, prompt: 'night' },
      { row: 3, prompt: 'day' },
    ],
    faults: [],
  })
  expect(planOf('Prompt\nnight')).toMatchObject({ hasHead: true, prompts: [{ row: 2, prompt: 'night' }] })
})

test('two columns are names and prompts, in the order that a head says; names become unique', () => {
  expect(planOf('prompt\tname\ndark\tNight\nbright\tnight')).toMatchObject({
    kind: 'named',
    prompts: [
      { name: 'Night', prompt: 'dark' },
      { name: 'night 2', prompt: 'bright' },
    ],
    faults: [{ row: 3, isBad: false, fault: { why: 'renamed', name: 'night', is: 'night 2' } }],
  })
})

test('what is wrong is told by its row, and the others are taken', () => {
  const plan = planOf('A\tdark\nB\t\nC\tmuch too many words\nD\tfog\tmore\nE\t"rain\nF\tsnow', { room: 2 })
  expect(plan.prompts.map(({ name }) => name)).toEqual(['A', 'F'])
  expect(plan.faults.map(({ row, fault }) => [row, fault.why])).toEqual([
    [2, 'blank'],
    [3, 'long'],
    [4, 'surplus'],
    [5, 'unclosed'],
  ])
  expect(planOf('a\nb\nc', { room: 2 }).faults).toEqual([{ row: 3, isBad: true, fault: { why: 'many' } }])
})

test('layers are found by name, then in any case; one name may stand for several', () => {
  const plan = planOf('{layer}\tNight\tDay\nhero\tdark\tbright\nPhoto\tmoon\t\nNone\tx\ty\nHero\tagain\n\tx\nBadge')
  expect(plan).toMatchObject({ kind: 'layers', columns: ['Night', 'Day'], layers: 3 })
  expect(plan.cells).toEqual([
    { row: 2, layer: 'Hero', column: 0, prompt: 'dark' },
    { row: 2, layer: 'Hero', column: 1, prompt: 'bright' },
    { row: 3, layer: 'Photo', column: 0, prompt: 'moon' },
  ])
  expect(plan.faults.map(({ row, fault, isBad }) => [row, fault.why, isBad])).toEqual([
    [3, 'several', false],
    [4, 'lost', true],
    [5, 'again', true],
    [6, 'layerless', true],
    [7, 'blank', true],
  ])
})

test('columns of one name, or of none, are told apart', () => {
  const { columns, faults } = planOf('layer\tNight\tNight\t\nHero\ta\tb\tc')
  expect(columns).toEqual(['Night', 'Night 2', 'Prompt 3'])
  expect(faults).toEqual([{ row: 1, isBad: false, fault: { why: 'renamed', name: 'Night', is: 'Night 2' } }])
})

test('each row of a sheet is taken or has a fault that says why not', () => {
  const word = fc.constantFrom('', 'night', 'much too many words', '"', 'Hero', 'layer', 'name', 'prompt', 'photo')
  const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 8 })
  const kind = fc.constantFrom('prompts', 'named', 'layers', undefined)
  fc.assert(
    fc.property(rows, kind, fc.constantFrom(true, false, undefined), (rows, kind, hasHead) => {
      const text = rows.map((row) => row.join('\t')).join('\n')
      const plan = planOf(text, { kind, hasHead })
      const filled = readSheet(text, '\t').filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
      const told = new Set([...plan.prompts, ...plan.cells, ...plan.faults].map(({ row }) => row))
      for (const { number } of filled.slice(plan.hasHead ? 1 : 0)) expect(told).toContain(number)
    }),
  )
})

test('names are unique in any case, and the first of each stays as it is', () => {
  const name = fc.constantFrom('Night', 'night', 'Night 2', 'Day', 'Day 2 2', 'Day 2')
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const unique = uniqueNames(names)
      expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(names.length)
      expect(uniqueNames(unique)).toEqual(unique)
      if (names.length > 0) expect(unique[0]).toBe(names[0])
    }),
  )
  const many = Array.from({ length: 1000 }, () => 'Night')
  expect(uniqueNames(many).at(-1)).toBe('Night 1000')
})
