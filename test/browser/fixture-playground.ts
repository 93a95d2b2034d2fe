import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { launchBrowser } from '../../dev/browser.ts'
import type {} from '../../dev/host/playground.ts'
import { type RunningPlayground, startPlayground } from '../../dev/host/server/start-playground.ts'

/** A fresh page for each test, with the fixture as its plugin, which may reach the hosts given and nobody else. */
export function useFixture(hosts: () => string[] = () => ['none']) {
  let folder: string
  let running: RunningPlayground
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'refill-fixture-'))
    await cp('test/dev/host/fixture', folder, { recursive: true })
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifestFor(hosts())))
    running = await startPlayground({ plugin: folder, world: 'empty' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), running?.stop()])
    await rm(folder, { recursive: true })
  })
  beforeEach(async () => {
    await page?.close()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(running.url)
    await page.evaluate(() => window.playground.ready)
  })

  return {
    get page() {
      return page
    },
    get running() {
      return running
    },
    ui: () => page.frameLocator('iframe'),
    frame() {
      const found = page.frames().find((one) => one.parentFrame())
      if (!found) throw new Error('no plugin is open')
      return found
    },
    layer: (name: string) => page.getByRole('treeitem', { name, exact: true }),
    said: () => page.evaluate(() => window.playground.said()),
  }
}

/** Refill's own id: only it finds the account of the stand-in. */
const OURS = '0000000000000000000'

const manifestFor = (hosts: string[]) => ({
  ...{ name: 'Fixture', id: OURS, api: '1.0.0', main: 'code.js', ui: 'ui.html', editorType: ['figma'] },
  documentAccess: 'dynamic-page',
  networkAccess: { allowedDomains: ['none'], devAllowedDomains: hosts },
  menu: [
    { name: 'Open…', command: 'open' },
    { name: 'Other…', command: 'other' },
  ],
})
