import { P_IMAGE_PICTURES, P_IMAGE_PROMPT, P_IMAGE_RATIOS, P_IMAGE_SIZES } from './p-image.ts'
import type { Can, Steps } from './provider.ts'

/** What a model can do at Lumenfall. It may be named together with the host that runs it: `replicate/p-image-edit`. */
export function canAtLumenfall(model: string): Can {
  const name = model.split('/').at(-1) ?? ''
  const factor = FACTORS.get(name)
  if (factor) return { ...ANY_MODEL, edits: false, upscale: { factor, outputFormats: FORMATS, quality: true } }
  return name === 'p-image-edit' ? P_IMAGE_EDIT : ANY_MODEL
}

/** How often these models multiply each side. Only the factors of `topaz`, `google` and the usual ones are documented. */
const FACTORS = new Map<string, Steps>([
  ['real-esrgan', { usual: 4, least: 2, most: 4 }],
  ['recraft-crisp-upscale', { usual: 4, only: [4] }],
  ['google-upscaler', { usual: 2, only: [2, 4] }],
  ['clarity-upscaler', { usual: 2, least: 1, most: 4 }],
  ['aura-sr', { usual: 4, only: [4] }],
  ['topaz-image-upscale', { usual: 2, least: 2, most: 6 }],
])

export const UPSCALERS = [...FACTORS.keys()]

const FORMATS = ['png', 'jpeg', 'gif', 'webp', 'avif']

/** Lumenfall's page of the model; the limit of the prompt is the one that its gateway quotes in an error. */
const P_IMAGE_EDIT: Can = {
  pictures: P_IMAGE_PICTURES,
  sizes: P_IMAGE_SIZES,
  ratios: P_IMAGE_RATIOS,
  resolution: '1K',
  promptLimit: P_IMAGE_PROMPT,
  seed: true,
  turbo: true,
  safetyChecker: true,
  weights: true,
  outputFormats: FORMATS,
  extra: true,
}

/**
 * A model of which nothing is known: one picture, since many refuse a second, and the three sizes of OpenAI's own
 * images/edits, of which the gateway takes the nearest. The gateway converts file formats for every model.
 */
const ANY_MODEL: Can = {
  ...P_IMAGE_EDIT,
  pictures: 1,
  sizes: [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
    { width: 1024, height: 1536 },
  ],
  ratios: ['3:2', '1:1', '2:3'],
  seed: false,
  turbo: false,
  safetyChecker: false,
  weights: false,
}
