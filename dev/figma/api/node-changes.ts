import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { changesBetween, type LayerChange } from '../document/changes-between.ts'
import type { Snapshot, Tree } from '../document/tree.ts'
import { later } from '../later.ts'
import type { Remote } from '../sandbox/remote.ts'
import { asFigma } from './as-figma.ts'
import { Handlers } from './handlers.ts'
import { RemovedFace } from './nodes/removed-face.ts'

/** `page.on('nodechange')` (T:10732): all that changes on the page, whoever did it, told later and in one event. */
export class NodeChanges {
  readonly #tree: Tree
  readonly #faceOf: (id: string) => Remote
  readonly #handlers = new Handlers()
  readonly #pageIds = new Set<string>()
  /** The document as the plugin last heard of it; nothing as long as no page has a handler. */
  #heard: Snapshot | undefined
  #due = false
  #closed = false

  constructor(tree: Tree, faceOf: (id: string) => Remote) {
    this.#tree = tree
    this.#faceOf = faceOf
  }

  add(pageId: string, callback: unknown, { once }: { once: boolean }): void {
    this.#handlers.add(pageId, callback, { once })
    this.#pageIds.add(pageId)
    this.#heard ??= this.#tree.snapshot()
  }

  remove(pageId: string, callback: unknown): void {
    this.#handlers.remove(pageId, callback)
  }

  /** Something in the document has changed. */
  hear(): void {
    if (!this.#heard || this.#due) return
    this.#due = true
    later(() => this.#tell())
  }

  close(): void {
    this.#closed = true
  }

  #tell(): void {
    this.#due = false
    if (this.#closed) return
    const [before, after] = [this.#heard!, this.#tree.snapshot()]
    this.#heard = after
    for (const pageId of this.#pageIds) {
      const nodeChanges = changesBetween(before, after, pageId).map((change) => this.#told(change))
      if (nodeChanges.length > 0) this.#handlers.tell(pageId, { nodeChanges } satisfies F.NodeChangeEvent)
    }
  }

  #told({ layer, ...change }: LayerChange): F.NodeChange {
    const face = this.#tree.find(layer.id) ? this.#faceOf(layer.id) : new RemovedFace(layer)
    return { ...change, origin: 'LOCAL', node: asFigma<F.SceneNode | F.RemovedNode>(face) }
  }
}
