import { effect, signal } from '@preact/signals'
import type { NoticeModel } from './notice.ts'
import type { ResultsModel } from './results.ts'
import type { RunModel } from './run.ts'

export interface AfterRunServices {
  run: RunModel
  results: Pick<ResultsModel, 'readAgain'>
  notice: NoticeModel
}

/** Something that is done to all layers of a run, and what came of it, until the run changes. */
export function createAfterRun<Told>({ run, results, notice }: AfterRunServices, work: () => Promise<Told>) {
  const told = signal<Told | undefined>(undefined)
  effect(() => {
    void run.tally.value
    told.value = undefined
  })
  return {
    told,
    start: () =>
      notice.attempt(async () => {
        told.value = await work()
        await results.readAgain()
      }),
  }
}
