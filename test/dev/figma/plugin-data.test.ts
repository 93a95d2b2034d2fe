import { expect, test } from 'vitest'
import { MANIFEST, openFigma } from './open-figma.ts'

const BOX = 'const [layer] = figma.currentPage.children;'

test('plugin data is private to its plugin and goes when it is empty', async () => {
  const { editor, ask } = await openFigma()
  expect(
    await ask(`${BOX} layer.setPluginData('a', '1'); layer.setPluginData('b', '2'); layer.setPluginData('b', '')
    return [layer.getPluginData('a'), layer.getPluginData('b'), layer.getPluginDataKeys()]`),
  ).toEqual(['1', '', ['a']])
  expect(editor.layer('Box').pluginData).toEqual({ 42: { a: '1' } })
  const other = { manifest: { ...MANIFEST, id: '43' } }
  expect(await ask(`${BOX} return [layer.getPluginData('a'), layer.getPluginDataKeys()]`, other)).toEqual(['', []])
})

test('an entry holds 100 kB with its key', async () => {
  const { ask } = await openFigma()
  const set = (length: number) => `${BOX} layer.setPluginData('key', 'x'.repeat(${length}))`
  await expect(ask(set(99_995))).resolves.toBeUndefined()
  await expect(ask(set(99_996))).rejects.toThrow('in setPluginData: The plugin data entry is larger than 100 kB')
  await expect(ask(`${BOX} layer.setPluginData('key', 5)`)).rejects.toThrow('Expected "value" to have type string')
})

test('shared data is for all plugins, by a namespace of at least three characters', async () => {
  const { ask } = await openFigma()
  await ask(`${BOX} layer.setSharedPluginData('refill', 'a', '1')`)
  const other = { manifest: { ...MANIFEST, id: '43' } }
  expect(await ask(`${BOX} return layer.getSharedPluginData('refill', 'a')`, other)).toBe('1')
  await expect(ask(`${BOX} layer.setSharedPluginData('ab', 'a', '1')`)).rejects.toThrow('at least 3 alphanumeric')
})

test('relaunch data replaces what was there, and needs a button of the manifest', async () => {
  const { ask } = await openFigma()
  expect(await ask(`${BOX} layer.setRelaunchData({ again: 'Edit again' }); return layer.getRelaunchData()`)).toEqual({
    again: 'Edit again',
  })
  expect(await ask(`${BOX} layer.setRelaunchData({}); return layer.getRelaunchData()`)).toEqual({})
  await expect(ask(`${BOX} layer.setRelaunchData({ other: '' })`)).rejects.toThrow('not in the relaunchButtons')
  await expect(ask(`${BOX} layer.setRelaunchData({ again: 'x'.repeat(1001) })`)).rejects.toThrow(
    'at most 1000 characters',
  )
})
