import type { Origin } from './journal.ts'
import type { Difference } from './step.ts'

/**
 * Which fields a colleague wrote last. Values alone cannot tell: they may have written what we wrote long before, and then
 * it is theirs all the same.
 */
export class Writers {
  readonly #theirs = new Map<string, Set<string>>()

  note(origin: Origin, differences: ReadonlyMap<string, Difference>): void {
    for (const [id, { before, after }] of differences) {
      const names = Object.keys(after ?? before ?? {})
      const theirs = this.#theirs.get(id) ?? new Set()
      for (const name of names) origin === 'REMOTE' ? theirs.add(name) : theirs.delete(name)
      if (theirs.size > 0) this.#theirs.set(id, theirs)
      else this.#theirs.delete(id)
    }
  }

  readonly areTheirs = (id: string, name: string): boolean => this.#theirs.get(id)?.has(name) ?? false
}
