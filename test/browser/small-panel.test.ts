import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../dev/browser.ts'
import { type RunningPlayground, startPlayground } from '../../dev/host/server/start-playground.ts'
import { handsOn } from '../../dev/screenshots/hands.ts'
import { SCREENS } from '../../dev/screenshots/screens.ts'
import { settle } from '../../dev/screenshots/settled.ts'
import { openAsNew } from '../../dev/screenshots/take.ts'

// In a panel as small as it may be nothing runs out at the side, and what a screen is for is in reach.

let playground: RunningPlayground
let browser: Browser
let page: Page
beforeAll(async () => {
  playground = await startPlayground({ world: SCREENS[0]!.world })
  // Slow enough that all of a run's requests are under way when its clock is moved.
  playground.api!.settings.latency = 250
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 760, height: 800 } })
  await settle(page)
  await page.goto(playground.url)
  await page.evaluate(() => window.playground.ready)
})
afterAll(async () => {
  await browser?.close()
  await playground?.stop()
})

test.each(SCREENS)('$name', { timeout: 60_000 }, async ({ world, isFirstStart, show }) => {
  await page.evaluate((world) => window.playground.open(world), world)
  if (isFirstStart) await page.evaluate(openAsNew)
  const hands = handsOn(page)
  await show(hands)
  await page.evaluate(makeSmall, SMALLEST)
  await expect.poll(() => hands.panel.locator('html').evaluate(() => innerWidth)).toBe(SMALLEST.width)
  // What has the focus is brought into view a moment after the panel is smaller.
  await expect.poll(() => hands.panel.locator('html').evaluate(findings)).toEqual([])
})

test('the size of a row stays on one line, within the list and clear of its buttons', async () => {
  await page.evaluate(() => window.playground.open('hero'))
  const { panel, select } = handsOn(page)
  await select('Landing page', 'Avatar')
  await page.evaluate(makeSmall, { ...SMALLEST, height: 700 })
  await panel.getByText('1536 × 1024 → 1254 × 836 px').waitFor()
  const rows = panel.getByRole('list', { name: 'Selected' }).getByRole('listitem')
  const found = await rows.evaluateAll((items) =>
    items.flatMap((item) => {
      const size = [...item.querySelectorAll('span')].find(({ textContent }) => /^\d+ × \d+ → /.test(textContent ?? ''))
      if (!size) return []
      const box = size.getBoundingClientRect()
      const lowest = Math.max(...[...item.querySelectorAll('svg')].map((sign) => sign.getBoundingClientRect().bottom))
      return {
        lines: size.getClientRects().length,
        fits: box.right <= item.getBoundingClientRect().right,
        clear: lowest <= box.top,
      }
    }),
  )
  expect(found).toHaveLength(5)
  for (const row of found) expect(row).toEqual({ lines: 1, fits: true, clear: true })
})

function makeSmall({ width, height }: typeof SMALLEST) {
  const { style } = document.querySelector('iframe')!
  style.setProperty('width', `${width}px`, 'important')
  style.setProperty('height', `${height}px`, 'important')
}

/** Runs in the panel. */
function findings(html: HTMLElement): string[] {
  const nameOf = (element: Element) => `${element.tagName} ${element.className} ${element.getAttribute('aria-label')}`
  // A grid of prompts and a picture px by px scroll sideways; what is cut by intent tells the rest in its title.
  const wide = [html, ...html.querySelectorAll<HTMLElement>('body, body *:not([role=grid])')].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 &&
      (element === html || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX)),
  )
  const within = html.querySelector('dialog[open]') ?? html
  // Of a dialog what closes it, else what the screen is for.
  const main = within === html ? 'button[data-tone=action]' : 'button'
  const button = [...within.querySelectorAll<HTMLElement>(main)].find((one) => one.offsetHeight > 0)
  const { left = 0, top = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {}
  const isInReach = !button || button.contains(document.elementFromPoint(left + width / 2, top + height - 1))
  const foot = button?.parentElement?.closest('[data-foot]')
  return [
    ...wide.map((element) => `${nameOf(element)} is ${element.scrollWidth} px wide in ${element.clientWidth}`),
    ...(isInReach ? [] : [`${button?.textContent} is out of reach`]),
    ...(foot && foot.clientHeight > html.clientHeight / 3 ? [`the foot takes ${foot.clientHeight} px`] : []),
  ]
}

/** px */
const SMALLEST = { width: 300, height: 400 }
