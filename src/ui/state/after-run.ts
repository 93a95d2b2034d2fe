import { computed, effect, type Signal, signal } from '@preact/signals'
import type { NoticeModel } from './notice.ts'
import type { ResultsModel } from './results.ts'
import type { RunModel } from './run.ts'

export interface AfterRunServices {
  run: RunModel
  results: Pick<ResultsModel, 'readAgain'>
  notice: NoticeModel
  /** Shared by all that can be done: what was told last, in whose place nothing else is. */
  last?: Signal<unknown>
}

/** Something that is done to all layers of a run, and what came of it, until the run changes. */
export function createAfterRun<Told>(
  { run, results, notice, last = signal() }: AfterRunServices,
  work: () => Promise<Told>,
) {
  const own = signal<Told | undefined>(undefined)
  effect(() => {
    void run.tally.value
    own.value = undefined
  })
  return {
    told: computed(() => (last.value === own.value ? own.value : undefined)),
    start: () =>
      notice.attempt(async () => {
        last.value = undefined
        last.value = own.value = await work()
        await results.readAgain()
      }),
  }
}
