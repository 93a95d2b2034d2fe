import { ApiError } from './errors.ts'
import type { Scaling } from './scaling.ts'
import { TROUBLE_NAMES, type TroubleName } from './trouble.ts'

export interface Model {
  id: string
  /** Who runs it behind the gateway. */
  provider: { id: string; name: string }
  /** Millionths of a USD for each picture that comes out. */
  price: number
  /** False for a model that only makes pictures from text, or only makes them larger: the real list is full of those. */
  edits: boolean
  upscales?: Scaling
  /** It takes one picture; the others up to five. */
  single?: true
  /** Gives the input pixels back, so that geometry can be judged. */
  echo: boolean
  trouble?: TroubleName
}

/** What a model is for, as the gateway names it. */
export const modesOf = ({ edits, upscales }: Model) =>
  [edits && 'image-edit', upscales && 'upscale', !edits && !upscales && 'text-to-image'].filter(Boolean).join(', ')

/** The model of that name, `replicate/…` included. Throws MODEL_NOT_FOUND, naming the nearest. */
export function findModel(name: string): Model {
  const model = MODELS.find(({ id, provider }) => name === id || name === `${provider.id}/${id}`)
  if (model) return model
  const nearest = MODELS.map(({ id }) => id).sort((a, b) => distance(a, name) - distance(b, name))[0] ?? ''
  const hint = distance(nearest, name) <= NEAR ? ` Did you mean '${nearest}'?` : ''
  throw new ApiError('MODEL_NOT_FOUND', `Model '${name}' not found.${hint}`)
}

/** The entry that `/models` shows: only the fields every client can count on. */
export const toEntry = ({ id, provider }: Model) => ({
  id,
  object: 'model',
  created: CREATED,
  owned_by: provider.id,
})

/** How many letters have to be typed, dropped or changed to get from one name to the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= to.length; j++) {
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (letter === to[j - 1] ? 0 : 1))
    }
    row = next
  }
  return row[to.length]!
}

const replicate = { id: 'replicate', name: 'Replicate' }
const fal = { id: 'fal', name: 'fal' }
const google = { id: 'google', name: 'Google' }
const standIn = { id: 'stand-in', name: 'Stand-in' }
const CREATED = 1_750_000_000 // Unix seconds
const NEAR = 5 // letters
const CENT = 10_000 // millionths of a USD

const FOUR = { least: 4, most: 4, usual: 4 }
const upscaler = (upscales: Scaling) => ({ edits: false, echo: false, upscales })

export const MODELS: readonly Model[] = [
  { id: 'p-image-edit', provider: replicate, price: CENT, edits: true, echo: false },
  { id: 'p-image', provider: replicate, price: CENT / 2, edits: false, echo: false },
  { id: 'real-esrgan', provider: replicate, price: CENT / 5, ...upscaler({ least: 2, most: 4, usual: 4 }) },
  { id: 'recraft-crisp-upscale', provider: fal, price: (CENT * 2) / 5, ...upscaler({ ...FOUR, fixed: true }) },
  { id: 'clarity-upscaler', provider: replicate, price: (CENT * 3) / 2, ...upscaler({ least: 1, most: 4, usual: 2 }) },
  {
    id: 'google-upscaler',
    provider: google,
    price: CENT / 2,
    ...upscaler({ least: 2, most: 4, usual: 2, only: [2, 4] }),
  },
  { id: 'echo', provider: standIn, price: CENT, edits: true, echo: true, single: true },
  ...TROUBLE_NAMES.map((trouble) => ({
    id: `trouble-${trouble}`,
    provider: standIn,
    price: CENT,
    edits: true,
    echo: false,
    trouble,
  })),
]
