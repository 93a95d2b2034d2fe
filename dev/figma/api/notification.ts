import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import { type GuestFunction, isGuestFunction, KIND, Remote } from '../sandbox/remote.ts'
import type { UiWindow } from '../ui-window.ts'
import { validated } from '../values/validated.ts'

/** The notifications of one run (T:226). */
export class Notifications {
  readonly #window: UiWindow
  /** Those that go with the plugin: with a button (T:257), or shown until it closes (T:244). */
  readonly #bound = new Set<() => void>()

  constructor(window: UiWindow) {
    this.#window = window
  }

  show(message: unknown, options: unknown): NotificationFace {
    const text = shortened(validated(z.string(), message, 'message'))
    const { timeout = DEFAULT_TIMEOUT, error = false, onDequeue, button } = validated(SCHEMA, options ?? {}, 'options')
    const heard = callback(onDequeue, 'onDequeue')
    const action = callback(button?.action, 'action')
    let gone = false

    const dequeued = (reason: F.NotifyDequeueReason) => {
      if (gone) return
      gone = true
      this.#bound.delete(cancel)
      heard?.tell(reason)
    }
    const takeBack = this.#window.notify(text, {
      timeout,
      error,
      dequeued,
      ...(button && { button: { text: button.text, press: () => action?.reply() !== false } }),
    })
    function cancel() {
      if (gone) return
      takeBack?.()
      dequeued('dismiss')
    }
    if (button || timeout === Number.POSITIVE_INFINITY) this.#bound.add(cancel)
    return new NotificationFace(cancel)
  }

  close(): void {
    for (const cancel of [...this.#bound]) cancel()
  }
}

export class NotificationFace extends Remote implements F.NotificationHandler {
  readonly #cancel: () => void

  constructor(cancel: () => void) {
    super()
    this.#cancel = cancel
  }

  get [KIND]() {
    return 'NotificationHandler'
  }

  cancel(): void {
    this.#cancel()
  }
}

/** T:228: longer messages are cut. */
const shortened = (text: string) => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text)

function callback(value: unknown, name: string): GuestFunction | undefined {
  if (value === undefined) return undefined
  if (!isGuestFunction(value)) throw new FigmaError(`Expected "${name}" to have type function`)
  return value
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
