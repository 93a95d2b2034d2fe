import type { LayerRow, PlaceImage, Source } from '../../shared/protocol.ts'
import type { Part } from '../image/recipe.ts'
import { MOST_RESULTS } from '../providers/limits.ts'
import type { Can, CanUpscale, EditOptions } from '../providers/provider.ts'
import type { Enlarging } from '../providers/upscaling.ts'
import { LARGEST_SEED } from '../seed.ts'
import type { IntoVariant } from '../variants/new-variant.ts'
import type { Cell } from '../words/prompt-words.ts'
import { type PartAmong, type Parted, partedIn, type WantedPart } from './part.ts'
import type { Referred } from './references.ts'
import { type Asked, askedFor } from './sizing.ts'

/** Where results go: on the layer, on a copy beside it, or into a new variant of its component. */
export type Place = PlaceImage['place'] | 'variant'

/** One result: what is asked for it, and where it goes. */
export interface Job extends Asked {
  row: LayerRow & { source: Source }
  prompt: string
  /** Which of the row's prompts it is, where there are several. */
  column?: Cell['column']
  model: string
  seed: number | undefined
  /** The provider draws the seed and does not tell it. */
  ownSeed: boolean
  options: EditOptions
  /** What alone of the picture is sent and changes. */
  part?: Part | undefined
  /** Which of several parts of the picture that is. */
  among?: PartAmong | undefined
  /** Layers that are hidden when its result is placed. */
  hides?: readonly string[] | undefined
  /** Jobs of one run with the same one change parts of one picture: each comes into what the others left. */
  chain?: string | undefined
  /** Sent after the picture itself, in this order: the first is *image 2*. */
  references?: readonly Referred[] | undefined
  /** `lend`: nowhere in the document, as it is to be shown only while files are drawn. */
  place: Place | 'lend'
  /** Of `variant`: which one. Without it the picture is not laid by itself. */
  into?: IntoVariant | undefined
  /** Jobs of one run with the same one are served by one request. JSON: the picture's name, then all that is asked. */
  share: string
  /** Whether looks that turn out to be the same when they are drawn may share a request, too. */
  mayShare: boolean
  /** Pictures asked for in that request, and which of them is this job's. */
  n: number
  picture: number
  /** The image itself made larger, by so much. Without it the job is an edit. */
  enlarging?: Enlarging
  /** What brings each picture that comes to the pixels of its source before it is placed. */
  keep?: Upscaler | undefined
}

export interface Plan {
  rows: readonly (LayerRow & { source: Source })[]
  /** What each row sends: at least one prompt. */
  cells: (row: LayerRow & { source: Source }) => readonly Cell[]
  /** The parts of each row's picture that are to change, each by itself; none where all of it is. */
  parts?: ((row: LayerRow & { source: Source }) => readonly WantedPart[]) | undefined
  model: string
  count: number
  /** The designer's; without it each request gets one from `drawSeed`. */
  seed: number | undefined
  /** Whether the provider draws the seeds: then one request asks for all `count` pictures. */
  ownSeed: boolean
  /** Whether rows that show the same picture are paid for once. */
  shareSame: boolean
  /** As `Form.size`. */
  size: string
  options: EditOptions
  references?: readonly Referred[] | undefined
  place: Place
  /** The model that makes results as large as their sources. */
  keep?: Upscaler | undefined
  can: Can
  drawSeed: () => number
}

export interface Upscaler {
  model: string
  can: CanUpscale
}

/**
 * The jobs of a run: every prompt of every row, `count` times. Rows whose pictures are the same to the byte, which for an image its hash
 * says, share a request for each of the `count`; a seed is drawn only then, so that it does not tell them apart.
 */
export function plan({ rows, count, seed, can, drawSeed, ownSeed, shareSame, keep, ...wanted }: Plan): Job[] {
  const seeds = new Map<string, number>()
  const leavesSeed = ownSeed && can.seed && drawsSeeds(can)

  function seedFor(share: string, index: number): number | undefined {
    if (!can.seed || leavesSeed) return undefined
    if (seed !== undefined) return (seed + index) % (LARGEST_SEED + 1)
    const drawn = seeds.get(share) ?? drawSeed()
    seeds.set(share, drawn)
    return drawn
  }

  function jobsOf(row: Plan['rows'][number], { prompt, column }: Cell, about?: Parted): Job[] {
    const { part, id, among } = about ?? {}
    const asked = askedFor(part?.crop ?? row, { size: wanted.size, can })
    const { model, options, references = [], place } = wanted
    const others = references.map(({ digest }) => digest)
    // What changes several parts of a picture comes back into what that layer shows by then; and a layer lies over each picture
    // in its own way.
    const isOwn = among !== undefined || part?.layer !== undefined
    const picture = shareSame && row.source.kind === 'image' && !isOwn ? row.source.hash : row.key
    const partKey = part && [part.crop, part.region.bounds, part.region.feather, part.corrects, id]
    const chainOf = (index: number) => JSON.stringify([row.key, column?.id ?? '', index])
    return Array.from({ length: count }, (_, index) => {
      const share = JSON.stringify([
        picture,
        prompt,
        model,
        asked,
        options,
        leavesSeed ? 'all' : index,
        keep?.model,
        others,
        ...(partKey ? [partKey] : []),
      ])
      const which = leavesSeed ? { n: count, picture: index } : { n: 1, picture: 0 }
      const seed = { seed: seedFor(share, index), ownSeed: leavesSeed }
      return {
        row,
        prompt,
        column,
        ...(part && { part, among, hides: part.layer ? [part.layer] : [], chain: among && chainOf(index) }),
        model,
        options,
        references,
        place,
        keep,
        ...asked,
        ...seed,
        share,
        mayShare: shareSame,
        ...which,
      }
    })
  }

  return rows.flatMap((row) => {
    const parts = partedIn(row, wanted.parts?.(row) ?? [], can)
    return wanted.cells(row).flatMap((cell) => parts.flatMap((part) => jobsOf(row, cell, part)))
  })
}

/** Whether leaving the seed to the provider gives several pictures of one request; otherwise Refill may as well draw it. */
export const drawsSeeds = ({ results = MOST_RESULTS }: Can) => results > 1
