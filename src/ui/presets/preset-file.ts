import * as z from 'zod/mini'
import { seedIn } from '../seed.ts'
import { Preset } from './preset.ts'
import { handedOn, privatePartOf, without } from './private-parts.ts'

export const FILE_NAME = 'refill-presets.json'
/** Bytes: more than all the presets that are kept at once. */
export const LARGEST_FILE = 4_000_000

/** Why nothing of a file can be taken. */
export type FileFault = 'large' | 'unreadable' | 'json' | 'shape' | 'version' | 'none'

/** Why one preset of a file is not taken. */
export interface EntryFault {
  /** Its place in the file, from 1, and its name where it has one. */
  entry: number
  name: string | undefined
  /** The part that is wrong; without one, it is no preset at all. */
  part?: string | undefined
  why: 'wrong' | 'unknown' | 'private'
}

/** The presets as a file that holds no key and no address; `secrets` are those of the designer. */
export const toFile = (presets: readonly Preset[], secrets: readonly string[]): string =>
  without(JSON.stringify({ refill: 'presets', version: 1, presets: presets.map(handedOn) }, undefined, 2), secrets)

/** What is in a file, each preset by itself: one that is wrong does not spoil the others. */
export function fromFile(text: string): { presets: Preset[]; faults: EntryFault[] } | FileFault {
  const json = parsed(text)
  if (json === undefined) return 'json'
  const head = z.safeParse(Head, json)
  if (!head.success) return 'shape'
  if (head.data.version !== 1) return 'version'
  const body = z.safeParse(Body, json)
  if (!body.success) return 'shape'
  if (body.data.presets.length === 0) return 'none'
  const read = body.data.presets.map(readEntry)
  return {
    presets: read.flatMap((entry) => ('preset' in entry ? entry.preset : [])),
    faults: read.flatMap((entry) => ('fault' in entry ? entry.fault : [])),
  }
}

function readEntry(value: unknown, index: number): { preset: Preset } | { fault: EntryFault } {
  const { data, error } = z.safeParse(Preset, value)
  const named = z.safeParse(Named, value).data
  const fault = { entry: index + 1, name: named?.name }
  if (error) {
    const issue = error.issues[0]!
    const isUnknown = issue.code === 'unrecognized_keys'
    const part = isUnknown ? issue.keys[0] : issue.path.at(-1)
    return {
      fault: {
        ...fault,
        part: part === undefined ? undefined : partOf(issue.path, part),
        why: isUnknown ? 'unknown' : 'wrong',
      },
    }
  }
  if (isNoSeed(data)) return { fault: { ...fault, part: 'seed', why: 'wrong' } }
  const part = privatePartOf(data)
  return part ? { fault: { ...fault, part, why: 'private' } } : { preset: data }
}

/** Of one that is never used, or still to be typed, nothing is wrong. */
const isNoSeed = ({ seed, seedFrom = 'fixed' }: Preset) =>
  seedFrom === 'fixed' && seed?.trim() && seedIn(seed) === undefined

/** Of a list, the list: its places have no names. */
const partOf = (path: readonly PropertyKey[], part: PropertyKey) => String(typeof part === 'number' ? path[0] : part)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const Head = z.object({ refill: z.literal('presets'), version: z.number() })
const Body = z.strictObject({ refill: z.literal('presets'), version: z.literal(1), presets: z.array(z.unknown()) })
const Named = z.object({ name: z.string() })
