import { later } from '../later.ts'
import type { UiWindow } from '../ui-window.ts'

/** The way to one page and back. Everything on it arrives later and in order, and nothing once it is closed. */
export class UiPipe {
  readonly #window: UiWindow
  #waiting: unknown[] | undefined = []
  #closed = false

  constructor(window: UiWindow) {
    this.#window = window
  }

  /** Messages wait until the page has loaded (developers.figma.com, creating a user interface). */
  openWhen(shown: void | Promise<void>): void {
    void Promise.resolve(shown).then(() => {
      const waiting = this.#waiting ?? []
      this.#waiting = undefined
      for (const message of waiting) this.post(message)
    })
  }

  post(message: unknown): void {
    if (this.#waiting) this.#waiting.push(message)
    else this.deliver(() => this.#window.post(message))
  }

  deliver(work: () => void): void {
    later(() => {
      if (!this.#closed) work()
    })
  }

  close(): void {
    this.#closed = true
  }
}
