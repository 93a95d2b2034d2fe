import { build } from 'esbuild'
import type { Browser, Frame, Page } from 'playwright-core'
import { workers } from '../../build.mjs'
import type { StandIn } from '../api/server.ts'
import { launchBrowser } from '../browser.ts'
import { startPlayground } from '../host/server/start-playground.ts'
import type { StandInRelay } from '../host/server/start-relay.ts'
import type {} from './page/main.ts'
import type { BenchWorld } from './page/worlds.ts'
import { unwatchNetwork } from './unwatched.ts'

/** The built plugin in the playground in a browser, and the stand-in that answers it. */
export interface Stage {
  api: StandIn
  /** A relay that passes on to the stand-in. */
  relay: StandInRelay
  browser: Browser
  /** Where the playground's page is. */
  url: string
  /** A page of its own for each measurement, with the world open and its cards selected. */
  open(world: BenchWorld, picture: string): Promise<Scene>
  /** The same with a world that has no cards. */
  show(world: BenchWorld, picture: string): Promise<Scene>
  /** Of all cases. */
  slices: Slices
  close(): Promise<void>
}

/** The longest for which a plugin held the thread in one go, in scenes that were closed, as ms. */
export interface Slices {
  own: number
  /** With what the simulated Figma did for it meanwhile. */
  total: number
}

/** One page with the panel open, and a prompt in it. */
export interface Scene {
  page: Page
  panel: Frame
  press(button: string): Promise<void>
  /** Returns whether there is such a button a moment after. */
  pressIfThere(button: string): Promise<boolean>
  /** Layers that got a result. */
  placed(): Promise<number>
  /** Edits that were paid for. */
  paid(): number
  close(): Promise<void>
}

export async function startStage(slices: Slices): Promise<Stage> {
  const script = await bundlePageScript()
  const playground = await startPlayground({ world: 'empty' })
  const browser = await launchBrowser({ isolated: true }).catch(async (error) => {
    await playground.stop()
    throw error
  })
  const api = playground.api!
  api.balance = null
  Object.assign(api.settings, { prepared: true, keepsAlive: true, exposeHeaders: true })

  async function sceneOn(page: Page): Promise<Scene> {
    const panel = page.frameLocator(PANEL)
    const element = await page.locator(PANEL).elementHandle()
    const before = api.runs().length
    return {
      ...{ page, panel: (await element?.contentFrame())! },
      press: (button) => panel.getByRole('button', { name: button, exact: true }).click(),
      pressIfThere: (button) =>
        panel
          .getByRole('button', { name: button, exact: true })
          .click({ timeout: MOMENT })
          .then(
            () => true,
            () => false,
          ),
      placed: () => page.evaluate(() => window.bench.placed()),
      paid: () => api.runs().filter(({ cost }, index, { length }) => index < length - before && cost > 0).length,
      async close() {
        const { longest, longestOwn } = await page.evaluate(() => window.playground.slices())
        slices.own = Math.max(slices.own, longestOwn)
        slices.total = Math.max(slices.total, longest)
        await page.close()
      },
    }
  }

  async function pageWith(world: BenchWorld, picture: string): Promise<Page> {
    api.forget()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(playground.url)
    await page.evaluate(() => window.playground.ready)
    await page.addScriptTag({ content: script })
    await page.evaluate(([world, picture]) => window.bench.open(world, picture), [world, picture] as const)
    return page
  }

  return {
    ...{ api, browser, slices, url: playground.url, relay: playground.standIns!.relay },
    async open(world, picture) {
      const page = await pageWith(world, picture)
      const panel = page.frameLocator(PANEL)
      const selected = panel.getByText(new RegExp(`^${world.count.toLocaleString('en')} images? selected`))
      await selected.waitFor({ timeout: OPENING })
      await panel.getByRole('textbox', { name: 'Prompt', exact: true }).fill(PROMPT)
      // A designer reads the price before pressing Run; by then the panel has shown what is selected.
      await panel.getByText(/ for [\d,]+ results?/).waitFor({ timeout: OPENING })
      await unwatchNetwork(page)
      await page.waitForTimeout(SETTLING)
      return sceneOn(page)
    },
    async show(world, picture) {
      const page = await pageWith(world, picture)
      await page.frameLocator(PANEL).getByRole('textbox', { name: 'Prompt', exact: true }).waitFor({ timeout: OPENING })
      await page.waitForTimeout(SETTLING)
      return sceneOn(page)
    },
    async close() {
      await browser.close()
      await playground.stop()
    },
  }
}

async function bundlePageScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['dev/bench/page/main.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'chrome111',
    plugins: [workers],
  })
  return outputFiles[0]!.text
}

const PANEL = '#plugin iframe'
const PROMPT = 'starry night sky'
/** ms until a world is shown and read */
const SETTLING = 2500
const OPENING = 60_000
/** ms */
const MOMENT = 1_000
