import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError, notSimulated } from '../errors.ts'
import { isGuestFunction, KIND, Remote } from '../sandbox/remote.ts'
import type { NotifyOptions, UiWindow } from '../ui-window.ts'
import { validated } from '../values/validated.ts'

/** `figma.notify` (T:226). */
export function notify(window: UiWindow, message: unknown, options: unknown): NotificationFace {
  const text = shortened(validated(z.string(), message, 'message'))
  window.notify(text, notifyOptions(options))
  return new NotificationFace(() => window.dismiss?.(text))
}

export class NotificationFace extends Remote implements F.NotificationHandler {
  readonly #takeBack: () => void

  constructor(takeBack: () => void) {
    super()
    this.#takeBack = takeBack
  }

  get [KIND]() {
    return 'NotificationHandler'
  }

  cancel(): void {
    this.#takeBack()
  }
}

/** T:228: longer messages are cut. */
const shortened = (text: string) => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text)

function notifyOptions(value: unknown): NotifyOptions {
  const { timeout = DEFAULT_TIMEOUT, error = false, onDequeue, button } = validated(SCHEMA, value ?? {}, 'options')
  if (onDequeue !== undefined) throw notSimulated('notify with onDequeue')
  if (!button) return { timeout, error }
  const { text, action } = button
  if (!isGuestFunction(action)) throw new FigmaError('Expected "action" to have type function')
  return { timeout, error, button: { text, press: () => action.tell() } }
}

const SCHEMA = z.strictObject({
  timeout: z.union([z.number(), z.literal(Number.POSITIVE_INFINITY)]).optional(),
  error: z.boolean().optional(),
  onDequeue: z.unknown().optional(),
  button: z.strictObject({ text: z.string(), action: z.unknown() }).optional(),
})

/** Characters. */
const MAX_LENGTH = 100
/** ms */
const DEFAULT_TIMEOUT = 3000
