import { availableParallelism, loadavg } from 'node:os'
import { measureAudit } from './cases/audit.ts'
import { measureBundle } from './cases/bundle.ts'
import { measureEdits24 } from './cases/edits24.ts'
import { measureEdits100 } from './cases/edits100.ts'
import { measureExport } from './cases/export.ts'
import { measureOneEdit } from './cases/one-edit.ts'
import { measureOpen } from './cases/open.ts'
import { measureRelay } from './cases/relay.ts'
import { measureSame100 } from './cases/same100.ts'
import { measureScale } from './cases/scale.ts'
import { measureSlice } from './cases/slice.ts'
import { measureStop } from './cases/stop.ts'
import { measureUpscaleLocal } from './cases/upscale-local.ts'
import type { CaseName, Report } from './report.ts'
import { type Slices, type Stage, startStage } from './stage.ts'
import { warmUp } from './warm-up.ts'

/** Measures one case after the other; `say` hears how each ended. A case that fails is left out of the report. */
export async function measure(cases: readonly CaseName[], say: (line: string) => void): Promise<Report> {
  const [load = 0, cores] = [loadavg()[0], availableParallelism()]
  if (load > cores / 2) say(`Load ${load.toFixed(1)} on ${cores} cores: others work here too, and times say little.`)
  const slices: Slices = { own: 0, total: 0 }
  const report: Report = {}
  for (const name of cases) {
    const startedAt = Date.now()
    try {
      Object.assign(report, { [name]: await measureOne(name, slices) })
      say(`${name}: ${((Date.now() - startedAt) / 1000).toFixed(0)} s`)
    } catch (error) {
      // Playwright explains a failure at length; its first line says it.
      say(`${name} failed: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  return report
}

/** With a browser and a stand-in of its own: what other cases left in them would be measured. */
async function measureOne(name: CaseName, slices: Slices) {
  const stage = await startStage(slices)
  try {
    if (name !== 'bundle') await warmUp(stage)
    return await MEASURES[name](stage)
  } finally {
    await stage.close()
  }
}

const MEASURES: { [Name in CaseName]: (stage: Stage) => Promise<NonNullable<Report[Name]>> } = {
  open: measureOpen,
  edits24: measureEdits24,
  edits100: measureEdits100,
  same100: measureSame100,
  stop: measureStop,
  oneEdit: measureOneEdit,
  upscaleLocal: measureUpscaleLocal,
  relay: measureRelay,
  scale: measureScale,
  audit: measureAudit,
  export: measureExport,
  slice: measureSlice,
  bundle: measureBundle,
}
