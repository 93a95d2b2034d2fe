import { expect, test } from 'vitest'
import { MANIFEST, openFigma } from './open-figma.ts'

test('what is stored comes back as a copy, also in the next run', async () => {
  const { ask } = await openFigma()
  const value = `{ list: [1, { a: null }], bytes: new Uint8Array([1, 2]) }`
  expect(
    await ask(`const value = ${value}; await figma.clientStorage.setAsync('a', value); value.list.push(2)
    return [await figma.clientStorage.getAsync('a'), await figma.clientStorage.getAsync('b'), await figma.clientStorage.keysAsync()]`),
  ).toEqual([{ list: [1, { a: null }], bytes: new Uint8Array([1, 2]) }, undefined, ['a']])
  expect(await ask(`return (await figma.clientStorage.getAsync('a')).list.length`)).toBe(2)
  expect(await ask(`await figma.clientStorage.deleteAsync('a'); return figma.clientStorage.keysAsync()`)).toEqual([])
})

test('another plugin does not see it', async () => {
  const { ask } = await openFigma()
  await ask(`await figma.clientStorage.setAsync('a', 1)`)
  expect(await ask(`return figma.clientStorage.getAsync('a')`, { manifest: { ...MANIFEST, id: '43' } })).toBeUndefined()
})

test.each([
  ['new Date()', 'A Date cannot be kept'],
  ['{ at: [new Date()] }', 'A Date cannot be kept'],
  ['() => 1', 'value is a function'],
  ['new Map()', 'value is a Map'],
  ['{ a: figma.mixed }', 'Cannot unwrap symbol'],
])('%s cannot be stored', async (value, message) => {
  const { ask } = await openFigma()
  await expect(ask(`await figma.clientStorage.setAsync('a', ${value})`)).rejects.toThrow(`in setAsync: ${message}`)
})

test('there is room for 5 MB in all, keys and bytes counted', async () => {
  const { ask, start } = await openFigma()
  const fill = (key: string, length: number) =>
    `await figma.clientStorage.setAsync('${key}', new Uint8Array(${length}));`
  await ask(fill('a', 2_500_000))
  await expect(ask(fill('b', 2_499_999))).rejects.toThrow('in setAsync: The storage quota of 5 MB is exceeded')
  await ask(fill('b', 2_499_998))
  const run = await start('')
  expect(Object.keys(run.storage)).toEqual(['a', 'b'])
})

test('a run can start with a storage of its own', async () => {
  const { ask } = await openFigma()
  expect(await ask(`return figma.clientStorage.getAsync('a')`, { storage: { a: 7 } })).toBe(7)
})

test('keys count with the bytes of their letters, and what is refused leaves what was there', async () => {
  const { ask } = await openFigma()
  const fill = (key: string, length: number) => `await figma.clientStorage.setAsync('${key}', 'x'.repeat(${length}));`
  await ask(fill('a', 3))
  await expect(ask(fill('ü', 4_999_991))).rejects.toThrow('The storage quota of 5 MB is exceeded')
  await ask(fill('ü', 4_999_990))
  expect(await ask(`return figma.clientStorage.getAsync('a')`)).toBe('xxx')
})

test('what is not there is deleted without a word, and keys must be texts', async () => {
  const { ask } = await openFigma()
  await expect(ask(`await figma.clientStorage.deleteAsync('nothing')`)).resolves.toBeUndefined()
  await expect(ask('await figma.clientStorage.setAsync(1, 1)')).rejects.toThrow(
    'in setAsync: Expected "key" to have type string but got number instead',
  )
})

test('null, undefined, texts, numbers and booleans are kept as they are', async () => {
  const { ask } = await openFigma()
  expect(
    await ask(`const values = [null, undefined, '', 0, -0.5, true]
      for (const [index, value] of values.entries()) await figma.clientStorage.setAsync(String(index), value)
      return Promise.all(values.map((_, index) => figma.clientStorage.getAsync(String(index))))`),
  ).toEqual([null, undefined, '', 0, -0.5, true])
})
