import * as z from 'zod/mini'
import { orElse } from '../or-else.ts'
import type { Preset } from './preset.ts'
import { readableIn } from './stored-preset.ts'

/** How an edit was made: enough to do the same to other layers. No key, no picture, and nothing of what was selected. */
export interface LastEdit {
  /** More than one where each was a column. */
  prompts: readonly { name: string; prompt: string }[]
  /** What a preset holds of the form; its prompt is the first one. */
  settings: Preset
  shareSame: boolean
  /** How many reference pictures went along: they are not kept. */
  references: number
  /** Whether layers or variants had words of their own in place of these: they are not kept. */
  hasOwn: boolean
}

/** As it is stored. Undefined where it is too much to keep, or could not be read again. */
export function toStored({ prompts, settings, ...others }: LastEdit): unknown {
  const room = prompts.reduce((left, { name, prompt }) => left - name.length - prompt.length, ROOM)
  const stored = { version: 1, prompts, settings, ...others }
  return room >= 0 && fromStored(stored) ? stored : undefined
}

/** What was stored, without settings that are broken. Undefined where it says too little. */
export function fromStored(stored: unknown): LastEdit | undefined {
  const { data } = z.safeParse(Stored, stored)
  const [first] = data?.prompts ?? []
  if (!data || !first) return undefined
  // Where all had words of their own, there may be no others.
  const { prompt } = first
  const settings = readableIn({ ...data.settings, name: NAME, prompt: data.hasOwn ? prompt.trim() || NAME : prompt })
  return settings && { ...data, settings: { ...settings, prompt } }
}

const Stored = z.object({
  version: z.literal(1),
  prompts: z.array(z.object({ name: z.string(), prompt: z.string() })),
  settings: z.catchall(z.object({}), z.unknown()),
  shareSame: orElse(z.boolean(), true),
  references: orElse(z.number(), 0),
  hasOwn: orElse(z.boolean(), false),
})

/** It is a preset that nobody sees. */
const NAME = 'last edit'
/** Characters in all: what is kept of requests that are paid for needs room in the same storage. */
const ROOM = 100_000
