import type { AuditTimes } from './cases/audit.ts'
import type { Bundle } from './cases/bundle.ts'
import type { Edits24 } from './cases/edits24.ts'
import type { Edits100 } from './cases/edits100.ts'
import type { ExportTimes } from './cases/export.ts'
import type { OneEdit } from './cases/one-edit.ts'
import type { Open } from './cases/open.ts'
import type { Relay } from './cases/relay.ts'
import type { Same100 } from './cases/same100.ts'
import type { Scale } from './cases/scale.ts'
import type { Slice } from './cases/slice.ts'
import type { Stop } from './cases/stop.ts'
import type { UpscaleLocal } from './cases/upscale-local.ts'

/** All that was measured, as `--json` prints it: ms and bytes. */
export interface Report {
  open?: Open
  edits24?: Edits24
  edits100?: Edits100
  scale?: Scale
  audit?: AuditTimes
  export?: ExportTimes
  same100?: Same100
  stop?: Stop
  oneEdit?: OneEdit
  upscaleLocal?: UpscaleLocal
  relay?: Relay
  slice?: Slice
  bundle?: Bundle
}

export type CaseName = keyof Report

/** In the order in which they are run: `slice` looks back on those before it. */
export const CASE_NAMES = [
  'open',
  'edits24',
  'edits100',
  'same100',
  'stop',
  'oneEdit',
  'upscaleLocal',
  'relay',
  'scale',
  'audit',
  'export',
  'slice',
  'bundle',
] as const satisfies readonly CaseName[]
