import type { LayerRecord } from './layer-record.ts'

/** Who changed something: those at this editor, its plugins among them, or a colleague in the same file (T:3641). */
export type Origin = 'LOCAL' | 'REMOTE'

/** What one side changed without the other in between, as what each record was before: undefined if it was not there. */
export interface Stretch {
  origin: Origin
  before: ReadonlyMap<string, LayerRecord | undefined>
}

/** Notes what is changed, so that what came of it can be told or taken back at the cost of the change alone. */
export class Journal {
  #stretches: { origin: Origin; before: Map<string, LayerRecord | undefined> }[] = []

  note(id: string, before: LayerRecord | undefined, origin: Origin): void {
    const last = this.#stretches.at(-1)
    if (last?.origin !== origin) this.#stretches.push({ origin, before: new Map([[id, before]]) })
    else if (!last.before.has(id)) last.before.set(id, before)
  }

  /** What was noted since the last call, oldest first. */
  take(): Stretch[] {
    const stretches = this.#stretches
    this.#stretches = []
    return stretches
  }
}

/** The document at one moment. */
export type Moment = (id: string) => LayerRecord | undefined

/** The document before and after each stretch, given how it is now. Good only until it changes again. */
export function momentsOf(
  stretches: readonly Stretch[],
  now: Moment,
): { stretch: Stretch; before: Moment; after: Moment }[] {
  let after = now
  const moments = stretches.toReversed().map((stretch) => {
    const later = after
    const before: Moment = (id) => (stretch.before.has(id) ? stretch.before.get(id) : later(id))
    after = before
    return { stretch, before, after: later }
  })
  return moments.reverse()
}
