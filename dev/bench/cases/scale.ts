import { setTimeout as sleep } from 'node:timers/promises'
import { type Weight, watchMemory } from '../memory.ts'
import { photo } from '../picture.ts'
import { run } from '../run.ts'
import type { Stage } from '../stage.ts'

export interface Scale {
  /** ms a layer, of 100 and of 1,000 */
  perLayer100: number
  perLayer1000: number
  /** Bytes that the panel's process and the browser's hold above the panel's idle at most; null where nobody tells. */
  peakBytes: number | null
  /** What of it each process holds. */
  peak: Weight | null
  /** Rows of the 100 and of the 1,000 that were settled in the time that the bench has for them. */
  settled100: number
  settled1000: number
}

/** 100 and 1,000 layers of 2 MP, whose answers take 10 ms. */
export async function measureScale(stage: Stage): Promise<Scale> {
  const picture = await photo(1632, 1224)
  const hundred = await measure(stage, { count: 100, picture, patience: PATIENCE / 3 })
  const thousand = await measure(stage, { count: 1000, picture, patience: PATIENCE })
  const { peak = null } = thousand
  return {
    ...{ perLayer100: hundred.perLayer, perLayer1000: thousand.perLayer },
    ...{ settled100: hundred.settled, settled1000: thousand.settled },
    ...{ peakBytes: peak && peak.panel + peak.browser, peak },
  }
}

interface Wanted {
  count: number
  picture: string
  /** ms for the run: what is not settled by then is told, and the layers that are give the time for one. */
  patience: number
}

async function measure(stage: Stage, { count, picture, patience }: Wanted) {
  const scene = await stage.open({ kind: 'photos', count }, picture)
  try {
    stage.api.script(() => ({ latency: 10 }))
    await sleep(SETTLE)
    const memory = await watchMemory(stage, scene)
    const { wall, settled } = await run(scene, patience)
    return { perLayer: wall / Math.max(1, settled), settled, peak: await memory.stop() }
  } finally {
    await scene.close()
  }
}

/** ms in which a panel that was just opened comes to rest */
const SETTLE = 2_000
/** ms for the 1,000 */
const PATIENCE = 150_000
