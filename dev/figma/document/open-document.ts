import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ImageStore, type StoredImage } from '../images/image-store.ts'
import { later } from '../later.ts'
import { paintsFrom } from '../values/paints.ts'
import type { LayerSpec, PaintSpec, WorldData } from '../world.ts'
import { addLayers } from './add-layer.ts'
import { addPage } from './add-page.ts'
import { History } from './history.ts'
import { hashesOf } from './image-hashes.ts'
import { INTERNAL, internalHolder } from './instances/internal.ts'
import { paintSources, worldSources } from './paint-sources.ts'
import type { TextRun } from './parts/text-content.ts'
import { settle } from './settle.ts'
import { WorldStyles } from './styles/world-styles.ts'
import { ROOT, Tree } from './tree.ts'
import { WorldVariables } from './variables/world-variables.ts'

export type Change = 'document' | 'selection' | 'page'

/**
 * A document that is open in the editor: its layers, images and history, and what is shown and selected. It is long because
 * a class has its members in one place.
 */
export class OpenDocument {
  readonly tree: Tree
  readonly history: History
  readonly images = new ImageStore()
  readonly variables: WorldVariables
  readonly styles: WorldStyles
  readonly #pictures: WorldData['pictures']
  readonly #selections = new Map<string, readonly string[]>()
  readonly #listeners = new Set<(change: Change) => void>()
  readonly colorProfile: F.DocumentNode['documentColorProfile']
  #pageId: string

  constructor(world: WorldData) {
    const { title, pages, pictures, library = [], colorProfile = 'SRGB' } = world
    if (pages.length === 0) throw new Error(`The world “${title}” has no page.`)
    this.tree = new Tree(title, (structure) => this.#changed(structure))
    this.#pictures = pictures
    this.variables = new WorldVariables(this.tree, world)
    this.styles = new WorldStyles(this, world)
    this.colorProfile = colorProfile
    addLayers(this, [
      ...library.map((layer) => ({ layer, parentId: internalHolder(this.tree) })),
      ...pages.flatMap(({ name, layers }) => {
        const parentId = addPage(this.tree, name)
        return layers.map((layer) => ({ layer, parentId }))
      }),
    ])
    this.#pageId = this.tree.get(ROOT).childIds[0]!
    // Made before the history begins, so that it is part of no step.
    internalHolder(this.tree)
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

  /** What is selected on a page and still there. T:10670: never a layer together with one that it lies in. */
  selectionOf(pageId: string): readonly string[] {
    const ids = this.#selections.get(pageId) ?? []
    const all = new Set(ids)
    return ids.filter((id) => this.tree.find(id) && this.#isSelected(id, pageId, all))
  }

  select(pageId: string, ids: readonly string[]): void {
    const before = this.selectionOf(pageId)
    this.#selections.set(pageId, [...new Set(ids)])
    const after = this.selectionOf(pageId)
    this.#selections.set(pageId, after)
    if (before.length === after.length && after.every((id) => before.includes(id))) return
    this.#tell('selection')
  }

  /** Paints as they are stored. Throws as Figma does for those it refuses. */
  storedPaints(value: unknown, property = 'fills', options: { takesPatterns?: boolean } = {}): F.Paint[] {
    return paintsFrom(value, property, paintSources(this.tree, this.images, options))
  }

  /** As above, where a paint may name a picture of the world instead of an image of the file. */
  paintsFromSpecs(paints: readonly (PaintSpec | F.Paint)[]): F.Paint[] {
    const stored = paints.map((paint) => this.#withHash(paint))
    return paintsFrom(stored, 'fills', worldSources(this.images))
  }

  /** Where some letters of a text differ, of a world. */
  runsFromSpecs(runs: NonNullable<NonNullable<LayerSpec['text']>['runs']>): TextRun[] {
    return runs.map(({ fills, ...run }) => ({ ...run, ...(fills && { fills: this.paintsFromSpecs(fills) }) }))
  }

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Drops the images that no layer uses, now or in the history. */
  discardUnusedImages(): void {
    this.images.keepOnly(this.#usedHashes())
  }

  /**
   * A new image, which is gone soon unless a layer comes to use it. One answer of Figma's may come before: its own
   * example (docs, createImageAsync) waits for the size of the image and then paints with it.
   */
  addImage(bytes: Uint8Array): StoredImage {
    const image = this.images.add(bytes)
    later(() =>
      later(() => {
        if (this.images.get(image.hash) !== image || this.#isUsed(image.hash)) return
        this.images.discard(image.hash)
      }),
    )
    return image
  }

  /** The newest of the history first: what was just made is most often used by what was done last. */
  #isUsed(hash: string): boolean {
    for (const record of this.history.records()) if (hashesOf(record).includes(hash)) return true
    return false
  }

  /** Of images that layers use, now or in the history. */
  #usedHashes(): Set<string> {
    return new Set([...this.history.records()].flatMap(hashesOf))
  }

  #withHash(paint: PaintSpec | F.Paint): unknown {
    if (!('picture' in Object(paint))) return this.variables.bound(paint)
    const { picture, ...rest } = paint as Extract<PaintSpec, { picture: string }>
    const bytes = Object.hasOwn(this.#pictures, picture) ? this.#pictures[picture] : undefined
    if (!bytes) throw new Error(`The world has no picture “${picture}”.`)
    return { ...rest, imageHash: this.images.add(bytes).hash }
  }

  /** What is removed, moved to another page or moved into what is selected is no longer selected (T:552). */
  #changed(structure: boolean): void {
    this.#tell('document')
    if (!structure) return
    for (const [pageId, ids] of this.#selections) {
      const left = this.selectionOf(pageId)
      if (left.length === ids.length) continue
      this.#selections.set(pageId, left)
      this.#tell('selection')
    }
    // A page that is shown can go with the undo of its making.
    if (!this.tree.find(this.#pageId)) this.showPage(this.tree.get(ROOT).childIds[0]!)
  }

  #isSelected(id: string, pageId: string, selected: ReadonlySet<string>): boolean {
    for (let at = this.tree.find(id); at; at = this.tree.find(at.parentId!)) {
      if (at.type === 'PAGE') return at.id === pageId
      if (at.id === INTERNAL) return false
      if (selected.has(at.parentId!)) return false
    }
    return true
  }

  #tell(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change)
  }
}
