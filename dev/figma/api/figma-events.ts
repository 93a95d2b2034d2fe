import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import type { Change } from '../document/open-document.ts'
import { ROOT } from '../document/tree.ts'
import { FigmaError, notSimulated } from '../errors.ts'
import { later } from '../later.ts'
import { validated } from '../values/validated.ts'
import { ChangeFeed, type ChangeNames, type News } from './change-feed.ts'
import { Handlers } from './handlers.ts'
import type { LoadedPages } from './loaded-pages.ts'

/** The events of `figma.on`. Figma: they come asynchronously and coalesced (T:470–760); only `close` comes at once. */
export class FigmaEvents {
  readonly #handlers = new Handlers()
  readonly #due = new Set<string>()
  readonly #pages: LoadedPages
  readonly #document: ChangeFeed
  readonly #styles: ChangeFeed
  #closed = false

  constructor(names: ChangeNames, pages: LoadedPages) {
    this.#pages = pages
    this.#document = new ChangeFeed(names, (news) => this.#tellDocument(news))
    this.#styles = new ChangeFeed(names, (news) => this.#tellStyles(news))
  }

  add(type: unknown, callback: unknown, { once }: { once: boolean }): void {
    const name = eventType(type)
    if (name === 'documentchange' && !this.#pages.all) throw new FigmaError(INCREMENTAL)
    this.#handlers.add(name, callback, { once })
    if (name === 'documentchange') this.#document.start()
    if (name === 'stylechange') this.#styles.start()
  }

  remove(type: unknown, callback: unknown): void {
    this.#handlers.remove(eventType(type), callback)
  }

  /** However often something changes before the plugin hears of it, it hears once. */
  hear(change: Change): void {
    if (change === 'document') {
      this.#document.hear()
      this.#styles.hear()
    }
    for (const type of EVENTS[change]) this.#soon(type)
  }

  run(event: F.RunParametersEvent): void {
    later(() => {
      if (!this.#closed) this.#handlers.tell('run', event)
    })
  }

  /** T:689: whether the plugin takes what was dropped, by answering false. */
  drop(event: F.DropEvent): boolean {
    return !this.#closed && this.#handlers.reply('drop', event).includes(false)
  }

  /** T:742: synchronous, and the last thing that the plugin hears. What it answers keeps nothing open. */
  close(): void {
    this.fallSilent()
    this.#handlers.tell('close')
  }

  /** The plugin hears nothing more, not even that. */
  fallSilent(): void {
    this.#closed = true
    this.#document.close()
    this.#styles.close()
  }

  #soon(type: string): void {
    if (this.#due.has(type)) return
    this.#due.add(type)
    later(() => {
      this.#due.delete(type)
      if (!this.#closed) this.#handlers.tell(type)
    })
  }

  #tellDocument(news: News): void {
    const documentChanges: F.DocumentChange[] = [...news.within(ROOT), ...news.styles()]
    if (documentChanges.length === 0) return
    this.#handlers.tell('documentchange', { documentChanges } satisfies F.DocumentChangeEvent)
    // T:592: what the plugin did in its handler is not told.
    this.#document.forget()
  }

  #tellStyles(news: News): void {
    const styleChanges = news.styles()
    if (styleChanges.length > 0) this.#handlers.tell('stylechange', { styleChanges } satisfies F.StyleChangeEvent)
  }
}

/** T:533: another page has another selection. */
const EVENTS: Readonly<Record<Change, readonly string[]>> = {
  document: [],
  selection: ['selectionchange'],
  page: ['currentpagechange', 'selectionchange'],
}

function eventType(type: unknown): string {
  const name = validated(z.string(), type, 'type')
  if (SIMULATED.has(name)) return name
  if (OTHERS.has(name)) throw notSimulated(`the event “${name}”`)
  throw new FigmaError(`"${name}" is not a valid event type`)
}

const SIMULATED: ReadonlySet<string> = new Set([
  ...['selectionchange', 'currentpagechange', 'close', 'run', 'drop', 'documentchange', 'stylechange'],
])

/** Of FigJam, Slides, Buzz and text review. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['timerstart', 'timerstop', 'timerpause', 'timerresume', 'timeradjust', 'timerdone'],
  ...['textreview', 'slidesviewchange', 'canvasviewchange'],
])

/** Reported word for word by several who met it. */
const INCREMENTAL =
  'Cannot register documentchange handler in incremental mode without calling figma.loadAllPagesAsync first.'
