import type { Can } from './provider.ts'

/** The models that answer with bytes alone. */
export const isGptImage = (model: string) => /^(chatgpt|gpt)-image\b/.test(nameIn(model))

/** What a model can do behind OpenAI's images/edits. A gateway may put its own name in front: `openai/gpt-image-1`. */
export function canAtOpenAi(model: string): Can {
  const name = nameIn(model)
  if (name === 'dall-e-2') return DALL_E_2
  if (!isGptImage(model)) return ANY_MODEL
  const isFirst = FIRST.test(name)
  return { ...GPT_IMAGE, ...(isFirst && { backgrounds: BACKGROUNDS, inputFidelity: !name.includes('mini') }) }
}

const nameIn = (model: string) => model.split('/').at(-1) ?? ''

/**
 * Later ones are not known to take a background or a fidelity. A transparent one would be laid on white: results of opaque
 * pictures stay opaque.
 */
const FIRST = /^gpt-image-1(\b|\.)/
const BACKGROUNDS = ['auto', 'opaque']

/** A model of which nothing is known: one picture, the sizes of the route itself, and whatever the person adds. */
const ANY_MODEL: Can = {
  pictures: 1,
  shapes: ['size', 'own'],
  sizes: [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
    { width: 1024, height: 1536 },
  ],
  ratios: [],
  resolution: '',
  promptLimit: 32_000,
  seed: false,
  turbo: false,
  safetyChecker: false,
  weights: false,
  outputFormats: [],
  extra: true,
}

const GPT_IMAGE: Can = {
  ...ANY_MODEL,
  pictures: 16,
  mask: true,
  qualities: ['auto', 'low', 'medium', 'high'],
  outputFormats: ['png', 'jpeg', 'webp'],
  // A field that it does not know makes it refuse the request.
  extra: false,
}

/** It takes one square PNG and answers with one. */
const DALL_E_2: Can = {
  ...ANY_MODEL,
  shapes: ['size'],
  sizes: [
    { width: 1024, height: 1024 },
    { width: 512, height: 512 },
    { width: 256, height: 256 },
  ],
  promptLimit: 1000,
  mask: true,
  extra: false,
}
