import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FilePath, safePath } from '../../../src/ui/exports/safe-path.ts'
import { uniquePaths } from '../../../src/ui/exports/unique-paths.ts'
import { NASTY_NAMES } from './nasty-names.ts'
import { clashesIn, faultsOf } from './rules.ts'

const pathOf = (path: string, suffix = '') => safePath({ path, suffix, extension: 'png' })
const unique = (...names: string[]) => uniquePaths(names.map((name) => pathOf(name)))

test('the later of two gets a number before its ending', () => {
  expect(unique('Card', 'Card', 'Card')).toEqual(['Card.png', 'Card 2.png', 'Card 3.png'])
  expect(uniquePaths([pathOf('Card', '@2x'), pathOf('Card', '@2x')])).toEqual(['Card@2x.png', 'Card 2@2x.png'])
  expect(uniquePaths([pathOf('', '@2x'), pathOf('', '@2x')])).toEqual(['@2x.png', '2@2x.png'])
})

test('a number that somebody has by name is not given to another', () => {
  expect(unique('a', 'a', 'a 2', 'a')).toEqual(['a.png', 'a 3.png', 'a 2.png', 'a 4.png'])
})

test.each([
  ['case', 'card', 'CARD'],
  ['the way it is composed', 'Café', 'Cafe\u0301'],
  ['how APFS folds', 'straße', 'STRASSE'],
  ['the sigma at its end', 'ΑΣ', 'ας'],
  ['what Windows forbids', 'a:b', 'a?b'],
])('names that differ only in %s are two files', (_, one, other) => {
  expect(unique(one, other)[1]).toMatch(/ 2\.png$/)
})

test('a file is not called as a folder is, wherever that comes', () => {
  expect(unique('a.png/b', 'a')).toEqual(['a.png/b.png', 'a 2.png'])
  expect(unique('A', 'a.png/b')).toEqual(['A 2.png', 'a.png/b.png'])
})

test('the same name in two folders is no clash', () => {
  expect(unique('a/x', 'b/x')).toEqual(['a/x.png', 'b/x.png'])
})

test('nasty names, each twice, are all distinct and safe', () => {
  const paths = uniquePaths([...NASTY_NAMES, ...NASTY_NAMES].map((name) => pathOf(name, '@3x')))
  expect(clashesIn(paths)).toEqual([])
  for (const path of paths) expect(faultsOf(path), path).toEqual([])
})

test.each([
  ['the same name', () => 'Card'],
  ['the same long name', () => 'ü'.repeat(400)],
  [
    'long names that differ where they are cut',
    (index: number) => 'x'.repeat(190) + String(index >> 1).padStart(4, '0'),
  ],
  ['names that numbers would make', (index: number) => (index % 2 ? 'Card' : `Card ${index}`)],
])('5,000 files of %s take no time', (_, nameAt) => {
  const paths = Array.from({ length: 5000 }, (_, index) => pathOf(nameAt(index)))
  const start = performance.now()
  const texts = uniquePaths(paths)
  // Many times what it takes, and a fraction of what comparing each with each would.
  expect(performance.now() - start).toBeLessThan(3000)
  expect(clashesIn(texts)).toEqual([])
  for (const text of texts) expect(faultsOf(text)).toEqual([])
})

const fewNames = fc.array(
  fc.oneof(
    fc.constantFrom(...NASTY_NAMES),
    fc.string({ unit: fc.constantFrom('a', 'A', 'ä', 'a\u0308', ' ', '2', '/', '.', 'ß', 'S'), maxLength: 5 }),
  ),
  { maxLength: 40 },
)

test('any names become distinct and safe, and distinct ones stay as they are', () => {
  fc.assert(
    fc.property(fewNames, fc.constantFrom('', '@2x', ' 2', '2'), (names, suffix) => {
      const paths = names.map((name) => pathOf(name, suffix))
      const texts = uniquePaths(paths)
      expect(clashesIn(texts)).toEqual([])
      expect(texts.flatMap(faultsOf)).toEqual([])
      expect(uniquePaths(texts.map((text, index) => parted(text, paths[index]!)))).toEqual(texts)
    }),
    { numRuns: 500 },
  )
})

function parted(text: string, { ending }: FilePath): FilePath {
  const at = text.lastIndexOf('/') + 1
  return { folder: text.slice(0, at), stem: text.slice(at, text.length - ending.length), ending }
}
