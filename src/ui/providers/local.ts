import { AppError } from '../../shared/errors.ts'
import type { Picture, Size } from '../../shared/picture.ts'
import { fileOfAnswer } from '../image/files.ts'
import { LOCAL_ONLY_LARGER } from '../texts/limits.ts'
import { T } from '../texts.ts'
import { createHttp } from './http.ts'
import { LOCAL_MODEL } from './local-model.ts'
import type { Can, Context, Money, Provider } from './provider.ts'
import { assertEnlarging, upscaledSize } from './upscaling.ts'

/**
 * Makes pictures larger in the panel, by arithmetic: no account, no cost, nothing leaves the computer, and no detail is
 * added. `resample` gives the file as Figma takes it.
 */
export function createLocal(
  resample: (picture: Picture, wanted: { size: Size; signal: AbortSignal }) => Promise<Picture>,
): Provider {
  return {
    id: 'local',
    label: T.thisComputer,
    origin: '',
    keyPage: '',
    defaultModel: LOCAL_MODEL,
    takes: 'form',
    upscalers: [LOCAL_MODEL],
    can: () => CAN,
    headers: () => ({}),
    async edit() {
      throw new AppError('settings', LOCAL_ONLY_LARGER)
    },
    async upscale({ picture, ...wanted }, { signal }) {
      assertEnlarging(CAN_UPSCALE, { ...wanted, picture })
      const size = upscaledSize(picture, wanted, CAN_UPSCALE)
      const { bytes } = await resample(picture, { size, signal })
      return { images: [{ file: fileOfAnswer(bytes) }] }
    },
    upscalePrice: async () => FREE,
  }
}

/** No address is allowed, so that nothing can leave. */
export const localContext = (signal: AbortSignal): Context => ({
  signal,
  http: createHttp({ address: '', headers: {}, signal, isAllowed: () => false }),
})

export const FREE: Money = { amount: 0, unit: 'USD' }

const CAN_UPSCALE = { factor: { usual: 2, least: 1, most: 16 }, outputFormats: [] }

const CAN: Can = {
  ...{ pictures: 1, edits: false, sizes: [], ratios: [], resolution: '', promptLimit: 0, upscale: CAN_UPSCALE },
  ...{ seed: false, turbo: false, safetyChecker: false, weights: false, outputFormats: [], extra: false },
}
