import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSheet, separatorIn } from '../../../src/ui/prompt-list/separator.ts'
import { readSheet, type Separator } from '../../../src/ui/prompt-list/sheet.ts'

const cellsIn = (text: string, separator: Separator) => readSheet(text, separator).map(({ cells }) => cells)

/** As a sheet writes it. */
function write(rows: readonly (readonly string[])[], separator: Separator, end: string) {
  const inQuotes = (cell: string) =>
    /["\n\r]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map((row) => row.map(inQuotes).join(separator) + end).join('')
}

const separator = fc.constantFrom<Separator>('\t', ',', ';')
const piece = fc.constantFrom('a', 'night', ' ', '"', '""', ',', ';', '\t', '\n', 'ü', '😀', '{layer}')
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))

test('what a sheet writes is read as it was, by any separator and line end', () => {
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 })
  fc.assert(
    fc.property(rows, separator, fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, separator, end, marked) => {
      // Line breaks in cells are written as the sheet's own.
      const text = write(rows, separator, '\n').replaceAll('\n', end)
      expect(cellsIn((marked ? '\uFEFF' : '') + text, separator)).toEqual(rows)
    }),
  )
})

test('any text at all is read, and no more than it was', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), separator, (pieces, separator) => {
      const rows = readSheet(pieces.join(''), separator)
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
      expect(rows.flatMap(({ cells }) => cells).join('').length).toBeLessThanOrEqual(pieces.join('').length)
    }),
  )
})

test('the last row may lack its line end', () => {
  expect(cellsIn('a\tb\nc\t', '\t')).toEqual([
    ['a', 'b'],
    ['c', ''],
  ])
})

test('a quote within words, or before them, is a part of them', () => {
  expect(cellsIn('a 5" nail,"Hello" she said,"x"', ',')).toEqual([['a 5" nail', '"Hello" she said', 'x']])
})

test('a quote that never ends costs its own row alone', () => {
  const rows = readSheet('one,1\n"two,2\nthree,"3"\nfour,4', ',')
  expect(rows.map(({ cells, isUnclosed }) => [...cells, isUnclosed])).toEqual([
    ['one', '1', false],
    ['"two', '2', true],
    ['three', '3', false],
    ['four', '4', false],
  ])
  expect(readSheet('a\n"b\nc', ',').map(({ isUnclosed }) => isUnclosed)).toEqual([false, true, false])
})

test('a megabyte is read at once, also where it is made of quotes', () => {
  for (const row of ['"a ""quoted"" word",b\n', '"\n', '"""x\n', 'a,"b\n']) {
    const before = performance.now()
    readSheet(row.repeat(1_000_000 / row.length), ',')
    expect(performance.now() - before).toBeLessThan(2000)
  }
})

test('what parts the cells is found', () => {
  expect(separatorIn('a\tb, c; d')).toBe('\t')
  expect(separatorIn('a;b, c\nd;e')).toBe(';')
  expect(separatorIn('a,"b; c"\nd,e')).toBe(',')
  expect(separatorIn('name,prompt\nNight,dark, with stars')).toBe(',')
  expect(separatorIn('Make it night, with stars\nKeep the car')).toBeUndefined()
})

test('a prompt that is pasted stays one; cells of a sheet do not', () => {
  const bare = { isTable: false }
  expect(isSheet('Make it night, with stars', bare)).toBe(false)
  expect(isSheet('Make it night, with stars; keep the car.\n\nNo people.', bare)).toBe(false)
  expect(isSheet('a\tb', bare)).toBe(true)
  expect(isSheet('night\t', bare)).toBe(false)
  expect(isSheet('Night;dark\nDay;bright', bare)).toBe(true)
  expect(isSheet('night\nday', bare)).toBe(false)
  expect(isSheet('night\nday', { isTable: true })).toBe(true)
  expect(isSheet('"one\ncell"', { isTable: true })).toBe(false)
})
