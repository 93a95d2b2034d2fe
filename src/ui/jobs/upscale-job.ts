import type { Size } from '../../shared/picture.ts'
import type { LayerRow, Source } from '../../shared/protocol.ts'
import type { UpscaleRequest } from '../providers/provider.ts'
import { TINY_PICTURE } from '../providers/tiny-picture.ts'
import type { Enlarging } from '../providers/upscaling.ts'
import { byRequest } from './by-request.ts'
import { type Larger, LEAST_GAIN } from './enlargings.ts'
import type { Job, Upscaler } from './plan.ts'
import { sharpeningOf } from './sharpening.ts'
import { comingSize } from './sizing.ts'

interface Wanted {
  /** Whose source is an image. */
  row: LayerRow & { source: Source }
  model: string
  enlarging: Enlarging
  place?: Job['place']
}

/** The job that makes a row's image larger. Nothing of the form belongs to it, and it stays where it is. */
export function upscaleJob({ row, model, enlarging, place = 'layer' }: Wanted): Job {
  const { source, key, width, height } = row
  const picture = source.kind === 'image' ? source.hash : key
  return {
    ...{ row, model, enlarging, shape: { width, height }, prompt: '', options: {}, place },
    ...{ seed: undefined, ownSeed: false, n: 1, picture: 0 },
    share: JSON.stringify([picture, 'upscale', model, enlarging]),
    mayShare: true,
  }
}

/** How a result of `coming` px is brought to the pixels of the image that the row is about. */
export function keepingOf(row: LayerRow, coming: Size, { can }: Upscaler): Larger | undefined {
  const factor = row.width / coming.width
  if (row.source.kind !== 'image' || factor < LEAST_GAIN) return undefined
  const sharpening = sharpeningOf(coming, factor, can)
  return 'why' in sharpening ? undefined : sharpening
}

/**
 * The job that brings a result of an edit, `coming` px large, to the pixels of its source; undefined where nobody asked for
 * that, where it has them, or where the model cannot add to them. A look has no pixels of its own: it is drawn for the edit.
 */
export function keepingJob({ row, part, share, keep, shape }: Job, coming?: Size): Job | undefined {
  const sent = { ...row, ...(part && { width: part.crop.width, height: part.crop.height }) }
  const came = coming ?? comingSize(sent, shape)
  const larger = keep && keepingOf(sent, came, keep)
  if (!larger) return undefined
  const { width, height } = came
  const { model } = keep
  return {
    ...upscaleJob({ row: { ...row, width, height }, model, enlarging: larger.enlarging }),
    share: JSON.stringify([share, 'keep', model]),
  }
}

/** What is asked for the jobs in all: each request once, and for each picture of it the one that keeps its resolution. */
export const requestsIn = (jobs: readonly Job[]): Job[] =>
  byRequest(jobs, (job) => job).flatMap(([first]) => {
    const next = keepingJob(first!)
    if (!next) return [first!]
    const others = Array.from({ length: first!.n - 1 }, (_, index) => ({ ...next, share: `${next.share} ${index}` }))
    return [first!, next, ...others]
  })

/** The job as the provider is asked for its price: of the picture only its size. */
export const upscalePriceRequest = ({ row: { width, height }, model, enlarging }: Job): UpscaleRequest => ({
  model,
  picture: { ...TINY_PICTURE, width, height },
  ...enlarging,
  options: {},
})

/** Two requests with the same key cost the same. */
export const upscaleKeyOf = ({ model, picture: { width, height }, factor, target }: UpscaleRequest): string =>
  JSON.stringify([model, width, height, factor ?? null, target ?? null])
