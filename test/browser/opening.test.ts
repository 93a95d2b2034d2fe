import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openAsNew } from '../../dev/screenshots/take.ts'
import { playgroundForTests } from '../harness/playground.ts'

// What is seen of the panel between its first frame and its last.

const playground = playgroundForTests()
beforeAll(playground.start)
afterAll(playground.stop)
afterEach(playground.tidy)

interface Seen {
  words: string
  /** px from the top, of what stands in the panel. */
  places: string
  tab: string
}

/** Opens the plugin anew and says how the panel looked, each look once. */
async function looks(page: Page, command: string): Promise<Seen[]> {
  await page.addInitScript(() => {
    if (window === top) return
    // The panel waits a moment for a selection: on a machine that is busy, too, a small one comes within that.
    const { setTimeout: usual } = window
    const later = (work: () => void, ms = 0) => usual(work, ms > 0 ? ms + 10_000 : 0)
    Object.assign(window, { setTimeout: later })
    const seen: object[] = []
    Object.assign(window, { seen })
    const look = () => {
      const all = [...document.querySelectorAll('h2, textarea, button, select, summary')]
      const now = {
        words: document.querySelector('[role=tabpanel]')?.textContent ?? '',
        places: all.map((element) => Math.round(element.getBoundingClientRect().top)).join(' '),
        tab: document.querySelector('[aria-selected=true]')?.textContent ?? '',
      }
      if (all.length > 0 && JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now)
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await page.evaluate((command) => window.playground.run(command), command)
  await page.frameLocator('iframe').getByRole('tabpanel').waitFor()
  await page.waitForTimeout(1500)
  const panel = await (await page.locator('iframe').elementHandle())!.contentFrame()
  return panel!.evaluate(() => (window as unknown as { seen: Seen[] }).seen)
}

test('from the first frame on all is in its place, and nothing is told that is not so', async () => {
  const { page, select } = await playground.open()
  await select('Hero photo')
  const seen = await looks(page, 'edit')
  expect(new Set(seen.map(({ places }) => places)).size).toBe(1)
  for (const { words } of seen) {
    expect(words).toContain('1 image selected')
    expect(words).not.toContain('Select the layers')
    expect(words).not.toContain('key for')
  }
})

test.each([
  ['settings', 'Settings'],
  ['upscale', 'Upscale'],
])('the command %s opens its tab, and none before', async (command, tab) => {
  const { page } = await playground.open()
  const seen = await looks(page, command)
  expect(new Set(seen.map((look) => look.tab))).toEqual(new Set([tab]))
})

const focusedIn = (page: Page) =>
  page
    .frameLocator('iframe')
    .locator('html')
    .evaluate(() => ({
      at: document.activeElement?.getAttribute('placeholder') ?? document.activeElement?.tagName,
      scrolled: [...document.querySelectorAll('*')].some(({ scrollTop }) => scrollTop > 0),
    }))

test('opened to edit, one types into the prompt at once, wherever that lies; nothing is scrolled', async () => {
  const { page, panel, select } = await playground.open()
  await select('Hero photo', 'Cut-out', 'Avatar', 'Photo 01', 'Photo 02', 'Photo 03', 'Photo 04')
  await page.evaluate(() => window.playground.run('edit'))
  await panel.getByRole('tabpanel').waitFor()
  expect(await focusedIn(page)).toEqual({ at: 'Say what should change, and what should stay', scrolled: false })
  await page.keyboard.type('night')
  expect(await panel.getByRole('textbox', { name: 'Prompt', exact: true }).inputValue()).toBe('night')
})

test('without a key there is no prompt, and nothing has the focus; nor has it where another tab opens', async () => {
  const { page, panel } = await playground.open()
  await page.evaluate(() => window.playground.run('settings'))
  await panel.getByRole('tab', { name: 'Settings', selected: true }).waitFor()
  expect((await focusedIn(page)).at).toBe('BODY')
  await page.evaluate(openAsNew)
  await panel.getByRole('heading', { name: 'I have a key' }).waitFor()
  expect((await focusedIn(page)).at).toBe('BODY')
})
