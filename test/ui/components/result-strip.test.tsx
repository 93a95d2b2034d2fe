// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerResults, LayerRow } from '../../../src/shared/protocol.ts'
import { fakeCode, imageRow, resultOn } from '../jobs/fakes.ts'
import { allByRole, byRole, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

const night = resultOn('Hero', 'make it night')
const winter = resultOn('Hero', 'make it winter', { shown: true })
const spring = resultOn('Hero', 'make it spring')

/** What is read comes, and then the thumbnails of it. */
async function arrived() {
  for (let step = 0; step < 3; step++) await perform(() => {})
}

/** The panel with one selected layer, whose results are open. */
async function openResults(found: Partial<LayerResults> = {}, rows?: LayerRow[]) {
  let now: LayerResults = { results: [night, winter, spring], original: false, ...found }
  const code = fakeCode({
    readResults: () => now,
    showResult({ hash }) {
      now = { ...now, results: now.results.map((result) => ({ ...result, shown: result.hash === hash })) }
      return { override: false }
    },
    keepOnly({ hash }) {
      const results = now.results.filter((result) => result.hash === hash)
      const removed = now.results.length - results.length
      now = { ...now, results }
      return { removed }
    },
    backToStyle() {
      now = { results: [], original: true }
    },
  })
  const panel = await openPanel({ code, rows: rows ?? [imageRow('Hero', { results: 3 })] })
  await arrived()
  return { ...panel, code }
}

/** Without the options of the form's selects. */
const thumbnails = () => allByRole('option').filter((option) => option.closest('[role=listbox]'))
const names = () => thumbnails().map((option) => option.getAttribute('aria-label'))
const shown = () => thumbnails().filter((option) => option.getAttribute('aria-selected') === 'true')

test('a layer that is selected alone shows its results, the one that shows marked', async () => {
  await openResults()
  expect(isShown('listbox', 'Results on Hero')).toBe(true)
  expect(names()).toEqual([
    'Result 1 of 3, “make it night”',
    'Result 2 of 3, “make it winter”, showing',
    'Result 3 of 3, “make it spring”',
  ])
  expect(shown()).toHaveLength(1)
  expect(thumbnails().map((option) => option.querySelector('img')?.src.slice(0, 5))).toEqual(Array(3).fill('blob:'))
  expect(words()).toContain('“make it winter” · p-image-edit')
})

test('among several layers the results open when they are asked for', async () => {
  await openResults({}, [imageRow('Hero', { results: 3 }), imageRow('Other')])
  const button = byRole('button', '3 results Hero')
  expect([button.getAttribute('aria-expanded'), isShown('listbox')]).toEqual(['false', false])
  await press(button)
  await arrived()
  expect([button.getAttribute('aria-expanded'), isShown('listbox')]).toEqual(['true', true])
})

test('a click picks a result', async () => {
  const { code } = await openResults()
  await press(byRole('option', names()[0]!))
  expect(code.inputs('showResult')).toEqual([{ id: 'id of Hero', hash: night.hash }])
  expect(names()[0]).toContain('showing')
})

test('the result that shows is not written again', async () => {
  const { code } = await openResults()
  await press(shown()[0]!)
  expect(code.inputs('showResult')).toEqual([])
})

test('the arrow keys move among the results and write nothing', async () => {
  const { code } = await openResults()
  const [first, second, third] = thumbnails()
  expect(thumbnails().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1])
  second!.focus()
  await pressKey(second!, 'ArrowRight')
  expect(document.activeElement).toBe(third)
  await pressKey(third!, 'ArrowRight')
  expect(document.activeElement).toBe(third)
  await pressKey(third!, 'Home')
  expect(document.activeElement).toBe(first)
  await pressKey(first!, 'End')
  expect(document.activeElement).toBe(third)
  expect(code.inputs('showResult')).toEqual([])
})

test('the focus stays on the picked result when the layer’s row changes with it', async () => {
  const { selection } = await openResults()
  const first = thumbnails()[0]!
  first.focus()
  await press(first)
  const source = { kind: 'image', hash: night.hash } as const
  await perform(() => selection.follow({ rows: [imageRow('Hero', { key: 'another key', source, results: 3 })] }))
  expect(document.activeElement).toBe(thumbnails()[0])
})

test('Keep only this one says how many go, and asks first', async () => {
  const { code } = await openResults()
  await press(byRole('button', 'Keep only this one Hero'))
  expect(isShown('group', '2 other results will be removed.')).toBe(true)
  expect(document.activeElement).toBe(byRole('button', 'Remove Hero'))
  await press(byRole('button', 'Cancel Hero'))
  expect(document.activeElement).toBe(byRole('button', 'Keep only this one Hero'))
  expect(code.inputs('keepOnly')).toEqual([])
  await press(byRole('button', 'Keep only this one Hero'))
  await press(byRole('button', 'Remove Hero'))
  expect(code.inputs('keepOnly')).toEqual([{ id: 'id of Hero', hash: winter.hash }])
  expect(names()).toEqual(['Result 1 of 1, “make it winter”, showing'])
  expect(document.activeElement).toBe(shown()[0])
})

test('what shows beside it, for another image of the layer, is not counted among what goes', async () => {
  await openResults({ results: [night, winter, { ...spring, shown: true }] })
  await press(byRole('button', 'Keep only this one Hero'))
  expect(isShown('group', '1 other result will be removed.')).toBe(true)
})

test('F marks the result that has the focus, or takes the mark away, and says so in its name', async () => {
  const { code } = await openResults({ results: [night, { ...winter, favourite: true }] })
  expect(names()[1]).toBe('Result 2 of 2, “make it winter”, favourite, showing')
  for (const thumbnail of thumbnails()) await pressKey(thumbnail, 'f')
  await pressKey(thumbnails()[0]!, 'f', { ctrlKey: true })
  expect(code.inputs('markFavourite')).toEqual([
    { id: 'id of Hero', hash: night.hash, favourite: true },
    { id: 'id of Hero', hash: winter.hash, favourite: false },
  ])
})

test('without favourites there are none to keep', async () => {
  await openResults()
  expect(isShown('button', 'Keep favourites Hero')).toBe(false)
})

test('Keep favourites says how many others go, and asks first', async () => {
  // What shows for another image of the layer stays.
  const other = { ...spring, of: 'another', shown: true }
  const ofOne = { ...winter, of: 'one' }
  const { code } = await openResults({ results: [{ ...night, of: 'one', favourite: true }, ofOne, other] })
  await press(byRole('button', 'Keep favourites Hero'))
  expect(isShown('group', '1 result that is no favourite will be removed.')).toBe(true)
  expect(code.inputs('keepFavourites')).toEqual([])
  await press(byRole('button', 'Remove Hero'))
  expect(code.inputs('keepFavourites')).toEqual([{ ids: ['id of Hero'] }])
  expect(document.activeElement).toBe(thumbnails()[0])
})

test('Escape takes the question back', async () => {
  await openResults()
  await press(byRole('button', 'Keep only this one Hero'))
  await pressKey(byRole('button', 'Remove Hero'), 'Escape')
  expect(isShown('button', 'Remove Hero')).toBe(false)
})

test('an only result has nothing to be kept from', async () => {
  await openResults({ results: [winter] })
  expect(isShown('button', 'Keep only this one Hero')).toBe(false)
})

test('Use these settings fills the form and leads to the prompt', async () => {
  const { form } = await openResults({ results: [{ ...winter, made: { ...winter.made, seed: 7 } }] })
  await press(byRole('button', 'Use these settings Hero'))
  expect(form.all.value).toMatchObject({ prompt: 'make it winter', seed: '7' })
  expect(document.activeElement).toBe(byRole('textbox', 'Prompt'))
})

test('Back to style says how many results that drops, and asks first', async () => {
  const { code } = await openResults({ style: { name: 'Brand/Photo', drops: 3 } })
  await press(byRole('button', 'Back to style “Brand/Photo” Hero'))
  expect(isShown('group', '3 results will be removed.')).toBe(true)
  await press(byRole('button', 'Back to style “Brand/Photo” Hero'))
  expect(code.inputs('backToStyle')).toEqual([{ id: 'id of Hero' }])
  expect(words()).toContain('There are no results on this layer.')
})

test('after Back to style in a run the focus is on the button that opened the results', async () => {
  await openResults({ style: { name: 'Brand/Photo', drops: 3 } }, [imageRow('Hero')])
  await type(byRole<HTMLTextAreaElement>('textbox', 'Prompt'), 'night')
  await press(byRole('button', 'Run'))
  await press(byRole('button', 'Results Hero'))
  await arrived()
  await press(byRole('button', 'Back to style “Brand/Photo” Hero'))
  await press(byRole('button', 'Back to style “Brand/Photo” Hero'))
  expect(words()).toContain('There are no results on this layer.')
  expect(document.activeElement).toBe(byRole('button', 'Results Hero'))
})

test('where it drops nothing, Back to style asks nothing', async () => {
  const { code } = await openResults({ style: { name: 'Brand/Photo', drops: 0 } })
  await press(byRole('button', 'Back to style “Brand/Photo” Hero'))
  expect(code.inputs('backToStyle')).toHaveLength(1)
})

test('while the original shows, it is said, and there is no result to keep or to use', async () => {
  await openResults({ results: [night, spring], original: true })
  expect(words()).toContain('Original is showing')
  expect(isShown('button', 'Keep only this one Hero')).toBe(false)
  expect(isShown('button', 'Use these settings Hero')).toBe(false)
  expect(thumbnails().map(({ tabIndex }) => tabIndex)).toEqual([0, -1])
})

test('picking a result ends the word that the original is showing', async () => {
  const { original } = await openResults()
  await press(byRole('button', 'Original Hero'))
  expect(original.shown.value?.layer).toBe('id of Hero')
  await press(thumbnails()[0]!)
  expect(original.shown.value).toBeUndefined()
})

test('after Original the results are read again, also those of a layer that is not selected', async () => {
  const { code } = await openResults()
  await press(byRole('button', 'Original Hero'))
  expect(code.inputs('readResults')).toHaveLength(2)
})

test('what cannot be done on a layer is told without the advice to run again', async () => {
  const code = fakeCode({
    showOriginal() {
      throw new AppError('layer', '“Hero” shows no result of Refill now.')
    },
  })
  await openPanel({ code, rows: [imageRow('Hero', { results: 1 })] })
  await press(byRole('button', 'Original Hero'))
  expect(words(byRole('alert'))).toBe('Not possible with this layer “Hero” shows no result of Refill now.')
})

test('Show layer asks for just that', async () => {
  const { code } = await openResults()
  await press(byRole('button', 'Show layer Hero'))
  expect(code.inputs('showLayer')).toEqual([{ id: 'id of Hero' }])
})

test('a result whose prompt was dropped is still one of the results', async () => {
  await openResults({ results: [{ ...winter, made: { ...winter.made, prompt: '', model: '' } }] })
  expect(names()).toEqual(['Result 1 of 1, showing'])
})

test('after Original inside an instance it is said that an override remains', async () => {
  const code = fakeCode({ showOriginal: () => ({ override: true }) })
  await openPanel({ code, rows: [imageRow('Hero', { results: 1 })] })
  await press(byRole('button', 'Original Hero'))
  expect(words()).toContain('Original is showing; in this instance it stays an override.')
})

test('axe finds nothing in the results of a layer, also while something is asked', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  await openResults({ style: { name: 'Brand/Photo', drops: 3 } })
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Keep only this one Hero'))
  expect(await findings()).toEqual([])
})
