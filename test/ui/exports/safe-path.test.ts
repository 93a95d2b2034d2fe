import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pathText, safeName, safePath } from '../../../src/ui/exports/safe-path.ts'
import { NASTY_NAMES } from './nasty-names.ts'
import { faultsOf } from './rules.ts'

const safe = (path: string, suffix = '') => pathText(safePath({ path, suffix, extension: 'png' }))

test('what can be a name stays as it is', () => {
  for (const name of [
    'Card',
    'Icons/Home',
    'v1.2',
    'Größe',
    'a-b_c (1)',
    '日本語',
    'O’Neil',
    '100%',
    'a & b',
    '~x',
    '#1',
  ]) {
    expect(safe(name)).toBe(`${name}.png`)
  }
})

test.each([
  ['16:9', '16-9.png'],
  ['say "hi" <now>', 'say -hi- -now-.png'],
  ['C:\\Windows', 'C--Windows.png'],
  [' Icons / Home ', 'Icons/Home.png'],
  ['../../up', 'up.png'],
  ['..', 'unnamed.png'],
  ['.hidden', 'hidden.png'],
  ['a//b/', 'a/b/unnamed.png'],
  ['CON', '_CON.png'],
  ['con.txt', '_con.txt.png'],
  ['aux/Com¹', '_aux/_Com¹.png'],
  ['v2. /a', 'v2/a.png'],
  ['\u202Egnp.exe', 'gnp.exe.png'],
  ['zero\u200Bwidth', 'zerowidth.png'],
  ['tab\tnew\nline', 'tab new line.png'],
  ['Cafe\u0301', 'Café.png'],
  ['half\uD83D', 'half.png'],
])('%j becomes %s', (name, expected) => {
  expect(safe(name)).toBe(expected)
})

test('a name of its own has no folders', () => {
  expect(safeName('Shop/Web: 2024', 'zip')).toBe('Shop-Web- 2024.zip')
  expect(safeName('', 'zip')).toBe('unnamed.zip')
})

test.each(['👩‍👩‍👧‍👦', '👩🏽‍💻', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩🇪', '1️⃣', '❤️', 'می‌خواهم', 'क्‍ष'])('%s is not taken apart', (name) => {
  expect(safe(name)).toBe(`${name}.png`)
  expect(safe(`a\u200Db ${name}`)).toBe(`ab ${name}.png`)
})

test('a suffix stays, whatever has to be cut, and makes no device and no hidden file', () => {
  expect(safe('x'.repeat(999), '@2x')).toBe(`${'x'.repeat(200 - 7)}@2x.png`)
  expect(safe('Card', '@2x')).toBe('Card@2x.png')
  expect(safe('C', 'ON')).toBe('_CON.png')
  expect(safe('', '@2x')).toBe('@2x.png')
  expect(safe('', '.min')).toBe('unnamed.min.png')
})

test('a long name is cut between two emoji, not within one', () => {
  const family = '👩‍👩‍👧‍👦'
  const name = safe(family.repeat(30)).slice(0, -'.png'.length)
  expect(name).toBe(family.repeat(Math.floor((255 - 4) / Buffer.byteLength(family))))
})

test('of many folders the outer ones stay, and the name does in any case', () => {
  const path = safe(`${'folder/'.repeat(100)}end`)
  expect(path.startsWith('folder/folder/')).toBe(true)
  expect(path.endsWith('folder/end.png')).toBe(true)
})

test('nasty names become safe ones', () => {
  expect(NASTY_NAMES.length).toBeGreaterThan(500)
  for (const name of NASTY_NAMES) {
    for (const suffix of ['', '@2x', ' copy.', '/\\:', '\u0301', 'ü'.repeat(90)]) {
      const path = safePath({ path: name, suffix, extension: 'webp' })
      expect(faultsOf(pathText(path)), name).toEqual([])
      expect(pathText(path).endsWith('.webp')).toBe(true)
      const { folder, stem } = path
      expect(safePath({ path: folder + stem, suffix, extension: 'webp' }), 'once more').toEqual(path)
    }
  }
})

const anyName = fc
  .array(fc.oneof(fc.constantFrom(...NASTY_NAMES), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), {
    maxLength: 4,
  })
  .map((pieces) => pieces.join(''))

test('any text becomes a safe name, and that stays the same', () => {
  fc.assert(
    fc.property(anyName, anyName, (name, suffix) => {
      const path = safePath({ path: name, suffix, extension: 'jpg' })
      expect(faultsOf(pathText(path))).toEqual([])
      expect(safePath({ path: path.folder + path.stem, suffix, extension: 'jpg' })).toEqual(path)
      expect(safe(pathText(path).slice(0, -'.jpg'.length))).toBe(pathText(path).replace(/jpg$/, 'png'))
    }),
    { numRuns: 2000 },
  )
})
