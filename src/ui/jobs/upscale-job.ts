import type { LayerRow, Source } from '../../shared/protocol.ts'
import type { UpscaleRequest } from '../providers/provider.ts'
import { TINY_PICTURE } from '../providers/tiny-picture.ts'
import type { Enlarging } from '../providers/upscaling.ts'
import type { Job } from './plan.ts'

interface Wanted {
  /** Whose source is an image. */
  row: LayerRow & { source: Source }
  model: string
  enlarging: Enlarging
}

/** The job that makes a row's image larger. Nothing of the form belongs to it, and it stays where it is. */
export function upscaleJob({ row, model, enlarging }: Wanted): Job {
  const { source, key, width, height } = row
  const picture = source.kind === 'image' ? source.hash : key
  return {
    ...{ row, model, enlarging, shape: { width, height }, prompt: '', options: {}, place: 'layer' },
    ...{ seed: undefined, ownSeed: false, n: 1, picture: 0 },
    share: JSON.stringify([picture, 'upscale', model, enlarging]),
    mayShare: true,
  }
}

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
