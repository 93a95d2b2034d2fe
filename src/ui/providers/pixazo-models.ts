import { P_IMAGE_PICTURES, P_IMAGE_PROMPT, P_IMAGE_RATIOS, P_IMAGE_SIZES } from './p-image.ts'
import type { Can, CanUpscale, Money, UpscaleRequest } from './provider.ts'
import { upscaledSize } from './upscaling.ts'

export const EDIT = 'p-image-edit'
export const UPSCALE = 'p-image-upscale'

export const canAtPixazo = (model: string): Can => (model === UPSCALE ? P_IMAGE_UPSCALE : P_IMAGE_EDIT)

/** The sum that Pixazo's own answer to an empty wallet quotes. */
export const editPrice = (pictures: number) => dollars(0.01 * pictures)

/** A third party's list (2026): up to 4 MP, and up to 8. */
export const upscalePrice = ({ picture, ...wanted }: UpscaleRequest): Money => {
  const { width, height } = upscaledSize(picture, wanted, ENLARGING)
  return dollars(Math.round((width * height) / 1e5) <= 40 ? 0.005 : 0.01)
}

const dollars = (amount: number): Money => ({ amount, unit: 'USD' })

const P_IMAGE: Can = {
  pictures: P_IMAGE_PICTURES,
  shapes: ['ratio', 'own'],
  sizes: P_IMAGE_SIZES,
  ratios: P_IMAGE_RATIOS,
  resolution: '1K',
  promptLimit: P_IMAGE_PROMPT,
  results: 1,
  seed: true,
  turbo: true,
  safetyChecker: true,
  weights: false,
  outputFormats: [],
  extra: false,
}

const P_IMAGE_EDIT: Can = { ...P_IMAGE, price: editPrice(1) }

const ENLARGING: CanUpscale = {
  target: { usual: 4, least: 1, most: 8, whole: true },
  factor: { usual: 2, least: 1, most: 8 },
  most: 8,
  details: true,
  realism: true,
  safetyChecker: true,
  outputFormats: ['jpg', 'png', 'webp'],
  quality: true,
}

const P_IMAGE_UPSCALE: Can = {
  ...P_IMAGE,
  edits: false,
  upscale: ENLARGING,
  pictures: 1,
  sizes: [],
  ratios: [],
  seed: false,
  turbo: false,
}
