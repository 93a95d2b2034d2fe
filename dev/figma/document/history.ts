import type { LayerRecord } from './layer-record.ts'
import { settle } from './settle.ts'
import type { Snapshot, Tree } from './tree.ts'

/**
 * Undo and redo. A step is everything between two commits, whoever did it: a designer's action that follows plugin
 * edits which no `commitUndo` closed off takes them into its own step. What Figma does there is unknown; this is the
 * reading that punishes a plugin for not committing.
 */
export class History {
  readonly #tree: Tree
  #head: Snapshot
  #past: Snapshot[] = []
  #future: Snapshot[] = []

  constructor(tree: Tree) {
    this.#tree = tree
    this.#head = tree.snapshot()
  }

  /** Closes the step. Where nothing has changed, there is no step. */
  commit(): void {
    settle(this.#tree)
    const now = this.#tree.snapshot()
    if (isSame(this.#head, now)) return
    this.#past.push(this.#head)
    this.#future = []
    this.#head = now
  }

  /** Takes back the last step; what is not committed is one. */
  undo(): boolean {
    this.commit()
    return this.#step(this.#past, this.#future)
  }

  redo(): boolean {
    this.commit()
    return this.#step(this.#future, this.#past)
  }

  #step(from: Snapshot[], to: Snapshot[]): boolean {
    const next = from.pop()
    if (!next) return false
    to.push(this.#head)
    this.#head = next
    this.#tree.restore(next)
    return true
  }

  /** Every record that is there or could come back. */
  *records(): Generator<LayerRecord> {
    yield* this.#tree.all()
    for (const snapshot of [this.#head, ...this.#past, ...this.#future]) yield* snapshot.values()
  }
}

function isSame(one: Snapshot, other: Snapshot): boolean {
  if (one.size !== other.size) return false
  for (const [id, record] of one) {
    const now = other.get(id)
    if (now !== record && JSON.stringify(now) !== JSON.stringify(record)) return false
  }
  return true
}
