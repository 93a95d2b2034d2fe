import * as z from 'zod/mini'
import type { KeptJob } from '../../shared/protocol.ts'
import type { Framed } from '../image/recipe.ts'
import type { OpenJob } from '../providers/provider.ts'
import type { Target } from './edit-layer.ts'
import type { Job } from './plan.ts'

/** A place for one of the pictures that the job gives. */
export interface Aim extends Target {
  picture: number
  /** The designer stopped this row: what comes for it waits. */
  byHand?: boolean | undefined
}

/** A provider's job with all that its pictures need to find their places. No key and no picture is in it. */
export interface Remembered extends KeptJob, Pick<Job, 'prompt' | 'model' | 'n'> {
  version: 1
  open: OpenJob
  seed?: number | undefined
  framed: Framed
  /** The places that have no picture yet. */
  aims: readonly Aim[]
}

/** Distinct on this machine. */
export const idOf = ({ provider, id }: OpenJob) => `${provider} ${id}`

/** What was stored, if it reads well. */
export const rememberedIn = (stored: unknown): Remembered | undefined => z.safeParse(Stored, stored).data

export function aimOf({ row, place, picture }: Job): Aim {
  const { id, name, source, width, height, at } = row
  return { row: { id, name, source, width, height, at }, place, picture }
}

const size = { width: z.number(), height: z.number() }
const Source = z.union([
  z.object({ kind: z.literal('image'), hash: z.string() }),
  z.object({ kind: z.literal('appearance'), place: z.enum(['stack', 'inside', 'above', 'beside']) }),
])
const Stored = z.object({
  version: z.literal(1),
  owner: z.string(),
  file: z.string(),
  open: z.object({
    ...{ provider: z.string(), id: z.string(), model: z.string(), pollAt: z.string(), submittedAt: z.number() },
    expiresAt: z.optional(z.number()),
    cost: z.optional(z.object({ amount: z.number(), unit: z.string() })),
    uploads: z.optional(z.array(z.string())),
  }),
  prompt: z.string(),
  model: z.string(),
  n: z.number(),
  seed: z.optional(z.number()),
  framed: z.object({ shape: z.object(size), source: z.object(size), keepsAlpha: z.boolean() }),
  aims: z.array(
    z.object({
      row: z.object({
        ...{ id: z.string(), name: z.string(), source: Source, ...size },
        at: z.object({ page: z.string(), x: z.number(), y: z.number(), ...size }),
      }),
      place: z.enum(['layer', 'beside']),
      picture: z.number(),
      byHand: z.optional(z.boolean()),
    }),
  ),
})
