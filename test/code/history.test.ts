import { expect, test } from 'vitest'
import { historyOf, type Keeper, remember } from '../../src/code/history.ts'

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

const result = (prompt: string, hid: string[] = []) =>
  ({ prompt, provider: 'lumenfall', model: 'm', at: '2026-01-01T00:00:00Z', from: 'image', hid }) as const

test('a result is read back as it was written', () => {
  const layer = keeper()
  remember(layer, 'abc', { ...result('night', ['IMAGE a']), hid: ['IMAGE a'], seed: 7, cost: 0.01 })
  expect(historyOf(layer).get('abc')).toMatchObject({ prompt: 'night', seed: 7, cost: 0.01, hid: ['IMAGE a'] })
})

test.each(['', 'not json', 'null', '[]', '{"version":2,"results":{}}', '{"version":1,"results":{"x":{"hid":[1]}}}'])(
  'strange data %j is no history and no crash',
  (text) => {
    expect(historyOf(keeper(text)).size).toBe(0)
  },
)

test('the same result placed twice keeps the way back', () => {
  const layer = keeper()
  remember(layer, 'b', { ...result('one'), hid: ['IMAGE a'] })
  remember(layer, 'b', { ...result('one'), hid: [] })
  expect(historyOf(layer).get('b')?.hid).toEqual(['IMAGE a'])
})

test('within 100 kB the oldest words go first, the way back never', () => {
  const layer = keeper()
  const words = '夜'.repeat(1000)
  for (let index = 0; index < 60; index++) remember(layer, `r${index}`, { ...result(words), hid: [`IMAGE ${index}`] })
  expect(new TextEncoder().encode(layer.text).length).toBeLessThan(100_000)
  const history = historyOf(layer)
  expect(history.size).toBe(60)
  expect([...history.values()].map(({ hid }) => hid.length)).toEqual(Array(60).fill(1))
  expect(history.get('r59')?.prompt).toBe(words)
  expect(history.get('r0')?.prompt).toBe('')
})
