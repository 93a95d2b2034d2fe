import type { KeptJob } from '../../shared/protocol.ts'
import type { Framed } from '../image/recipe.ts'
import type { OpenJob } from '../providers/provider.ts'
import type { Destination } from './edit-layer.ts'
import type { Job } from './plan.ts'

/** A place that the picture goes to. */
export interface Aim extends Destination {
  /** The designer stopped this row: what comes for it waits. */
  byHand?: boolean | undefined
}

/** A provider's job with all that its one picture needs to find its places. No key and no picture is in it. */
export interface Remembered extends KeptJob, Pick<Job, 'prompt' | 'model'> {
  version: 1
  open: OpenJob
  seed?: number | undefined
  framed: Framed
  /** It was to be made as large as its source once it had come, which no later panel pays for by itself. */
  keeps?: boolean | undefined
  /** The places that do not have it yet. */
  aims: readonly Aim[]
}

/** Distinct on this machine. */
export const idOf = ({ provider, id }: OpenJob) => `${provider} ${id}`

/** What was stored, if a panel of this version wrote it: nobody else can. */
export const rememberedIn = (stored: unknown): Remembered | undefined => (isRemembered(stored) ? stored : undefined)

export function aimOf({ row, place, hides }: Job): Aim {
  const { id, name, source, width, height, at } = row
  return { row: { id, name, source, width, height, at }, place, hides }
}

const isRemembered = (stored: unknown): stored is Remembered =>
  typeof stored === 'object' && stored !== null && 'version' in stored && stored.version === 1
