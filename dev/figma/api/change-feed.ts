import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { changesBetween } from '../document/changes-between.ts'
import { type Journal, momentsOf, type Stretch } from '../document/journal.ts'
import type { LayerRecord } from '../document/layer-record.ts'
import { styleChangesBetween } from '../document/style-changes.ts'
import type { Tree } from '../document/tree.ts'
import { later } from '../later.ts'
import type { Remote } from '../sandbox/remote.ts'
import { asFigma } from './as-figma.ts'
import { RemovedFace } from './nodes/removed-face.ts'

/** How what changed is looked up and named for the plugin. */
export interface ChangeNames {
  readonly tree: Tree
  /** The API object of a node. */
  faceOf(id: string): Remote
  /** The API object of a style that is there. */
  styleFaceOf(id: string): Remote
}

/** What has changed since the plugin was told last. It may be looked up only until the document changes again. */
export interface News {
  /** Within a page or the document. */
  within(rootId: string): F.NodeChange[]
  styles(): F.StyleChange[]
}

/** Gathers what changes in the document, whoever does it, and tells it later and in one go (T:571). */
export class ChangeFeed {
  readonly #names: ChangeNames
  readonly #tell: (news: News) => void
  #journal: Journal | undefined
  #due = false

  constructor(names: ChangeNames, tell: (news: News) => void) {
    this.#names = names
    this.#tell = tell
  }

  /** Costs nothing as long as nobody listens. */
  start(): void {
    this.#journal ??= this.#names.tree.watch()
  }

  /** Something in the document has changed. */
  hear(): void {
    if (!this.#journal || this.#due) return
    this.#due = true
    later(() => {
      this.#due = false
      if (this.#journal) this.#tell(this.#newsOf(this.#journal.take()))
    })
  }

  /** Leaves what has changed until now untold. */
  forget(): void {
    this.#journal?.take()
  }

  close(): void {
    if (this.#journal) this.#names.tree.unwatch(this.#journal)
    this.#journal = undefined
  }

  #newsOf(stretches: readonly Stretch[]): News {
    const { tree, faceOf, styleFaceOf } = this.#names
    const moments = () => momentsOf(stretches, (id) => tree.find(id))
    const nodeFor = (layer: LayerRecord) => (tree.find(layer.id) ? faceOf(layer.id) : new RemovedFace(layer))
    return {
      within: (rootId) =>
        moments().flatMap(({ stretch: { before, origin }, ...between }) =>
          changesBetween(before.keys(), between, rootId).map(({ layer, ...change }) => ({
            ...change,
            origin,
            node: asFigma<F.SceneNode | F.RemovedNode>(nodeFor(layer)),
          })),
        ),
      styles: () =>
        moments().flatMap(({ stretch: { before: touched, origin }, before, after }) =>
          styleChangesBetween(touched.keys(), before, after).map((change) => {
            const style = tree.find(change.id) ? asFigma<F.BaseStyle>(styleFaceOf(change.id)) : null
            return { ...change, origin, style } as F.StyleChange
          }),
        ),
    }
  }
}
