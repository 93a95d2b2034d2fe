import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CDPSession } from 'playwright-core'
import type { Scene, Stage } from './stage.ts'

/** Bytes of memory that belong to one process alone or that it shares with the others of the browser, files left out. */
export interface Weight {
  /** The process of the panel's frame: its page, its workers, their pictures. */
  panel: number
  /** The browser's own process, which holds the bytes of all blobs. */
  browser: number
}

/** Samples memory until it is stopped; undefined where this cannot be measured. */
export interface MemoryWatch {
  /** The most of both together above what they were at the start. */
  stop(): Promise<Weight | undefined>
}

/** Call it when the panel is idle. Only Linux tells what a process holds, and only an isolated frame has its own. */
export async function watchMemory({ browser }: Stage, { page, panel }: Scene): Promise<MemoryWatch> {
  const session = await browser.newBrowserCDPSession()
  const pids = process.platform === 'linux' ? await pidsOf(session, { page, panel }) : undefined
  await session.detach()
  if (!pids) return { stop: async () => undefined }

  const weigh = async (): Promise<Weight> => ({ panel: await held(pids.panel), browser: await held(pids.browser) })
  const idle = await weigh()
  let peak: Weight = { panel: 0, browser: 0 }
  let stopped = false
  const sampling = (async () => {
    while (!stopped) {
      await sleep(INTERVAL)
      const now = await weigh()
      const above = { panel: now.panel - idle.panel, browser: now.browser - idle.browser }
      if (above.panel + above.browser > peak.panel + peak.browser) peak = above
    }
  })()
  return {
    async stop() {
      stopped = true
      await sampling
      return peak
    },
  }
}

/** The panel's process is the one that works while its frame is kept busy. */
async function pidsOf(session: CDPSession, { panel }: Pick<Scene, 'page' | 'panel'>) {
  const before = await processes(session)
  await panel.evaluate((ms) => {
    for (const until = performance.now() + ms; performance.now() < until; );
  }, BUSY)
  const after = await processes(session)
  const worked = after
    .filter(({ type }) => type === 'renderer')
    .map(({ id, cpuTime }) => ({ id, by: cpuTime - (before.find((one) => one.id === id)?.cpuTime ?? 0) }))
    .sort((one, other) => other.by - one.by)
  const browser = after.find(({ type }) => type === 'browser')
  return browser && worked[0] && { browser: browser.id, panel: worked[0].id }
}

const processes = async (session: CDPSession) => (await session.send('SystemInfo.getProcessInfo')).processInfo

/** `RssAnon` and `RssShmem` of proc(5), which counts in kB. */
async function held(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return [...status.matchAll(/^Rss(?:Anon|Shmem):\s+(\d+) kB$/gm)].reduce((sum, [, kB]) => sum + Number(kB) * 1024, 0)
}

/** ms between two samples */
const INTERVAL = 100
/** ms that the panel is kept busy to be found */
const BUSY = 400
