// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { containerRows, fakeCode, imageRow, inVariant } from '../jobs/fakes.ts'
import { allByRole, byRole, choose, findings, isShown, perform, press, pressKey, show, type, words } from './page.ts'
import { openPanel } from './panel.tsx'

beforeEach(() => {
  document.documentElement.lang = 'en'
  document.title = 'Refill'
})
afterEach(async () => {
  await show()
  vi.useRealTimers()
})

/** A set of two themes in one season, with a picture in each, and a badge that is nested in the first. */
const set = () =>
  containerRows(
    'Card',
    [
      imageRow('Photo', { id: 'light', key: 'light', ...inVariant({ Theme: 'Light', Season: 'Summer' }) }),
      imageRow('Icon', { ...inVariant({ Theme: 'Light', Season: 'Summer' }), where: 'New' }),
      imageRow('Photo', { id: 'dark', key: 'dark', ...inVariant({ Theme: 'Dark', Season: 'Summer' }) }),
    ],
    { kind: 'set' },
  )
const box = (name: string) => byRole<HTMLInputElement>('checkbox', name)
const listed = () => [...byRole('list', 'Selected').children].map((row) => words(row).replace(/ \d+ ×.*/, ''))

test('a set lists its images below its variants, and says in a row only what the heading does not', async () => {
  await openPanel({ rows: set() })
  expect(listed()).toEqual([
    'Card 3 of 3 images Images inside (3) Whole set',
    'Theme: Light · Season: Summer',
    'Photo',
    'Icon · New',
    'Theme: Dark · Season: Summer',
    'Photo',
  ])
  const quiet = [...document.querySelectorAll('b [class=where]')].map((element) => words(element))
  expect(quiet).toEqual(['· Season: Summer', '· Season: Summer'])
  expect(isShown('checkbox', 'Photo · Theme=Dark, Season=Summer')).toBe(true)
  expect(isShown('checkbox', 'Icon · New · Theme=Light, Season=Summer')).toBe(true)
  expect(await findings()).toEqual([])
})

test('one box ticks the images of a variant, and shows when it is some of them', async () => {
  await openPanel({ rows: set() })
  const group = () => box('Images inside Theme: Light · Season: Summer')
  await press(box('Photo · Theme=Light, Season=Summer'))
  expect([group().checked, group().indeterminate]).toEqual([false, true])
  await press(group())
  await press(group())
  expect(isShown('heading', '1 of 3 images selected')).toBe(true)
  expect(box('Photo · Theme=Dark, Season=Summer').checked).toBe(true)
})

test('an instance is told by its name and its values, variants of several sets by their set', async () => {
  const one = inVariant({ Theme: 'Dark' }, { id: 'one', name: 'Use', isInstance: true })
  const two = inVariant({ Theme: 'Dark' }, { id: 'two', set: { id: 'id of Tile', name: 'Tile' } })
  const broken = inVariant({}, { id: 'three', name: 'Theme' })
  await openPanel({
    rows: containerRows('Board', [imageRow('a', one), imageRow('b', two), imageRow('c', broken)]),
  })
  expect(listed().filter((_, index) => index % 2 === 1)).toEqual([
    'Use · Theme: Dark',
    'Tile · Theme: Dark',
    'Card · Theme',
  ])
})

test('values are let through by a press, and the arrows go from one to the next', async () => {
  await openPanel({ rows: set() })
  const values = () => allByRole('button').filter((button) => button.getAttribute('aria-pressed') !== null)
  expect(values().map((button) => words(button))).toEqual(['All', 'Light', 'Dark'])
  expect(values().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
  byRole('button', 'All').focus()
  await pressKey(byRole('button', 'All'), 'ArrowRight')
  await pressKey(byRole('button', 'Light'), 'ArrowRight')
  expect(document.activeElement).toBe(byRole('button', 'Dark'))
  await press(byRole('button', 'Dark'))
  expect(values().map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'false', 'true'])
  expect(isShown('heading', '1 of 3 images selected')).toBe(true)
  expect(words()).toContain('2 images left out by the filter')
  await press(byRole('button', 'Light'))
  expect(isShown('heading', '3 images selected')).toBe(true)
  await press(byRole('button', 'All'))
  expect(values().map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false', 'false'])
})

test('each value has a box for its prompt, with its images, and a fault stands at the box', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const code = fakeCode({
    readWords: ({ ids }) => ({
      layers: ids.map((id) => ({ id, page: 'Page', properties: { Theme: 'Dark' }, texts: {} })),
    }),
  })
  await openPanel({ rows: [...set(), imageRow('Loose')], code })
  await type(byRole<HTMLTextAreaElement>('textbox', 'Prompt'), 'dusk')
  const prompts = byRole<HTMLSelectElement>('combobox', 'Prompts for variants')
  expect([...prompts.options].map(({ text }) => text)).toEqual([
    'One prompt',
    'One for each Theme',
    'One for each Season',
  ])
  await choose(prompts, 'Theme')
  expect(words()).toContain('Where a box is empty, and for 1 image without “Theme”, the prompt above is sent.')
  const light = byRole<HTMLTextAreaElement>('textbox', 'Theme: Light · 2 images')
  const dark = byRole<HTMLTextAreaElement>('textbox', 'Theme: Dark · 1 image')
  await type(light, '{Them} on image 3')
  await type(dark, '{Theme} light')
  await perform(() => vi.advanceTimersByTimeAsync(1000))
  vi.useRealTimers()
  expect(light.getAttribute('aria-invalid')).toBe('true')
  expect(words(light.parentElement!)).toContain('{Them} stands for nothing.')
  expect(dark.getAttribute('aria-invalid')).toBe('false')
  expect(words()).toContain('image 3')
  expect(document.querySelector('[title="Dark light"]')).not.toBeNull()
  expect(await findings()).toEqual([])
  await press(byRole('button', 'Run'))
  expect(words(byRole('alert'))).toContain('“Theme: Light”: {Them} stands for nothing.')
  await type(light, 'day')
  expect(isShown('alert')).toBe(false)
})

test('where there are several prompts, those for variants are said not to count, and are back with the last one', async () => {
  await openPanel({ rows: set() })
  await type(byRole<HTMLTextAreaElement>('textbox', 'Prompt'), 'dusk')
  const note = 'Prompts for variants are not sent along with several prompts. They are back when one is left.'
  await press(byRole('button', '+ Prompt'))
  expect(words()).not.toContain(note)
  await press(byRole('button', 'Remove Prompt 2'))
  await choose(byRole<HTMLSelectElement>('combobox', 'Prompts for variants'), 'Theme')
  await type(byRole<HTMLTextAreaElement>('textbox', 'Theme: Dark · 1 image'), 'night')
  await press(byRole('button', '+ Prompt'))
  expect(words()).toContain(note)
  await press(byRole('button', 'Remove Prompt 2'))
  expect(words()).not.toContain(note)
  expect(byRole<HTMLTextAreaElement>('textbox', 'Theme: Dark · 1 image').value).toBe('night')
})

test('without variants there is nothing to choose', async () => {
  await openPanel({ rows: [imageRow('Hero')] })
  expect(isShown('combobox', 'Prompts for variants')).toBe(false)
})
