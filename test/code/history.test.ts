import { expect, test } from 'vitest'
import { historyOf, type Keeper, keepHistory, madeFrom, type Result, withNewest } from '../../src/code/history.ts'

function keeper(text = ''): Keeper & { text: string } {
  return {
    text,
    getPluginData() {
      return this.text
    },
    setPluginData(_key, value) {
      this.text = value
    },
  }
}

const result = (prompt: string, hid: string[] = []): Result => ({
  ...{ prompt, provider: 'lumenfall', model: 'm', at: '2026-01-01T00:00:00Z' },
  ...{ of: 'a', hid },
})
const NONE = new Set<string>()

test('a result is read back as it was written', () => {
  const layer = keeper()
  const written = { ...result('night', ['IMAGE a']), seed: 7, cost: 0.01, resampled: { width: 100, height: 50 } }
  keepHistory(layer, { results: new Map([['abc', written]]) }, NONE)
  expect(historyOf(layer).results.get('abc')).toEqual(written)
})

test('the style that a layer followed is kept beside its results', () => {
  const layer = keeper()
  const style = { id: 'S:1,', keys: ['SOLID x'] }
  keepHistory(layer, { results: new Map([['abc', result('night')]]), style }, NONE)
  expect(historyOf(layer).style).toEqual(style)
})

test.each([
  '',
  'not json',
  'null',
  '[]',
  '{"version":2,"results":{}}',
  '{"version":1,"results":{"x":{"hid":[1]}}}',
  '{"version":1,"results":{"x":{"hid":[],"prompt":{}}}}',
  '{"version":1,"results":{"x":{"hid":[],"favourite":"yes"}}}',
  '{"version":1,"results":{"x":{"hid":[],"resampled":true}}}',
  '{"version":1,"results":{"x":{"hid":[],"resampled":{"width":100}}}}',
  '{"version":1,"results":{"x":{"hid":[],"resampled":{"width":0,"height":50}}}}',
  '{"version":1,"results":{"x":{"hid":[],"resampled":{"width":100,"height":50,"hash":1}}}}',
])('strange data %j is no history and no crash', (text) => {
  expect(historyOf(keeper(text)).results.size).toBe(0)
})

test('nothing known leaves no data behind', () => {
  const layer = keeper('old')
  keepHistory(layer, { results: new Map() }, NONE)
  expect(layer.text).toBe('')
})

test('a result that is placed once more becomes the newest', () => {
  const results = withNewest(withNewest(new Map(), 'b', result('one')), 'c', result('two'))
  expect([...withNewest(results, 'b', result('three')).keys()]).toEqual(['c', 'b'])
})

test('within 100 kB the oldest words go first, the way back never', () => {
  const layer = keeper()
  const words = '夜'.repeat(1000)
  const hashes = Array.from({ length: 60 }, (_, index) => `r${index}`)
  keepHistory(layer, { results: new Map(hashes.map((hash) => [hash, result(words, [`IMAGE ${hash}`])])) }, NONE)
  expect(new TextEncoder().encode(layer.text).length).toBeLessThan(100_000)
  const { results } = historyOf(layer)
  expect([...results.values()].map(({ hid }) => hid.length)).toEqual(Array(60).fill(1))
  expect(results.get('r59')?.prompt).toBe(words)
  expect(results.get('r0')?.prompt).toBe('')
})

test('that a picture was resampled outlives its words, and so does that it is a favourite', () => {
  const layer = keeper()
  const [resampled, words] = [{ width: 100, height: 50 }, '夜'.repeat(1000)]
  const results = Array.from(
    { length: 60 },
    (_, index) => [`r${index}`, { ...result(words), resampled, favourite: true }] as const,
  )
  keepHistory(layer, { results: new Map(results) }, NONE)
  expect(historyOf(layer).results.get('r0')).toMatchObject({ prompt: '', resampled, favourite: true })
})

test('of what is resampled again the size at first is kept; of anything else its own', () => {
  const [first, later] = [
    { width: 100, height: 50 },
    { width: 400, height: 200 },
  ]
  const made = { ...result(''), resampled: later }
  const own = { ...made, resampled: { ...later, hash: 'a' } }
  const small = { hash: 'a', source: { ...result(''), resampled: { ...first, hash: 'b' } } }
  expect(madeFrom({ hash: 'a', source: undefined }, made)).toEqual(own)
  expect(madeFrom({ hash: 'a', source: result('edited') }, made)).toEqual(own)
  expect(madeFrom(small, made)).toEqual({ ...made, resampled: { ...first, hash: 'b' } })
  expect(madeFrom(small, result('edited'))).toEqual(result('edited'))
  const edited = { ...result('edited'), resampled: later }
  expect(madeFrom(small, edited)).toEqual(edited)
})

test('where even that is too much, results that are no longer on the layer go before those that are', () => {
  const layer = keeper()
  const hashes = Array.from({ length: 1500 }, (_, index) => `${index}`.padStart(40, '0'))
  const there = new Set([hashes[0]!, hashes[1499]!])
  keepHistory(layer, { results: new Map(hashes.map((hash) => [hash, result('', [`IMAGE ${hash}`])])) }, there)
  expect(layer.text.length).toBeLessThan(100_000)
  expect([...historyOf(layer).results.keys()]).toEqual(expect.arrayContaining([...there]))
})
