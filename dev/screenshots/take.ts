import type { Browser, Page } from 'playwright-core'
import type { RunningPlayground } from '../host/server/start-playground.ts'
import type { BuiltPlugin } from '../host/settings.ts'
import { type Hands, handsOn } from './hands.ts'
import type { Screen } from './screens.ts'
import { settle } from './settled.ts'

export type Theme = 'light' | 'dark'

export interface Shot {
  /** `edit-dark` */
  name: string
  /** PNG of the panel alone, two px for each of its own. */
  png: Buffer
}

/** Takes each screen in both themes, all in one page: the worlds are drawn once. */
export async function* takeShots(
  { url, api }: RunningPlayground,
  browser: Browser,
  screens: readonly Screen[],
): AsyncGenerator<Shot> {
  // Slow enough that all of a run's requests are under way when its clock is moved.
  if (api) api.settings.latency = LATENCY
  const page = await browser.newPage({ viewport: VIEWPORT, deviceScaleFactor: 2, colorScheme: 'light' })
  try {
    await settle(page)
    await page.goto(url)
    await page.evaluate(() => window.playground.ready)
    await page.addStyleTag({ content: ALONE })
    for (const screen of screens) yield* shotsOf(page, screen)
  } finally {
    await page.close()
  }
}

async function* shotsOf(page: Page, { name, world, isFirstStart, show }: Screen): AsyncGenerator<Shot> {
  await page.evaluate((world) => window.playground.open(world), world)
  if (isFirstStart) await page.evaluate(openAsNew)
  const hands = handsOn(page)
  await show(hands)
  await letGo(hands)
  await quiet(hands)
  for (const theme of ['light', 'dark'] satisfies Theme[]) {
    if (theme === 'dark') await switchTheme(hands, theme)
    yield { name: `${name}-${theme}`, png: await shotOf(hands) }
  }
  await switchTheme(hands, 'light')
}

/** Another id is another storage: without an account, and without what earlier screens left. */
export async function openAsNew() {
  const plugin: BuiltPlugin = await (await fetch('/plugin.json')).json()
  await window.playground.usePlugin({ ...plugin, manifest: { ...plugin.manifest, id: '1' } })
}

/** Neither a pointer nor the focus is in the picture. */
async function letGo({ page, panel }: Hands) {
  await page.mouse.move(0, 0)
  await panel.locator('html').evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}

/** Thumbnails and prices come when they come: waits until nothing has changed for a while. */
async function quiet({ page, panel }: Hands) {
  const html = () => panel.locator('body').innerHTML()
  for (let [before, after] = ['', await html()]; before !== after; [before, after] = [after, await html()]) {
    await page.waitForTimeout(QUIET)
  }
}

async function switchTheme({ page, panel }: Hands, theme: Theme) {
  await page.getByRole('button', { name: 'Dark theme' }).click()
  await page.mouse.move(0, 0)
  await panel.locator(`html.figma-${theme}`).waitFor()
}

async function shotOf({ page, panel }: Hands) {
  await panel.locator('html').evaluate(async () => {
    await document.fonts.ready
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  })
  return page.locator('iframe').screenshot({ animations: 'disabled' })
}

/** The panel at the size that it opens with, and the playground's bars around it. */
const VIEWPORT = { width: 760, height: 800 }
/** The panel without what the playground lays over it and around it. */
const ALONE = '#toasts { display: none } .plugin { border-radius: 0 !important }'
/** ms */
const LATENCY = 250
const QUIET = 300
