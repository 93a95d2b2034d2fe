import type { Page } from 'playwright-core'
import { launchBrowser } from '../../browser.ts'
import { startPlayground } from '../server/start-playground.ts'
import type { PlaygroundSettings } from '../settings.ts'
import type { DemoOptions } from './demo-options.ts'
import { addPicture, runEdit } from './edit-in-browser.ts'
import { preflightPasses } from './preflight.ts'

export interface DemoRun extends DemoOptions {
  bytes: Uint8Array
  say(line: string): void
  write(png: Uint8Array): Promise<void>
}

/** Runs the built plugin on the picture and writes what its layer then shows. Returns the exit code: 1 failed, 3 refused by CORS. */
export async function runDemo({ live, ...run }: DemoRun): Promise<number> {
  if (live && !(await preflightPasses(live.url, run.say))) return CORS_REFUSAL
  const browser = await launchBrowser()
  try {
    // The key stays out of the page server, which anybody on this machine could ask.
    const playground = await startPlayground({ world: 'empty', ...(live && { api: { url: live.url, key: '' } }) })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      if (live) await handOver(page, live.key)
      return await edit(page, { ...run, url: playground.url, live })
    } finally {
      await playground.stop()
    }
  } finally {
    await browser.close()
  }
}

async function edit(page: Page, { live, say, ...run }: DemoRun & { url: string }): Promise<number> {
  const blocked: string[] = []
  page.on('console', (line) => void (BLOCKED.test(line.text()) && blocked.push(line.text())))
  const request = { ...run, patience: PATIENCE }

  const { id, said } = await addPicture(page, request)
  for (const sentence of said) say(sentence)
  say(`Running “${run.prompt}” ${live ? `at ${live.url}` : 'with the stand-in, which is not a model'} …`)
  const { png, failure, cost, took } = await runEdit(page, id, request)
  if (failure === undefined) {
    await run.write(png)
    say(`Done in ${(took / 1000).toFixed(1)} s${cost === undefined ? '' : `, $${cost}`}: wrote ${run.out}`)
    return 0
  }
  say(`Failed: ${failure}`)
  if (blocked.length === 0) return FAILED
  say('The browser withheld the answer: it came without CORS headers for a null origin.')
  return CORS_REFUSAL
}

/** Gives the page the account's key as if the page server had. */
async function handOver(page: Page, key: string) {
  await page.route('**/playground.json', async (route) => {
    const settings: PlaygroundSettings = await (await route.fetch()).json()
    await route.fulfill({ json: { ...settings, accounts: { lumenfall: { key, address: settings.apiUrl } } } })
  })
}

const BLOCKED = /blocked by CORS policy/
const FAILED = 1
const CORS_REFUSAL = 3
/** ms */
const PATIENCE = 180_000
