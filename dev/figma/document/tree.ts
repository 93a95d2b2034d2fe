import { FigmaError } from '../errors.ts'
import { type LayerRecord, newRecord } from './layer-record.ts'

/** The records of a document by id, and the ways to change them. */
export class Tree {
  #records: Map<string, LayerRecord>
  #lastLayer = 1
  #lastPage = 0
  #touched = new Set<string>()
  readonly #changed: () => void

  constructor(title: string, changed: () => void) {
    this.#records = new Map([[ROOT, newRecord({ id: ROOT, type: 'DOCUMENT', name: title })]])
    this.#changed = changed
  }

  /** Undefined once it is removed. */
  find(id: string): LayerRecord | undefined {
    return this.#records.get(id)
  }

  /** Throws as Figma does for a removed node. */
  get(id: string): LayerRecord {
    const record = this.#records.get(id)
    if (!record) throw new FigmaError(`The node with id "${id}" does not exist`)
    return record
  }

  all(): Iterable<LayerRecord> {
    return this.#records.values()
  }

  change(id: string, part: Partial<LayerRecord>): void {
    this.#records.set(id, { ...this.get(id), ...part })
    this.#touched.add(id)
    this.#changed()
  }

  /** Makes a node on top of what its parent holds. */
  create(parentId: string, record: Omit<Parameters<typeof newRecord>[0], 'id'>): LayerRecord {
    const id = record.type === 'PAGE' ? `0:${++this.#lastPage}` : `1:${++this.#lastLayer}`
    const created = newRecord({ ...record, id, parentId, childIds: [] })
    this.#records.set(id, created)
    this.#touched.add(id)
    this.change(parentId, { childIds: [...this.get(parentId).childIds, id] })
    return created
  }

  /** Ids of what was changed, made or removed since the last call: see settle.ts. */
  takeTouched(): ReadonlySet<string> {
    const touched = this.#touched
    this.#touched = new Set()
    return touched
  }

  /** With everything in it. */
  remove(id: string): void {
    const { parentId, childIds } = this.get(id)
    for (const childId of childIds) this.remove(childId)
    if (parentId) this.change(parentId, { childIds: this.get(parentId).childIds.filter((other) => other !== id) })
    this.#records.delete(id)
    this.#touched.add(id)
    this.#changed()
  }

  /** `index` counts the children of the new parent before the move, as Figma's `insertChild` does. */
  move(id: string, parentId: string, index: number): void {
    const from = this.get(id).parentId
    const before = this.get(parentId).childIds
    const [below, above] = [before.slice(0, index), before.slice(index)]
    if (from) this.change(from, { childIds: this.get(from).childIds.filter((other) => other !== id) })
    const without = (ids: readonly string[]) => ids.filter((other) => other !== id)
    this.change(parentId, { childIds: [...without(below), id, ...without(above)] })
    this.change(id, { parentId })
  }

  /** The node, and then what it lies in, up to the document. */
  *chain(id: string): Generator<LayerRecord> {
    for (let at: string | null = id; at; ) {
      const record = this.get(at)
      yield record
      at = record.parentId
    }
  }

  /** The nodes in it, lowest first, each before what it holds. */
  *inside(id: string): Generator<LayerRecord> {
    for (const childId of this.get(id).childIds) {
      yield this.get(childId)
      yield* this.inside(childId)
    }
  }

  pageOf(id: string): LayerRecord | undefined {
    for (const record of this.chain(id)) if (record.type === 'PAGE') return record
    return undefined
  }

  snapshot(): Snapshot {
    return new Map(this.#records)
  }

  restore(snapshot: Snapshot): void {
    this.#records = new Map(snapshot)
    this.#changed()
  }
}

export type Snapshot = ReadonlyMap<string, LayerRecord>

/** The id of the document itself. */
export const ROOT = '0:0'
