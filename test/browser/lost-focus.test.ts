import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { playgroundForTests } from '../harness/playground.ts'

// Where the focus goes when what had it goes away: never out of the panel, and never to nothing.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

type Page = Awaited<ReturnType<typeof playground.open>>

/** What a screen reader calls what has the focus. */
const focusedIn = ({ panel }: Page) =>
  panel
    .locator(':focus')
    .evaluateAll(([focused]) =>
      focused instanceof HTMLElement
        ? (focused.ariaLabel ?? (focused as HTMLInputElement).labels?.[0]?.textContent ?? focused.textContent)
        : 'nothing',
    )
const hasFocus = (opened: Page, name: string | RegExp) =>
  expect.poll(() => focusedIn(opened)).toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name)

test('of a row that goes with the selection the focus goes to its neighbour, and from the last one to the prompt', async () => {
  const opened = await playground.open()
  const { panel, select } = opened
  await select('Hero photo', 'Cut-out', 'Avatar')
  await panel.getByRole('button', { name: 'Upscale Cut-out' }).focus()
  await select('Hero photo', 'Avatar')
  await hasFocus(opened, 'Own prompt of Avatar')
  await select('Hero photo')
  await hasFocus(opened, 'Own prompt of Hero photo')
  await select()
  await hasFocus(opened, 'Prompt')
})

test('where all rows are others, the focus goes to their list', async () => {
  const opened = await playground.open()
  const { panel, select } = opened
  await select('Hero photo', 'Cut-out')
  await panel.getByRole('button', { name: 'Upscale Cut-out' }).focus()
  await select('Avatar', 'Photo 01')
  await hasFocus(opened, 'Selected')
})

test('what Figma has the focus of is not taken from it when the row goes', async () => {
  const opened = await playground.open()
  const { page, panel, select } = opened
  await select('Hero photo', 'Cut-out')
  await panel.getByRole('button', { name: 'Upscale Cut-out' }).focus()
  await page.getByRole('button', { name: 'Dark theme' }).focus()
  await select('Hero photo')
  await panel.getByRole('heading', { name: '1 image selected' }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('theme')
})

test('a box of a variant that goes with the selection leaves the focus to what follows', async () => {
  const opened = await playground.open()
  const { page, panel, select } = opened
  await page.evaluate(() => window.playground.open('components'))
  await page.evaluate(() => window.playground.showPage('Components'))
  await select('Card')
  await panel.getByRole('combobox', { name: 'Prompts for variants' }).selectOption('Size')
  await panel.getByRole('textbox', { name: /^Size: Small/ }).focus()
  await select()
  await expect.poll(() => panel.getByRole('textbox', { name: /^Size: Small/ }).count()).toBe(0)
  await expect.poll(() => focusedIn(opened)).not.toBe('nothing')
})

/** Of the one result of an edit, opened by keys. */
async function openGallery() {
  const opened = await playground.open()
  const { edit, rows } = opened
  await edit(['Hero photo'], 'night')
  await rows.getByRole('button', { name: 'Results Hero photo' }).click()
  await rows.getByRole('button', { name: 'Look closer' }).press('Enter')
  await hasFocus(opened, /^Result 1 of 1/)
  return opened
}

test('in the gallery Tab goes round and round; closed, it gives the focus back', async () => {
  const opened = await openGallery()
  const { page } = opened
  const seen: string[] = []
  do {
    await page.keyboard.press('Tab')
    const name = (await focusedIn(opened))!
    expect(name).not.toBe('nothing')
    seen.push(name)
  } while (!/^Result 1 of 1/.test(seen.at(-1)!) && seen.length < 40)
  expect(seen).toContain('Close Results on Hero photo')
  expect(new Set(seen).size).toBe(seen.length)
  const back: string[] = []
  for (const _ of seen) {
    await page.keyboard.press('Shift+Tab')
    back.push((await focusedIn(opened))!)
  }
  expect(back).toEqual([...seen.slice(0, -1).reverse(), seen.at(-1)])
  await page.keyboard.press('Escape')
  await hasFocus(opened, 'Look closer Hero photo')
})

test('results that go with their layer leave the focus in the gallery; closed, it gives it to the prompt', async () => {
  const opened = await openGallery()
  const { page } = opened
  await page.evaluate(() => window.playground.remove('Hero photo'))
  await hasFocus(opened, 'Close Results on Hero photo')
  await page.keyboard.press('Escape')
  await hasFocus(opened, 'Prompt')
})
