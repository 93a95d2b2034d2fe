import { AppError } from '../../shared/errors.ts'
import type { Picture } from '../../shared/picture.ts'
import type { Can, EditRequest } from './provider.ts'

// Each refuses what the model would refuse, before anything is read or sent: fault `settings`.

export function assertWithin(can: Can, { prompt, pictures, n, mask, options }: EditRequest) {
  const sent = pictures.length
  if (can.edits === false) throw refusal('This model only makes images larger: choose another one for edits.')
  assertPrompt(prompt, can)
  if (sent === 0) throw refusal('There is no image to edit.')
  if (sent > can.pictures) throw refusal(`These are ${sent} images; this model takes ${can.pictures}.`)
  assertCount(n)
  if (n > (can.results ?? MOST_RESULTS)) throw refusal(`One request gives ${can.results} at most; these are ${n}.`)
  assertMask(mask, { can, main: pictures[0]! })
  assertFree(options.extra ?? {}, can)
}

export function assertPrompt(prompt: string, { promptLimit }: Can) {
  if (prompt.trim() === '') throw refusal('Write what should change.')
  const length = lengthAsSent(prompt)
  if (length > promptLimit) throw refusal(`The prompt has ${length} characters; this model takes ${promptLimit}.`)
}

/** The length that counts against a prompt's limit: a form sends every line break as two characters (HTML, multipart). */
export const lengthAsSent = (prompt: string) => prompt.replace(/\r\n?|\n/g, '\r\n').length

export function assertCount(count: number) {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_RESULTS) return
  throw refusal(`The count is a whole number from 1 to ${MOST_RESULTS}.`)
}

function assertMask(mask: Picture | undefined, { can, main }: { can: Can; main: Picture }) {
  if (!mask) return
  if (!can.mask) throw refusal('This model takes no mask.')
  if (mask.width !== main.width || mask.height !== main.height) throw refusal('The mask has not the size of the image.')
}

/** A field of one's own must not stand in for one that Refill sends, nor beside it: a size makes a ratio void. */
export function assertFree(extra: Record<string, string>, can: Can) {
  const name = Object.keys(extra).find((name) => ALWAYS_SET.includes(name) || SETTABLE.get(name)?.(can))
  if (name) throw refusal(`“${name}” is not free for a field of one’s own: Refill sets it itself.`)
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
