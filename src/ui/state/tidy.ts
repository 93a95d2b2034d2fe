import { computed, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { NoticeModel } from './notice.ts'
import type { ResultsModel } from './results.ts'
import type { RunModel } from './run.ts'

export interface TidyServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  run: RunModel
  results: ResultsModel
  notice: NoticeModel
}

export type TidyModel = ReturnType<typeof createTidy>

/** Leaves on the layers of a run only what shows. */
export function createTidy({ code, run, results, notice }: TidyServices) {
  const layers = computed(() => [...new Set(run.rows.value.flatMap(({ placed }) => placed?.id ?? []))])
  /** How many results went, until the run changes. */
  const removed = signal<number | undefined>(undefined)
  effect(() => {
    void run.tally.value
    removed.value = undefined
  })
  return {
    layers,
    removed,
    start: () =>
      notice.attempt(async () => {
        const answer = await code.call('tidy', { ids: layers.value })
        removed.value = answer.removed
        await results.readAgain()
      }),
  }
}
