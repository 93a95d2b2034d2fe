import { expect, test } from 'vitest'
import type { LayerWords } from '../../../src/shared/protocol.ts'
import { NOTHING_KNOWN, toKnown } from '../../../src/ui/words/known-words.ts'
import { askedWords, type Prompted, wordsOf } from '../../../src/ui/words/prompt-words.ts'

const rows = (prompt: string, ...names: string[]): Prompted[] =>
  names.map((name) => ({ row: { id: `id of ${name}`, key: name, name }, prompt, isOwn: false }))

const said = (name: string, part: Partial<LayerWords> = {}): LayerWords => ({
  ...{ id: `id of ${name}`, page: 'Cards', properties: {}, texts: {} },
  ...part,
})

const wordsFor = (prompted: readonly Prompted[], ...layers: LayerWords[]) => [
  ...wordsOf(prompted, layers.length > 0 ? toKnown({ layers }) : NOTHING_KNOWN, 40).values(),
]
const known = (text: string) => ({ at: 'known', text })
const wrong = (fault: unknown) => ({ at: 'wrong', fault })

test('each row says its own words', () => {
  const prompted = rows('{Theme} {LAYER} on {page}: {text:Head}', 'a', 'b')
  const layer = (name: string, theme: string) =>
    said(name, { properties: { theme }, texts: { head: `Head of ${name}` } })
  expect(wordsFor(prompted, layer('a', 'Dark'), layer('b', 'Light'))).toEqual([
    known('Dark a on Cards: Head of a'),
    known('Light b on Cards: Head of b'),
  ])
})

test('rows are numbered from 1, to one length', () => {
  const names = Array.from({ length: 10 }, (_, index) => `${index}`)
  const words = wordsFor(rows('{n}', ...names))
  expect([words[0], words[9]]).toEqual([known('01'), known('10')])
})

test('what a layer is called is not read as a word', () => {
  expect(wordsFor(rows('{layer} {{layer}}', '{n}, a/b = 🌙'))).toEqual([known('{n}, a/b = 🌙 {layer}')])
})

test('a name that no layer has is told with those that there are', () => {
  const layers = [
    said('a', { properties: { Theme: 'Dark', n: '9', 'odd {': 'x' } }),
    said('b', { properties: { Size: 'L' } }),
  ]
  const fault = { unknown: ['Them', 'text:'], properties: ['Theme', 'Size'] }
  expect(wordsFor(rows('{Them} {text:}', 'a', 'b'), ...layers)).toEqual([wrong(fault), wrong(fault)])
})

test('what only some layers lack is told of these alone, each once', () => {
  const layers = [said('a', { properties: { Theme: 'Dark' }, texts: { head: '' } }), said('b')]
  expect(wordsFor(rows('Now {Theme} {text:Head} {text: head }', 'a', 'b', 'c'), ...layers)).toEqual([
    known('Now Dark  '),
    wrong({ lacks: ['Theme'], lacksTexts: ['Head', 'head'] }),
    wrong('gone'),
  ])
})

test('words without anything to read, and those that are too long for the model, are told', () => {
  const layers = [said('a', { texts: { head: ' ' } }), said('b', { texts: { head: `${'x'.repeat(39)}\n` } })]
  expect(wordsFor(rows('{text:Head}', 'a', 'b'), ...layers)).toEqual([wrong('blank'), wrong({ length: 41, limit: 40 })])
})

test('before there is an answer, only what the rows say by themselves is known', () => {
  expect(wordsFor(rows('{layer} {n}', 'a'))).toEqual([known('a 1')])
  expect(wordsFor(rows('{layer} {Theme}', 'a'))).toEqual([{ at: 'reading' }])
  expect(wordsFor(rows('{layer', 'a'))).toEqual([wrong({ brace: '{', properties: [] })])
})

test('the document is asked for layers whose prompts speak of it, and for each text once', () => {
  const own = { ...rows('{text:Other} {Theme}', 'c')[0]!, isOwn: true }
  expect(askedWords([...rows('{layer}, {n}', 'a'), own])).toEqual({ ids: ['id of c'], texts: ['other'] })
  expect(askedWords(rows('{text:Head} {text:HEAD}', 'a', 'b'))).toEqual({
    ids: ['id of a', 'id of b'],
    texts: ['head'],
  })
  expect(askedWords(rows('{oops', 'a'))).toEqual({ ids: ['id of a'], texts: [] })
  expect(askedWords(rows('no braces, {{or}} two', 'a'))).toBeUndefined()
})

test('many rows with the same prompt are quick', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `${index}`)
  const layers = names.map((name) => said(name, { properties: { Theme: name } }))
  const [prompted, all] = [rows('{Theme} {layer} {n}', ...names), toKnown({ layers })]
  const before = performance.now()
  for (let round = 0; round < 10; round++) wordsOf(prompted, all, 1000)
  expect((performance.now() - before) / 10).toBeLessThan(100)
})
