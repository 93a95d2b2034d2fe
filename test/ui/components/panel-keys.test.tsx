// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { imageRow } from '../jobs/fakes.ts'
import { fakesOf, rowOf } from './models.ts'
import { byRole, isShown, perform, press, pressKey, show, type } from './page.ts'
import { openPanel } from './panel.tsx'

afterEach(() => show())

/** Keys that begin something do so in the next frame. */
async function pressRunKeys(element: HTMLElement, held: KeyboardEventInit = { ctrlKey: true }) {
  await pressKey(element, 'Enter', held)
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await perform(() => {})
}

const going = () => fakesOf({ rows: [rowOf(1, { state: { at: 'editing' }, startedAt: 1 })] })

test.each([{ metaKey: true }, { ctrlKey: true }])('Enter with %j runs wherever the focus is', async (held) => {
  const { form } = await openPanel()
  await perform(() => form.change({ prompt: 'night' }))
  await pressRunKeys(document.body, held)
  expect(isShown('list', 'Run')).toBe(true)
})

test('a key that is held down, and Enter alone, run nothing', async () => {
  const { form } = await openPanel()
  await perform(() => form.change({ prompt: 'night' }))
  await pressRunKeys(document.body, { ctrlKey: true, repeat: true })
  await pressRunKeys(document.body, {})
  expect(isShown('list', 'Run')).toBe(false)
})

test('while a run goes these keys begin nothing, and Escape stops it', async () => {
  const { instead, pressed } = going()
  await openPanel({ instead })
  await pressRunKeys(byRole('tab', 'Edit'))
  expect(pressed).toEqual([])
  await pressKey(byRole('textbox', 'Prompt'), 'Escape')
  expect(pressed).toEqual(['stop'])
})

test('Escape closes what is open, and stops the run at the next press', async () => {
  const { instead, pressed } = going()
  await openPanel({ instead })
  await press(byRole('button', 'Presets…'))
  await pressKey(byRole('combobox', 'Search presets'), 'Escape')
  expect(isShown('combobox', 'Search presets')).toBe(false)
  expect(pressed).toEqual([])
  await pressKey(document.activeElement as HTMLElement, 'Escape')
  expect(pressed).toEqual(['stop'])
})

test('from anywhere else Escape closes what opened last, one after the other, before it stops the run; the focus stays', async () => {
  const { instead, pressed } = going()
  await openPanel({ instead, rows: [imageRow('Hero')] })
  const prompt = byRole('textbox', 'Prompt')
  await press(byRole('button', 'Presets…'))
  await press(byRole('button', 'Own prompt of Hero'))
  await perform(() => prompt.focus())
  const shown = () => [isShown('region', 'Presets'), isShown('textbox', 'Own prompt of Hero')]
  expect(shown()).toEqual([true, true])
  for (const left of [
    [true, false],
    [false, false],
  ]) {
    await pressKey(prompt, 'Escape')
    expect(shown()).toEqual(left)
    expect(document.activeElement).toBe(prompt)
    expect(pressed).toEqual([])
  }
  await pressKey(prompt, 'Escape')
  expect(pressed).toEqual(['stop'])
})

test('Escape closes what the focus is in, even where something else opened later', async () => {
  await openPanel({ rows: [imageRow('Hero')] })
  await press(byRole('button', 'Presets…'))
  await press(byRole('button', 'Own prompt of Hero'))
  await perform(() => byRole('combobox', 'Search presets').focus())
  await pressKey(byRole('combobox', 'Search presets'), 'Escape')
  expect(isShown('region', 'Presets')).toBe(false)
  expect(isShown('textbox', 'Own prompt of Hero')).toBe(true)
  expect(document.activeElement).toBe(byRole('button', 'Presets…'))
})

test('in a question these keys answer it, and do not run what lies behind', async () => {
  const { form } = await openPanel({ rows: [imageRow('Hero')] })
  await perform(() => form.change({ prompt: 'night' }))
  await press(byRole('button', 'Presets…'))
  await press(byRole('button', 'Save as preset…'))
  await pressRunKeys(byRole('textbox', 'Name of the preset'))
  expect(isShown('list', 'Run')).toBe(false)
})

test('in a sheet these keys take it, and run nothing of what was there before', async () => {
  const { form, promptList, sheet } = await openPanel()
  await perform(() => form.change({ prompt: 'night' }))
  await press(byRole('button', 'Paste a sheet…'))
  await pressRunKeys(byRole('textbox', 'Cells of a sheet'))
  await perform(() => sheet.fill('name\tprompt\nA\tsnow\nB\train'))
  await pressRunKeys(document.activeElement as HTMLElement)
  expect(isShown('list', 'Run')).toBe(false)
  expect(promptList.all.value.map(({ prompt }) => prompt)).toContain('rain')
})

test('the buttons say which keys press them', async () => {
  const { instead } = going()
  await openPanel()
  expect(byRole('button', 'Run').getAttribute('aria-keyshortcuts')).toBe('Control+Enter Meta+Enter')
  await show()
  await openPanel({ instead })
  expect(byRole('button', 'Stop').getAttribute('aria-keyshortcuts')).toBe('Escape')
})

test('arrow keys, Home and End go through the tabs', async () => {
  const { tab } = await openPanel()
  const go = (key: string) => pressKey(document.activeElement as HTMLElement, key)
  byRole('tab', 'Edit').focus()
  for (const [key, shown] of [
    ['End', 'settings'],
    ['ArrowRight', 'edit'],
    ['ArrowLeft', 'settings'],
    ['Home', 'edit'],
  ]) {
    await go(key!)
    expect(tab.value).toBe(shown)
    expect(document.activeElement!.id).toBe(`tab-${shown}`)
  }
})

test('what was typed in a box counts when these keys run, also where it is not left', async () => {
  const { settings, form, tab } = await openPanel()
  await perform(() => form.change({ prompt: 'night' }))
  const count = byRole<HTMLInputElement>('spinbutton', 'Count')
  count.focus()
  await type(count, '2')
  await pressRunKeys(count)
  expect(document.activeElement).toBe(count)
  expect([settings.account.value.key, tab.value]).toEqual(['key', 'edit'])
  expect(document.querySelectorAll('ul[aria-label=Run] > li')).toHaveLength(2)
})

test('in a group that asks nothing these keys run as well', async () => {
  const { form } = await openPanel()
  await perform(() => form.change({ prompt: 'night' }))
  await press(byRole('button', 'Presets…'))
  const inGroup = [...document.querySelectorAll<HTMLElement>('[role=group] [role=option], [role=group] button')][0]!
  await pressRunKeys(inGroup)
  expect(isShown('list', 'Run')).toBe(true)
})
