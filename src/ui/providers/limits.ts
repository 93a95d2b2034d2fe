import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import {
  badCountText,
  MASK_SIZE,
  manyImagesText,
  manyResultsText,
  NO_MASK,
  NO_PROMPT,
  NOTHING_TO_EDIT,
  ONLY_LARGER,
  promptLengthText,
  takenNameText,
} from '../texts/limits.ts'
import type { Can, EditRequest } from './provider.ts'

// Each refuses what the model would refuse, before anything is read or sent: fault `settings`.

export function assertWithin(can: Can, { prompt, pictures, n, mask, options }: EditRequest) {
  const sent = pictures.length
  if (can.edits === false) throw refusal(ONLY_LARGER)
  assertPrompt(prompt, can)
  if (sent === 0) throw refusal(NOTHING_TO_EDIT)
  if (sent > can.pictures) throw refusal(manyImagesText({ count: sent, most: can.pictures }))
  assertCount(n)
  const { results = MOST_RESULTS } = can
  if (n > results) throw refusal(manyResultsText({ count: n, most: results }))
  assertMask(mask, { can, main: pictures[0]! })
  assertFree(options.extra ?? {}, can)
}

export function assertPrompt(prompt: string, { promptLimit }: Can) {
  if (prompt.trim() === '') throw refusal(NO_PROMPT)
  const length = lengthAsSent(prompt)
  if (length > promptLimit) throw refusal(promptLengthText({ length, most: promptLimit }))
}

/** The length that counts against a prompt's limit: a form sends every line break as two characters (HTML, multipart). */
export const lengthAsSent = (prompt: string) => prompt.replace(/\r\n?|\n/g, '\r\n').length

export function assertCount(count: number) {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_RESULTS) return
  throw refusal(badCountText(MOST_RESULTS))
}

function assertMask(mask: Picture | undefined, { can, main }: { can: Can; main: Picture }) {
  if (!mask) return
  if (!can.mask) throw refusal(NO_MASK)
  if (mask.width !== main.width || mask.height !== main.height) throw refusal(MASK_SIZE)
}

/** A field of one's own must not stand in for one that Refill sends, nor beside it: a size makes a ratio void. */
export function assertFree(extra: Record<string, string>, can: Can) {
  const name = Object.keys(extra).find((name) => ALWAYS_SET.includes(name) || SETTABLE.get(name)?.(can))
  if (name) throw refusal(takenNameText(name))
}

const refusal = (message: string) => new AppError('settings', message)

const ALWAYS_SET = [
  'model',
  'prompt',
  'image',
  'image[]',
  'n',
  'size',
  'aspect_ratio',
  'resolution',
  'response_format',
  'output_format',
  'output_compression',
]
/** Those that have a control only where the model is known to take them. */
const SETTABLE = new Map<string, (can: Can) => boolean>([
  ['seed', ({ seed }) => seed],
  ['turbo', ({ turbo }) => turbo],
  ['disable_safety_checker', ({ safetyChecker }) => safetyChecker],
  ['replicate_weights', ({ weights }) => weights],
  ['mask', ({ mask }) => mask === true],
  ['quality', ({ qualities }) => qualities !== undefined],
  ['background', ({ backgrounds }) => backgrounds !== undefined],
  ['input_fidelity', ({ inputFidelity }) => inputFidelity === true],
])
/** OpenAI's images/edits, and Lumenfall's: n is 1 to 10. */
export const MOST_RESULTS = 10
