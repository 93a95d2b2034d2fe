import type { Journal } from './journal.ts'
import type { LayerRecord } from './layer-record.ts'
import { settle } from './settle.ts'
import { differencesOf, recordsIn, type Step } from './step.ts'
import { takeBack } from './take-back.ts'
import type { Tree } from './tree.ts'
import { Writers } from './writers.ts'

/**
 * Undo and redo. A step is everything done at this editor between two commits, whoever did it: a designer's action that
 * follows plugin edits which no `commitUndo` closed off takes them into its own step. What Figma does there is unknown;
 * this is the reading that punishes a plugin for not committing.
 *
 * A step keeps what it changed and nothing else, so that undo leaves alone what a colleague did meanwhile. What redo does
 * is what undo then really took back: undo followed by redo changes nothing.
 */
export class History {
  readonly #tree: Tree
  readonly #journal: Journal
  readonly #writers = new Writers()
  #past: Step[] = []
  #future: Step[] = []

  constructor(tree: Tree) {
    this.#tree = tree
    this.#journal = tree.watch()
  }

  /** Closes the step. Where nothing has changed, there is no step. */
  commit(): void {
    settle(this.#tree)
    const step = this.#taken()
    if (step.length === 0) return
    this.#past.push(step)
    this.#future = []
  }

  /** Takes back the last step of which something is left; what is not committed is one. */
  undo(): boolean {
    this.commit()
    return this.#move(this.#past, this.#future)
  }

  redo(): boolean {
    this.commit()
    return this.#move(this.#future, this.#past)
  }

  #move(from: Step[], to: Step[]): boolean {
    for (let step = from.pop(); step; step = from.pop()) {
      // Before a step the document was at rest already: only a mixture needs to come to rest.
      const exact = step.toReversed().map((part) => takeBack(this.#tree, part, this.#writers.areTheirs))
      if (exact.every(Boolean)) this.#tree.takeTouched()
      else settle(this.#tree)
      const undone = this.#taken()
      if (undone.length === 0) continue
      to.push(undone)
      return true
    }
    return false
  }

  #taken(): Step {
    const all = differencesOf(this.#journal.take(), (id) => this.#tree.find(id))
    for (const { origin, differences } of all) this.#writers.note(origin, differences)
    return all
      .filter(({ origin, differences }) => origin === 'LOCAL' && differences.size > 0)
      .map(({ differences }) => differences)
  }

  /** The fields that could come back, newest first, and every record that is there. */
  *records(): Generator<Partial<LayerRecord>> {
    for (let at = this.#past.length - 1; at >= 0; at--) yield* recordsIn(this.#past[at]!)
    for (const step of this.#future) yield* recordsIn(step)
    yield* this.#tree.all()
  }
}
