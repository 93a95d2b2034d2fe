import * as z from 'zod'
import type { Change } from '../document/open-document.ts'
import { notSimulated } from '../errors.ts'
import { later } from '../later.ts'
import { validated } from '../values/validated.ts'
import { Handlers } from './handlers.ts'

/** The events of `figma.on`. Figma: they come asynchronously and coalesced (T:470–760); only `close` comes at once. */
export class FigmaEvents {
  readonly #handlers = new Handlers()
  readonly #due = new Set<string>()
  #closed = false

  add(type: unknown, callback: unknown, { once }: { once: boolean }): void {
    this.#handlers.add(eventType(type), callback, { once })
  }

  remove(type: unknown, callback: unknown): void {
    this.#handlers.remove(eventType(type), callback)
  }

  /** However often something changes before the plugin hears of it, it hears once. */
  hear(change: Change): void {
    const type = EVENTS[change]
    if (!type || this.#due.has(type)) return
    this.#due.add(type)
    later(() => {
      this.#due.delete(type)
      if (!this.#closed) this.#handlers.tell(type)
    })
  }

  run(command: string): void {
    later(() => {
      if (!this.#closed) this.#handlers.tell('run', { command, parameters: undefined })
    })
  }

  /** T:742: synchronous, and the last thing that the plugin hears. */
  close(): void {
    this.#closed = true
    this.#handlers.tell('close')
  }
}

const EVENTS: Partial<Record<Change, string>> = { selection: 'selectionchange', page: 'currentpagechange' }

function eventType(type: unknown): string {
  const name = validated(z.string(), type, 'type')
  if (!['selectionchange', 'currentpagechange', 'close', 'run'].includes(name))
    throw notSimulated(`the event “${name}”`)
  return name
}
