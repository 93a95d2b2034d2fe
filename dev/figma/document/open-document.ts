import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ImageStore } from '../images/image-store.ts'
import { paintsFrom } from '../values/paints.ts'
import type { PaintSpec, WorldData } from '../world.ts'
import { addLayer } from './add-layer.ts'
import { History } from './history.ts'
import { hashesOf } from './image-hashes.ts'
import { settle } from './settle.ts'
import { ROOT, Tree } from './tree.ts'

export type Change = 'document' | 'selection' | 'page'

/** A document that is open in the editor: its layers, images and history, and what is shown and selected. */
export class OpenDocument {
  readonly tree: Tree
  readonly history: History
  readonly images = new ImageStore()
  readonly #pictures: WorldData['pictures']
  readonly #selections = new Map<string, readonly string[]>()
  readonly #listeners = new Set<(change: Change) => void>()
  #pageId: string

  constructor({ title, pages, pictures }: WorldData) {
    if (pages.length === 0) throw new Error(`The world “${title}” has no page.`)
    this.tree = new Tree(title, () => this.#changed())
    this.#pictures = pictures
    for (const { name, layers } of pages) {
      const page = this.tree.create(ROOT, { type: 'PAGE', name })
      for (const layer of layers) addLayer(this, layer, page.id)
    }
    this.#pageId = this.tree.get(ROOT).childIds[0]!
    settle(this.tree)
    this.history = new History(this.tree)
  }

  get pageId(): string {
    return this.#pageId
  }

  showPage(id: string): void {
    if (id === this.#pageId) return
    this.#pageId = id
    this.#tell('page')
  }

  /** What is selected on a page and still there. */
  selectionOf(pageId: string): readonly string[] {
    return (this.#selections.get(pageId) ?? []).filter((id) => this.tree.find(id))
  }

  select(pageId: string, ids: readonly string[]): void {
    const before = this.selectionOf(pageId)
    const after = [...new Set(ids)]
    this.#selections.set(pageId, after)
    if (before.length === after.length && after.every((id) => before.includes(id))) return
    this.#tell('selection')
  }

  /** Paints as they are stored. Throws as Figma does for those it refuses. */
  storedPaints(value: unknown): F.Paint[] {
    return paintsFrom(value, 'fills', (hash) => this.images.get(hash) !== undefined)
  }

  /** As above, where a paint may name a picture of the world instead of an image of the file. */
  paintsFromSpecs(paints: readonly (PaintSpec | F.Paint)[]): F.Paint[] {
    return this.storedPaints(paints.map((paint) => this.#withHash(paint)))
  }

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Drops the images that no layer uses, now or in the history. */
  discardUnusedImages(): void {
    const used = new Set<string>()
    for (const record of this.history.records()) for (const hash of hashesOf(record)) used.add(hash)
    this.images.keepOnly(used)
  }

  #withHash(paint: PaintSpec | F.Paint): unknown {
    if (!('picture' in Object(paint))) return paint
    const { picture, ...rest } = paint as Extract<PaintSpec, { picture: string }>
    const bytes = Object.hasOwn(this.#pictures, picture) ? this.#pictures[picture] : undefined
    if (!bytes) throw new Error(`The world has no picture “${picture}”.`)
    return { ...rest, imageHash: this.images.add(bytes).hash }
  }

  /** What is removed is no longer selected. */
  #changed(): void {
    this.#tell('document')
    for (const [pageId, ids] of this.#selections) {
      if (ids.every((id) => this.tree.find(id))) continue
      this.#selections.set(pageId, this.selectionOf(pageId))
      this.#tell('selection')
    }
  }

  #tell(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change)
  }
}
