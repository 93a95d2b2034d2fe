import type { Page } from 'playwright-core'
import { launchBrowser } from '../../browser.ts'
import { type RunningPlayground, startPlayground } from '../server/start-playground.ts'
import type { PlaygroundAccount, PlaygroundSettings } from '../settings.ts'
import type { DemoOptions } from './demo-options.ts'
import { addPicture, runEdit } from './edit-in-browser.ts'
import { preflightPasses } from './preflight.ts'
import { serviceNamed } from './services.ts'

export interface DemoRun extends Omit<DemoOptions, 'image'> {
  /** The picture's file, for its name, and its bytes. */
  image: string
  bytes: Uint8Array
  say(line: string): void
  write(png: Uint8Array): Promise<void>
}

/** Runs the built plugin on the picture and writes what its layer then shows. Returns the exit code: 1 failed, 3 refused by CORS. */
export async function runDemo(run: DemoRun): Promise<number> {
  const { live, provider, say } = run
  if (live && !(await preflightPasses(live.url, serviceNamed(provider), say))) return CORS_REFUSAL
  const browser = await launchBrowser()
  try {
    // The key stays out of the page server, which anybody on this machine could ask.
    const api = live && { url: live.url, key: '', provider }
    const playground = await startPlayground({ world: 'empty', ...(api && { api }) })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await handOver(page, provider, accountFor(run, playground))
      return await edit(page, { ...run, url: playground.url })
    } finally {
      await playground.stop()
    }
  } finally {
    await browser.close()
  }
}

function accountFor({ live, provider, relay }: DemoRun, { standIns }: RunningPlayground): PlaygroundAccount {
  if (!standIns) return { key: live!.key, address: live!.url }
  const { key, url } = standIns[provider]
  return {
    ...{ key, address: url },
    ...(relay && { relay: standIns.relay.url, token: standIns.relay.token, pictures: 'relay' }),
  }
}

async function edit(page: Page, { live, say, provider, relay, ...run }: DemoRun & { url: string }): Promise<number> {
  const blocked: string[] = []
  page.on('console', (line) => void (BLOCKED.test(line.text()) && blocked.push(line.text())))
  const request = { ...run, patience: PATIENCE }

  const { id, said } = await addPicture(page, request)
  for (const sentence of said) say(sentence)
  const standIn = `with the stand-in for ${serviceNamed(provider).label}${relay ? ', by a relay' : ''}; it is not a model`
  say(`Running “${run.prompt}” ${live ? `at ${live.url}` : standIn} …`)
  const { png, failure, charged, took } = await runEdit(page, id, request)
  if (failure === undefined) {
    await run.write(png)
    say(`Done in ${(took / 1000).toFixed(1)} s${charged === undefined ? '' : `, ${charged}`}: wrote ${run.out}`)
    return 0
  }
  say(`Failed: ${failure}`)
  if (blocked.length === 0) return FAILED
  say('The browser withheld the answer: it came without CORS headers for a null origin.')
  return CORS_REFUSAL
}

/** Gives the page this account, and no other, as if the page server had. */
async function handOver(page: Page, provider: string, account: PlaygroundAccount) {
  await page.route('**/playground.json', async (route) => {
    const settings: PlaygroundSettings = await (await route.fetch()).json()
    await route.fulfill({ json: { ...settings, provider, accounts: { [provider]: account } } })
  })
}

const BLOCKED = /blocked by CORS policy/
const FAILED = 1
const CORS_REFUSAL = 3
/** ms */
const PATIENCE = 180_000
