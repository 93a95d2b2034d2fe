import { photo } from '../picture.ts'
import type { Stage } from '../stage.ts'

export interface AuditTimes {
  /** ms a layer, of 1,000 and of 5,000 layers with 1,000 bitmaps */
  perLayer1000: number
  perLayer5000: number
  /** ms for which the sandbox's own code held the thread in one go at most */
  slice: number
}

/** Audits of a page, asked of the sandbox as the panel asks. */
export async function measureAudit(stage: Stage): Promise<AuditTimes> {
  const picture = await photo(32, 24)
  const thousand = await auditOf(stage, 1000, picture)
  const most = await auditOf(stage, 5000, picture)
  return {
    ...{ perLayer1000: thousand.wall / 1000, perLayer5000: most.wall / 5000 },
    slice: Math.max(thousand.slice, most.slice),
  }
}

async function auditOf(stage: Stage, count: number, picture: string) {
  const scene = await stage.show({ kind: 'boards', count }, picture)
  try {
    // Not what opening the plugin took.
    await scene.page.evaluate(() => window.playground.forgetSlices())
    const { wall, uses } = await scene.panel.evaluate(auditFromPanel)
    if (uses !== count) throw new Error(`An audit told ${uses} of ${count} layers.`)
    const { longestOwn } = await scene.page.evaluate(() => window.playground.slices())
    return { wall, slice: longestOwn }
  } finally {
    await scene.close()
  }
}

/** Runs in the panel's frame, until what came is read as the panel reads it. */
async function auditFromPanel(): Promise<{ wall: number; uses: number }> {
  const id = -1
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    addEventListener('message', ({ data }: MessageEvent) => {
      const message = data?.pluginMessage
      if (message?.id !== id) return
      if (message.kind === 'error') reject(new Error(message.error.message))
      if (message.kind !== 'result') return
      const { bitmaps } = JSON.parse(message.json) as { bitmaps: { uses: unknown[] }[] }
      const uses = bitmaps.reduce((sum, bitmap) => sum + bitmap.uses.length, 0)
      resolve({ wall: performance.now() - startedAt, uses })
    })
    const call = { kind: 'call', id, name: 'auditImages', input: { of: 'page' } }
    parent.postMessage({ pluginMessage: call }, '*')
  })
}
