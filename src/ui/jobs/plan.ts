import type { Size } from '../../shared/picture.ts'
import type { LayerRow, PlaceImage, Source } from '../../shared/protocol.ts'
import { FIGMA_LIMIT, fitInto, nearestShape, resultSize, withinLimit } from '../image/fit.ts'
import type { Part } from '../image/recipe.ts'
import { MOST_RESULTS } from '../providers/limits.ts'
import type { Can, CanUpscale, EditOptions, EditRequest, Ratio } from '../providers/provider.ts'
import { nearestRatio, shapeOf } from '../providers/ratio.ts'
import type { Enlarging } from '../providers/upscaling.ts'
import type { IntoVariant } from '../variants/new-variant.ts'
import type { Cell } from '../words/prompt-words.ts'
import { partOf, type WantedPart } from './part.ts'
import type { Referred } from './references.ts'

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

/** What the provider is asked for: a size, or a ratio and a resolution. */
export interface Asked extends Pick<EditRequest, 'size' | 'aspectRatio' | 'resolution'> {
  /** px, the exact shape of the picture that is sent. */
  shape: Size
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
    const { part, id, isOneOfMany = false } = about ?? {}
    const asked = askedFor(part?.crop ?? row, { size: wanted.size, can })
    const { model, options, references = [], place } = wanted
    const others = references.map(({ digest }) => digest)
    // What changes several parts of a picture comes back into what that layer shows by then; and a layer lies over each picture
    // in its own way.
    const isOwn = isOneOfMany || part?.layer !== undefined
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
        ...(part && { part, hides: part.layer ? [part.layer] : [], chain: isOneOfMany ? chainOf(index) : undefined }),
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

interface Parted {
  part: Part
  /** Of what was wanted. */
  id: string
  isOneOfMany: boolean
}

/** Each part, as it is sent; one `undefined` where the whole picture is. */
function partedIn(row: Size, parts: readonly WantedPart[], can: Can): readonly (Parted | undefined)[] {
  const parted = parts.flatMap((wanted) => {
    const part = partOf(row, wanted, can)
    return part ? { part, id: wanted.id, isOneOfMany: parts.length > 1 } : []
  })
  return parted.length > 0 ? parted : [undefined]
}

/** px of the picture that comes of one that was padded to `shape`. */
export const comingSize = (row: Size, shape: Size): Size => resultSize(row, fitInto(row, shape))

/** Whether leaving the seed to the provider gives several pictures of one request; otherwise Refill may as well draw it. */
export const drawsSeeds = ({ results = MOST_RESULTS }: Can) => results > 1

/** The jobs that share a request, together; in the order of their first. */
export function byRequest<T>(items: readonly T[], jobOf: (item: T) => Job): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const { share } = jobOf(item)
    const group = groups.get(share)
    if (group) group.push(item)
    else groups.set(share, [item])
  }
  return [...groups.values()]
}

/**
 * What to ask for where the designer wants `size`, as `Form.size` names it, and the shape to pad the picture to. What a
 * model cannot be asked for counts as `match`.
 */
export function askedFor(row: Size, { size: wanted, can }: { size: string; can: Can }): Asked {
  const { sizes, ratios, resolution } = can
  if (sizes.length === 0 || (wanted === 'auto' && takes('own', can))) return { size: 'auto', shape: ownShape(row) }
  const inRatio = (aspectRatio: Ratio) => ({
    aspectRatio,
    resolution,
    shape: nearestShape(shapeOf(aspectRatio), sizes),
  })
  const ratio = ratios.find((ratio) => ratio === wanted)
  if (ratio && takes('ratio', can)) return inRatio(ratio)
  if (!takes('size', can)) return inRatio(nearestRatio(row, ratios))
  const shape = sizes.find(({ width, height }) => `${width}x${height}` === wanted) ?? nearestShape(row, sizes)
  return { size: shape, shape }
}

/** Whether a model can be asked for a size, for a ratio alone, or to follow the picture. */
export const takes = (shape: 'size' | 'ratio' | 'own', { shapes }: Can) => !shapes || shapes.includes(shape)

/** The scale at which a render of the layer gives the model as many pixels as it can use. */
export function exportScale(row: Size, shape: Size): number {
  const scale = Math.min(shape.width / row.width, shape.height / row.height)
  return Math.min(scale, FIGMA_LIMIT / Math.max(row.width, row.height))
}

/** The picture's own shape at the pixels that models of this kind work on. */
function ownShape({ width, height }: Size): Size {
  const scale = Math.sqrt(USUAL_PIXELS / (width * height))
  return withinLimit({ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) })
}

/** px²; p-image-edit answers with about 1 MP. */
const USUAL_PIXELS = 1_048_576
/** Providers keep a seed in 31 bits. */
export const LARGEST_SEED = 2 ** 31 - 1
