import type { Can } from './provider.ts'

/** What a model can do at Lumenfall. It may be named together with the host that runs it: `replicate/p-image-edit`. */
export const canAtLumenfall = (model: string): Can =>
  model.split('/').at(-1) === 'p-image-edit' ? P_IMAGE_EDIT : ANY_MODEL

/** Lumenfall's page of the model; the limit of the prompt is the one that its gateway quotes in an error. */
const P_IMAGE_EDIT: Can = {
  pictures: 5,
  sizes: [
    { width: 1365, height: 768 },
    { width: 768, height: 1365 },
    { width: 1254, height: 836 },
    { width: 836, height: 1254 },
    { width: 887, height: 1182 },
    { width: 1024, height: 1024 },
    { width: 1183, height: 887 },
  ],
  ratios: ['16:9', '3:2', '4:3', '1:1', '3:4', '2:3', '9:16'],
  resolution: '1K',
  promptLimit: 1000,
  seed: true,
  turbo: true,
  safetyChecker: true,
  weights: true,
  outputFormats: ['png', 'jpeg', 'gif', 'webp', 'avif'],
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
