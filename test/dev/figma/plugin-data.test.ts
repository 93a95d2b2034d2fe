import { expect, test } from 'vitest'
import { box, MANIFEST, openFigma } from './open-figma.ts'

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

test('instances take no relaunch data, nor does what lies in them', async () => {
  const { ask } = await openFigma()
  const card = `const card = figma.createComponent(); card.appendChild(figma.createRectangle()); const use = card.createInstance()`
  await expect(ask(`${card}; use.setRelaunchData({ again: '' })`)).rejects.toThrow('cannot be set on an instance')
  await expect(ask(`${card}; use.children[0].setRelaunchData({ again: '' })`)).rejects.toThrow('on an instance')
  expect(await ask(`${card}; card.setRelaunchData({ again: '' }); return card.getRelaunchData()`)).toEqual({
    again: '',
  })
})

test('an entry is counted in bytes, with the id or the namespace', async () => {
  const { ask } = await openFigma()
  const set = (length: number) => `${BOX} layer.setPluginData('key', 'ü'.repeat(${length}))`
  await expect(ask(set(49_997))).resolves.toBeUndefined()
  await expect(ask(set(49_998))).rejects.toThrow('larger than 100 kB')
  const shared = (length: number) => `${BOX} layer.setSharedPluginData('refill', 'k', 'x'.repeat(${length}))`
  await expect(ask(shared(99_993))).resolves.toBeUndefined()
  await expect(ask(shared(99_994))).rejects.toThrow('larger than 100 kB')
  expect(
    await ask(`${BOX} return [layer.getPluginData('key').length, layer.getSharedPluginDataKeys('refill')]`),
  ).toEqual([49_997, ['k']])
})

test('relaunch data shows as buttons for what is selected', async () => {
  const { editor, ask } = await openFigma({ layers: [box('Box'), box('Other')] })
  const manifest = {
    ...MANIFEST,
    relaunchButtons: [
      { command: 'again', name: 'Again' },
      { command: 'all', name: 'All', multipleSelection: true },
    ],
  }
  await ask(
    `const [box, other] = figma.currentPage.children; box.setRelaunchData({ again: 'Once more', all: '' })
      other.setRelaunchData({ again: '', all: '' }); figma.currentPage.setRelaunchData({ again: 'The page' })`,
    { manifest },
  )
  const shown = (...names: string[]) => {
    editor.select(names)
    return editor.relaunchButtons(manifest).map(({ name, description }) => `${name}: ${description}`)
  }
  expect(shown('Box')).toEqual(['Again: Once more', 'All: '])
  expect(shown('Box', 'Other')).toEqual(['All: '])
  expect(shown()).toEqual(['Again: The page'])
  expect(editor.relaunchButtons({ ...manifest, id: '43' })).toEqual([])
})

test('the document’s own data is part of what is seen of it, and of its undo', async () => {
  const { editor, ask } = await openFigma()
  await ask(`figma.root.setPluginData('seed', '7'); figma.root.setSharedPluginData('team', 'seed', '8')`)
  expect(editor.json().pluginData).toEqual({ 42: { seed: '7' }, 'shared:team': { seed: '8' } })
  editor.undo()
  expect(editor.json().pluginData).toEqual({})
})

test('a relaunch button runs its command', async () => {
  const { start } = await openFigma()
  const run = await start('console.log(figma.command)', { command: 'again' })
  expect(run.logs[0]!.values).toEqual(['again'])
})
