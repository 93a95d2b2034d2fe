import { FigmaError } from '../errors.ts'
import { MirrorIndex } from './instances/mirror-index.ts'
import { Journal, type Origin } from './journal.ts'
import { type LayerRecord, newRecord } from './layer-record.ts'

/** The records of a document by id, and the ways to change them. It is long because a class has its members in one place. */
export class Tree {
  readonly #records: Map<string, LayerRecord>
  readonly #mirrors = new MirrorIndex()
  readonly #journals = new Set<Journal>()
  #origin: Origin = 'LOCAL'
  #lastLayer = 1
  #lastPage = 0
  #touched = new Set<string>()
  readonly #changed: (structure: boolean) => void

  /** `changed` hears of each change, and whether by it a layer may have come, gone or moved to another parent. */
  constructor(title: string, changed: (structure: boolean) => void) {
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

  /** Ids of what follows this layer: its copies in instances, and of a component its instances. */
  mirrorsOf(id: string): string[] {
    return this.#mirrors.of(id)
  }

  change(id: string, part: Partial<LayerRecord>): void {
    this.#write(id, { ...this.get(id), ...part })
    this.#changed('parentId' in part || 'childIds' in part)
  }

  /** Makes a node on top of what its parent holds. */
  create(parentId: string, record: Omit<Parameters<typeof newRecord>[0], 'id'>): LayerRecord {
    const id = record.type === 'PAGE' ? `0:${++this.#lastPage}` : `1:${++this.#lastLayer}`
    const created = newRecord({ ...record, id, parentId, childIds: [] })
    this.#write(id, created)
    this.change(parentId, { childIds: [...this.get(parentId).childIds, id] })
    return created
  }

  /** A number that no id here has, for ids that are made elsewhere. */
  newNumber(): number {
    return ++this.#lastLayer
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
    this.drop(id)
  }

  /** Without what it lies in and what lies in it: for those who mend both themselves. */
  drop(id: string): void {
    this.#write(id, undefined)
    this.#changed(true)
  }

  /** A whole record, new or in the place of the one with its id. As above. */
  put(record: LayerRecord): void {
    this.#write(record.id, record)
    this.#changed(true)
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

  /** What `work` changes is noted as changed by `origin`; otherwise it is those at this editor. */
  by<T>(origin: Origin, work: () => T): T {
    const before = this.#origin
    this.#origin = origin
    try {
      return work()
    } finally {
      this.#origin = before
    }
  }

  /** From now on all that changes is noted in this journal, until `unwatch`. */
  watch(): Journal {
    const journal = new Journal()
    this.#journals.add(journal)
    return journal
  }

  unwatch(journal: Journal): void {
    this.#journals.delete(journal)
  }

  #write(id: string, record: LayerRecord | undefined): void {
    const before = this.#records.get(id)
    for (const journal of this.#journals) journal.note(id, before, this.#origin)
    this.#mirrors.note(id, before, record)
    this.#touched.add(id)
    if (record) this.#records.set(id, record)
    else this.#records.delete(id)
  }
}

/** The id of the document itself. */
export const ROOT = '0:0'
