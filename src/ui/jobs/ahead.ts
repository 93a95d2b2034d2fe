import type { Picture } from '../../shared/picture.ts'
import type { Codec } from '../image/codec.ts'
import type { Recipe } from '../image/recipe.ts'
import { toSend } from './edit-layer.ts'
import type { Images } from './images.ts'
import type { Job } from './plan.ts'

export type Ahead = ReturnType<typeof createAhead>

/** A picture as its layer holds it, and as the model is sent it. */
export interface Ready {
  source: Picture
  recipe: Recipe
}

interface Services {
  images: Images
  codec: Codec
}

/**
 * The pictures that a run would begin with, made ready before Run is pressed: all its slots are free by then, so its first
 * requests leave at once. Images only, whose bytes stay the same; whether a layer still holds one is asked when it runs.
 */
export function createAhead({ images, codec }: Services) {
  const held = new Map<string, Promise<Ready | undefined>>()
  let wanted = new Map<string, Job>()
  let stop = new AbortController()

  async function prepare(job: Job, signal: AbortSignal): Promise<Ready | undefined> {
    const { id, source: from } = job.row
    if (from.kind !== 'image') return undefined
    const source = await images.read({ id, hash: from.hash }, signal)
    return source.bytes.length > LARGEST ? undefined : { source, recipe: await toSend(source, job, { codec, signal }) }
  }

  /** One after the other: there is no hurry yet. */
  async function prepareAll(jobs: ReadonlyMap<string, Job>, signal: AbortSignal) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
    for (const [key, job] of jobs) {
      if (wanted !== jobs) return
      // What is wrong with the picture shows in its edit.
      if (!held.has(key)) held.set(key, prepare(job, signal).catch(forgotten(key)))
      await held.get(key)
    }
  }
  const forgotten = (key: string) => () => {
    held.delete(key)
    return undefined
  }

  return {
    /** The first jobs of the requests that Run would make now. What was made ready for others is forgotten. */
    follow(jobs: readonly Job[]) {
      const next = new Map(jobs.filter(isLasting).map((job) => [keyOf(job), job]))
      for (const key of held.keys()) if (!next.has(key)) held.delete(key)
      if ([...next.keys()].join() === [...wanted.keys()].join()) return
      wanted = next
      stop.abort()
      stop = new AbortController()
      if (next.size > 0) void prepareAll(next, stop.signal)
    },
    /** Undefined where nothing was begun for it. A run begins with this: from now on it prepares its pictures itself. */
    take(job: Job): Promise<Ready | undefined> | undefined {
      wanted = new Map()
      return job.enlarging ? undefined : held.get(keyOf(job))
    },
  }
}

/** An image stays as it is; looks change, and so do layers that lie over it as parts: those are read when it runs. */
const isLasting = ({ row, part }: Job) => row.source.kind === 'image' && !part?.layer

const keyOf = ({ row: { source }, shape: { width, height }, part }: Job) =>
  `${source.kind === 'image' ? source.hash : ''} ${width}x${height} ${part ? JSON.stringify(part) : ''}`

/** ms without a change before anything is begun. */
const PAUSE = 300
/** bytes: larger ones would weigh too much, several at a time. */
const LARGEST = 4_000_000
