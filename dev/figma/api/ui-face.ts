import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import type { MessageLog } from '../message-log.ts'
import { isGuestFunction, KIND, Remote } from '../sandbox/remote.ts'
import type { UiWindow, WindowPosition } from '../ui-window.ts'
import { carried } from '../values/carried.ts'
import { validated } from '../values/validated.ts'
import { Handlers } from './handlers.ts'
import { showOptions } from './show-options.ts'
import { UiPipe } from './ui-pipe.ts'

// Named by symbols, so that the plugin does not see them.
export const OPEN = Symbol('open')
export const RECEIVE = Symbol('receive')

/** `figma.ui`: the window around the plugin's page, and the messages to and from it. */
export class UiFace extends Remote implements F.UIAPI {
  readonly #window: UiWindow
  readonly #log: MessageLog
  readonly #title: string
  readonly #handlers = new Handlers()
  #pipe: UiPipe | undefined
  #onmessage: unknown
  #position: F.Vector = { x: 0, y: 0 }

  constructor({ window, log, title }: { window: UiWindow; log: MessageLog; title: string }) {
    super()
    this.#window = window
    this.#log = log
    this.#title = title
  }

  get [KIND]() {
    return 'UIAPI'
  }

  show(): void {
    this.#opened()
    this.#window.setVisible?.(true)
  }

  hide(): void {
    this.#opened()
    this.#window.setVisible?.(false)
  }

  resize(width: unknown, height: unknown): void {
    this.#opened()
    // T:2824: at least 70 × 0.
    const size = [validated(z.number(), width, 'width'), validated(z.number(), height, 'height')] as const
    this.#window.resize(Math.max(MIN_WIDTH, size[0]), Math.max(0, size[1]))
  }

  reposition(x: unknown, y: unknown): void {
    this.#opened()
    const place = { x: validated(z.number(), x, 'x'), y: validated(z.number(), y, 'y') }
    this.#position = place
    this.#window.reposition?.(place.x, place.y)
  }

  /** Where nobody shows the window, page and screen are the same. */
  getPosition(): WindowPosition {
    this.#opened()
    return this.#window.position?.() ?? { windowSpace: { ...this.#position }, canvasSpace: { ...this.#position } }
  }

  close(): void {
    if (!this.#pipe) return
    this.#pipe.close()
    this.#pipe = undefined
    this.#window.close()
  }

  postMessage(message: unknown, options?: unknown): void {
    const { origin = '*' } = validated(POST_OPTIONS, options ?? {}, 'options')
    const pipe = this.#opened()
    const copy = carried(message)
    // The page that showUI opens has no origin, so no other origin is ever its own.
    if (origin !== '*' && origin !== 'null') return
    this.#log.add('code', copy)
    pipe.post(copy)
  }

  get onmessage(): F.MessageEventHandler | undefined {
    return this.#onmessage as F.MessageEventHandler | undefined
  }
  set onmessage(callback: unknown) {
    if (callback !== undefined && !isGuestFunction(callback)) {
      throw new FigmaError('Expected "onmessage" to have type function')
    }
    if (this.#onmessage !== undefined) this.#handlers.remove('message', this.#onmessage)
    if (callback !== undefined) this.#handlers.add('message', callback, { once: false })
    this.#onmessage = callback
  }

  on(type: unknown, callback: unknown): void {
    this.#handlers.add(messageType(type), callback, { once: false })
  }

  once(type: unknown, callback: unknown): void {
    this.#handlers.add(messageType(type), callback, { once: true })
  }

  off(type: unknown, callback: unknown): void {
    this.#handlers.remove(messageType(type), callback)
  }

  /** `figma.showUI`. What is shown already is closed first (T:348). */
  [OPEN](html: unknown, options: unknown): void {
    const page = validated(z.string(), html, 'html')
    const wanted = showOptions(options, this.#title)
    if (this.#pipe) this.close()
    // T:352: where nothing is said, the window opens where it was last.
    if (wanted.position) this.#position = wanted.position
    this.#pipe = new UiPipe(this.#window)
    this.#pipe.openWhen(this.#window.show(page, wanted))
  }

  /** A message of the page's. One that comes while the UI is closed, or that nobody listens for, is lost. */
  [RECEIVE](message: unknown): void {
    const copy = carried(message)
    this.#log.add('ui', copy)
    this.#pipe?.deliver(() => this.#handlers.tell('message', copy, { origin: 'null' }))
  }

  #opened(): UiPipe {
    if (!this.#pipe) throw new FigmaError('There is no UI. Call figma.showUI first')
    return this.#pipe
  }
}

const POST_OPTIONS = z.strictObject({ origin: z.string().optional() })

const messageType = (type: unknown) => validated(z.literal('message'), type, 'type')

/** px */
const MIN_WIDTH = 70
