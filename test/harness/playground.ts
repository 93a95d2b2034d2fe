import type { Browser, Page } from 'playwright-core'
import type { StandIn } from '../../dev/api/server.ts'
import { launchBrowser } from '../../dev/browser.ts'
import type { WorldData } from '../../dev/figma/world.ts'
import type { StandIns } from '../../dev/host/server/stand-ins.ts'
import {
  type PlaygroundOptions,
  type RunningPlayground,
  startPlayground,
} from '../../dev/host/server/start-playground.ts'
import { testWorld } from './test-world.ts'

/** One playground and one browser for a file of tests; each test opens a page of its own. */
export function playgroundForTests(options: PlaygroundOptions = {}) {
  let running: RunningPlayground
  let browser: Browser
  let world: WorldData
  const pages: Page[] = []
  return {
    async start() {
      running = await startPlayground({ world: 'empty', ...options })
      browser = await launchBrowser()
      world = await testWorld()
    },
    async stop() {
      await browser?.close()
      await running?.stop()
    },
    /** To be called after each test: a page that is left open slows down those after it. */
    async tidy() {
      for (const page of pages.splice(0)) await page.close()
      running.api?.forget()
    },
    get api(): StandIn {
      return running.api!
    },
    get standIns(): StandIns {
      return running.standIns!
    },
    /** A page with the test world, or with one of the playground's own. */
    async open(name?: string) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, acceptDownloads: true })
      pages.push(page)
      const complaints: string[] = []
      page.on('pageerror', ({ message }) => complaints.push(message))
      await page.goto(running.url)
      await page.evaluate(() => window.playground.ready)
      await page.evaluate((shown) => window.playground.open(shown), name ?? world)
      return { page, complaints, ...handsOn(page) }
    },
  }
}

/** What a designer does in the page, and what a test asks it. */
function handsOn(page: Page) {
  const panel = page.frameLocator('iframe')
  const rows = panel.getByRole('list', { name: 'Run', exact: true }).getByRole('listitem')
  async function run(prompt?: string) {
    if (prompt !== undefined) await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt)
    // A press that comes at once after a run was meant for its Stop.
    if ((await rows.count()) > 0) await page.waitForTimeout(350)
    await panel.getByRole('button', { name: 'Run', exact: true }).click()
  }

  return {
    panel,
    rows,
    select: (...names: string[]) => page.evaluate((names) => window.playground.select(names), names),
    run,
    /** Selects, runs and waits until every row has ended. */
    async edit(names: string[], prompt: string) {
      await page.evaluate((names) => window.playground.select(names), names)
      await panel.getByText(names.at(-1)!, { exact: true }).first().waitFor()
      await run(prompt)
      // Of a frame, “4 of 4 images” are selected.
      await panel.getByText(/^(\d+) of \1\b(?! image)/).waitFor()
    },
    json: () => page.evaluate(() => JSON.stringify(window.playground.document())),
    layer: (name: string) => page.evaluate((name) => window.playground.layer(name), name),
    png: async (name: string, scale?: number) =>
      Buffer.from(await page.evaluate(([name, scale]) => window.playground.png(name, scale), [name, scale] as const)),
    undo: () => page.evaluate(() => window.playground.undo()),
    chooseModel: (model: string) => panel.getByRole('combobox', { name: 'Model', exact: true }).selectOption(model),
  }
}
