// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { toStored } from '../../../src/ui/presets/stored-preset.ts'
import { fakeCode } from '../jobs/fakes.ts'
import { allByRole, byRole, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

/** The panel, with what earlier ones stored. */
async function open(prompts: string[] = [], presets: Record<string, unknown> = {}) {
  const state = { prompts: { version: 1, prompts } as unknown, presets, isFull: false }
  const code = fakeCode({
    readPrompts: () => structuredClone(state.prompts),
    savePrompts: (input) => {
      state.prompts = input.prompts
    },
    readPresets: () => structuredClone(state.presets),
    savePreset({ id, preset }) {
      if (state.isFull) throw new AppError('bug', 'full')
      if (preset === undefined) delete state.presets[id]
      else state.presets[id] = preset
    },
  })
  const panel = await openPanel({ code })
  await perform(() => Promise.all([panel.presets.load(), panel.prompts.load()]))
  return { ...panel, state }
}

const box = () => byRole<HTMLTextAreaElement>('textbox', 'Prompt')
const search = (name: string) => byRole<HTMLInputElement>('combobox', name)
/** Those of the list that one searches, and of no select. */
const options = () => [...document.querySelectorAll('[role=option]')].map((option) => words(option))
const activeOption = () =>
  words(document.getElementById(document.activeElement!.getAttribute('aria-activedescendant')!)!)
const caretAt = (start: number, end = start) => box().setSelectionRange(start, end)
const mine = { name: 'Mine', prompt: 'Make it mine', count: 4 }

test('in the prompt, ↑ and ↓ walk through what was run, and what was being typed comes back', async () => {
  await open(['winter', 'night'])
  await type(box(), 'typing')
  for (const [key, shown] of [
    ['ArrowUp', 'winter'],
    ['ArrowUp', 'night'],
    ['ArrowUp', 'night'],
    ['ArrowDown', 'winter'],
    ['ArrowDown', 'typing'],
    ['ArrowDown', 'typing'],
  ] as const) {
    await pressKey(box(), key)
    expect(box().value).toBe(shown)
  }
})

test('what is shown by ↑ is what would run', async () => {
  const { form } = await open(['winter'])
  await pressKey(box(), 'ArrowUp')
  expect(form.all.value.prompt).toBe('winter')
  expect(box().selectionStart).toBe(6)
})

test('↑ moves the caret where there is a line above, or something is selected, or with a modifier', async () => {
  await open(['winter'])
  await type(box(), 'one\ntwo')
  caretAt(5)
  await pressKey(box(), 'ArrowUp')
  expect(box().value).toBe('one\ntwo')
  caretAt(1, 2)
  await pressKey(box(), 'ArrowUp')
  expect(box().value).toBe('one\ntwo')
  caretAt(1)
  await pressKey(box(), 'ArrowUp', { shiftKey: true })
  expect(box().value).toBe('one\ntwo')
  await pressKey(box(), 'ArrowDown')
  expect(box().value).toBe('one\ntwo')
  await pressKey(box(), 'ArrowUp')
  expect(box().value).toBe('winter')
})

test('of a prompt of many lines, the same key goes on to the next one', async () => {
  await open(['one\ntwo', 'night'])
  await pressKey(box(), 'ArrowUp')
  expect(box().value).toBe('one\ntwo')
  await pressKey(box(), 'ArrowUp')
  expect(box().value).toBe('night')
})

test('only what was really run is kept, the newest first and none twice', async () => {
  const { prompts, settings } = await open(['night'])
  settings.changeKey('')
  await type(box(), 'no account')
  await press(byRole('button', 'Run'))
  await perform(() => settings.changeKey('key'))
  await perform(() => settings.settle())
  await type(box(), 'far too long a prompt for it')
  await press(byRole('button', 'Run'))
  expect(prompts.all.value).toEqual(['night'])
  for (const prompt of ['winter', 'night']) {
    await type(box(), prompt)
    await press(byRole('button', 'Run'))
  }
  expect(prompts.all.value).toEqual(['night', 'winter'])
})

test('a prompt is found by its words, and Enter takes it', async () => {
  await open(['a rainy night', 'winter', 'night'])
  await press(byRole('button', 'Prompts'))
  expect(document.activeElement).toBe(search('Search prompts'))
  expect(options()).toEqual(['a rainy night', 'winter', 'night'])
  await type(search('Search prompts'), 'NIGHT')
  expect(options()).toEqual(['a rainy night', 'night'])
  expect(activeOption()).toBe('a rainy night')
  await pressKey(search('Search prompts'), 'ArrowDown')
  expect(activeOption()).toBe('night')
  await pressKey(search('Search prompts'), 'ArrowDown')
  expect(activeOption()).toBe('night')
  await pressKey(search('Search prompts'), 'Enter')
  expect(box().value).toBe('night')
  expect(document.activeElement).toBe(box())
  expect(isShown('listbox')).toBe(false)
})

test('where nothing is found it is said, and Enter does nothing', async () => {
  await open(['winter'])
  await press(byRole('button', 'Prompts'))
  await type(search('Search prompts'), 'summer')
  expect(words()).toContain('None of them has these words.')
  await pressKey(search('Search prompts'), 'Enter')
  expect(box().value).toBe('')
  expect(isShown('listbox', 'Search prompts')).toBe(true)
})

test('Escape closes, and the focus goes back to the button, also where nothing was run yet', async () => {
  await open()
  await press(byRole('button', 'Prompts'))
  expect(words()).toContain('The prompts that you run will be listed here.')
  await pressKey(document.activeElement as HTMLElement, 'Escape')
  expect(isShown('region', 'Prompts')).toBe(false)
  expect(document.activeElement).toBe(byRole('button', 'Prompts'))
})

test('one prompt is removed, or all of them after a question', async () => {
  const { state } = await open(['c', 'b', 'a'])
  await press(byRole('button', 'Prompts'))
  await pressKey(search('Search prompts'), 'ArrowDown')
  await press(byRole('button', 'Remove'))
  expect(options()).toEqual(['c', 'a'])
  expect(document.activeElement).toBe(search('Search prompts'))
  await press(byRole('button', 'Remove all…'))
  expect(words()).toContain('All 2 prompts will be removed from this list.')
  await pressKey(document.activeElement as HTMLElement, 'Escape')
  expect(isShown('region', 'Prompts')).toBe(true)
  await press(byRole('button', 'Remove all…'))
  await press(allByRole('button', 'Remove').at(-1)!)
  expect(state.prompts).toEqual({ version: 1, prompts: [] })
  expect(document.activeElement).toBe(byRole('button', 'Prompts'))
})

test('a long prompt is shown shortened, and taken whole', async () => {
  const long = 'word '.repeat(200).trim()
  await open([long])
  await press(byRole('button', 'Prompts'))
  expect(options()[0]!.length).toBeLessThanOrEqual(120)
  await press(byRole('button', 'Use'))
  expect(box().value).toBe(long)
})

test('a preset is found by its group, its prompt is shown, and taking it can be undone', async () => {
  await open()
  await type(box(), 'mine')
  await press(byRole('button', 'Presets…'))
  await type(search('Search presets'), 'season snow')
  expect(options()).toEqual(['Winter'])
  expect(words()).toContain('Change the season to winter')
  await pressKey(search('Search presets'), 'Enter')
  expect(box().value).toContain('Change the season to winter')
  expect(words()).toContain('“Winter” is in the form.')
  await press(byRole('button', 'Back to what was there'))
  expect(box().value).toBe('mine')
  await press(byRole('button', 'Take it again'))
  expect(box().value).toContain('Change the season to winter')
})

test('a click shows what an entry says, a second one takes it', async () => {
  await open()
  await press(byRole('button', 'Presets…'))
  await press(byRole('option', 'Fog'))
  expect(words()).toContain('Add soft fog')
  expect(box().value).toBe('')
  await press(byRole('option', 'Fog'))
  expect(box().value).toContain('Add soft fog')
})

test('what is in the form is saved under a name that is asked for in place', async () => {
  const { state, form } = await open()
  await type(box(), 'Make it night')
  form.change({ count: 3 })
  await press(byRole('button', 'Presets…'))
  await press(byRole('button', 'Save as preset…'))
  const name = () => byRole<HTMLInputElement>('textbox', 'Name of the preset')
  expect(document.activeElement).toBe(name())
  expect(name().value).toBe('Make it night')
  await pressKey(name(), 'Escape')
  expect(isShown('region', 'Presets')).toBe(true)
  await press(byRole('button', 'Save as preset…'))
  await type(name(), 'Fog')
  await pressKey(name(), 'Enter')
  expect(words()).toContain('Saved as “Fog 2”.')
  expect(options()[0]).toBe('Fog 2')
  expect(words()).toContain('p-image-edit · 3 results')
  expect(Object.values(state.presets)).toMatchObject([{ name: 'Fog 2', prompt: 'Make it night', count: 3 }])
  expect(document.activeElement).toBe(search('Search presets'))
})

test('where a name is missing or storage is full, the box stays and says why', async () => {
  const { state } = await open()
  await type(box(), 'Make it night')
  await press(byRole('button', 'Presets…'))
  await press(byRole('button', 'Save as preset…'))
  const name = byRole<HTMLInputElement>('textbox', 'Name of the preset')
  await type(name, ' ')
  await press(byRole('button', 'Save'))
  // At the box, and gone with the next letter.
  const why = () => document.getElementById(name.getAttribute('aria-describedby') ?? '')?.textContent
  expect([why(), name.getAttribute('aria-invalid')]).toEqual(['Write a name first.', 'true'])
  await type(name, 'Night')
  expect([why(), name.getAttribute('aria-invalid')]).toEqual([undefined, 'false'])
  state.isFull = true
  await press(byRole('button', 'Save'))
  expect(words()).toContain('It was not kept')
  expect(name.isConnected).toBe(true)
})

test('an own preset is renamed, replaced and removed, and asks before anything is lost', async () => {
  const { state, own } = await open([], { a: toStored(mine) }).then((panel) => ({
    ...panel,
    own: () => panel.state.presets.a as typeof mine | undefined,
  }))
  await type(box(), 'Make it yours')
  await press(byRole('button', 'Presets…'))
  await press(byRole('button', 'Rename… Mine'))
  await type(byRole<HTMLInputElement>('textbox', 'Name of the preset'), 'Yours')
  await press(byRole('button', 'Save'))
  expect(own()).toMatchObject({ name: 'Yours', prompt: 'Make it mine' })
  await press(byRole('button', 'Replace… Yours'))
  await press(byRole('button', 'Replace Yours'))
  expect(own()).toMatchObject({ name: 'Yours', prompt: 'Make it yours' })
  await press(byRole('button', 'Remove Yours'))
  expect(own()).toBeDefined()
  await press(byRole('button', 'Remove Yours'))
  expect(state.presets).toEqual({})
  expect(words()).toContain('“Yours” was removed.')
  expect(document.activeElement).toBe(search('Search presets'))
})

test('a file is imported, and what was wrong in it is said', async () => {
  await open()
  await press(byRole('button', 'Presets…'))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  const text = JSON.stringify({ refill: 'presets', version: 1, presets: [mine, { ...mine, count: 0 }] })
  Object.defineProperty(input, 'files', { value: [new File([text], 'refill-presets.json')], configurable: true })
  await perform(() => input.dispatchEvent(new Event('change', { bubbles: true })))
  await expect.poll(() => words()).toContain('1 preset imported. 1 preset cannot be used:')
  expect(words()).toContain('Preset 2, “Mine”: its count must be a whole number from 1 to 10.')
  expect(options()[0]).toBe('Mine')
  const link = byRole<HTMLAnchorElement>('link', 'Export')
  expect(link.download).toBe('refill-presets.json')
})

test('axe finds nothing, whatever is open', async () => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
  await open(['winter'], { a: toStored(mine) })
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Prompts'))
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Presets…'))
  expect(await findings()).toEqual([])
  await type(search('Search presets'), 'nothing like it')
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Save as preset…'))
  expect(await findings()).toEqual([])
})
