import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Changed, LayerResults } from '../../shared/protocol.ts'
import type { NoticeModel } from './notice.ts'
import type { ResultsModel } from './results.ts'
import type { RunModel } from './run.ts'

export interface AfterRunServices {
  run: RunModel
  results: Pick<ResultsModel, 'readAgain' | 'follow' | 'of'>
  notice: NoticeModel
  /** Shared by all that can be done: what was told last, in whose place nothing else is. */
  last?: Signal<unknown>
}

interface Act<Told> {
  layers: ReadonlySignal<readonly string[]>
  work(): Promise<Told>
  /** What it makes less on a layer: where there is more again, it was undone. */
  left(found: LayerResults): number
}

/** Something that is done to all layers of a run, and what came of it, until the run changes or it is undone. */
export function createAfterRun<Told extends Changed>(
  { run, results, notice, last = signal() }: AfterRunServices,
  { layers, work, left }: Act<Told>,
) {
  const own = signal<Told | undefined>(undefined)
  /** What was left on each layer, as far as it was looked at. */
  const least = new Map<string, number>()
  effect(() => {
    void run.tally.value
    own.value = undefined
  })
  const told = computed(() => (last.value === own.value ? own.value : undefined))
  effect(() => {
    const changed = told.value?.last
    return changed === undefined ? undefined : results.follow(changed)
  })
  effect(() => {
    for (const id of told.value ? [...layers.value, told.value.last ?? ''] : []) {
      const found = results.of(id)
      if (!found) continue
      const now = left(found)
      least.set(id, Math.min(now, least.get(id) ?? now))
      if (now > least.get(id)!) own.value = undefined
    }
  })
  return {
    layers,
    told,
    start: () =>
      notice.attempt(async () => {
        last.value = undefined
        least.clear()
        last.value = own.value = await work()
        await results.readAgain()
      }),
  }
}

export const heldOn = ({ results }: LayerResults) => results.length
