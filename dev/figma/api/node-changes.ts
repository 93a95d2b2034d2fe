import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ChangeFeed, type ChangeNames, type News } from './change-feed.ts'
import { Handlers } from './handlers.ts'

/** `page.on('nodechange')` (T:10732): all that changes on the page, told later and in one event. */
export class NodeChanges {
  readonly #handlers = new Handlers()
  readonly #pageIds = new Set<string>()
  readonly #feed: ChangeFeed

  constructor(names: ChangeNames) {
    this.#feed = new ChangeFeed(names, (news) => this.#tell(news))
  }

  add(pageId: string, callback: unknown, { once }: { once: boolean }): void {
    this.#handlers.add(pageId, callback, { once })
    this.#pageIds.add(pageId)
    this.#feed.start()
  }

  remove(pageId: string, callback: unknown): void {
    this.#handlers.remove(pageId, callback)
  }

  /** Something in the document has changed. */
  hear(): void {
    this.#feed.hear()
  }

  close(): void {
    this.#feed.close()
  }

  #tell(news: News): void {
    // All pages are looked at before the plugin hears of the first: what it does then is told next time.
    const events = [...this.#pageIds].map((pageId) => ({ pageId, nodeChanges: news.within(pageId) }))
    for (const { pageId, nodeChanges } of events) {
      if (nodeChanges.length > 0) this.#handlers.tell(pageId, { nodeChanges } satisfies F.NodeChangeEvent)
    }
  }
}
