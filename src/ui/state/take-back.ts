import { computed, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { NoticeModel } from './notice.ts'
import type { ResultsModel } from './results.ts'
import type { RunModel } from './run.ts'

export interface TakeBackServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  run: RunModel
  results: ResultsModel
  notice: NoticeModel
}

export type TakeBackModel = ReturnType<typeof createTakeBack>

/** *Original for this run*: shows again what was there before on every layer that the run gave a result. */
export function createTakeBack({ code, run, results, notice }: TakeBackServices) {
  /** What lies beside hides nothing. */
  const layers = computed(() => [
    ...new Set(run.rows.value.flatMap(({ placed }) => (placed && !placed.beside ? placed.id : []))),
  ])
  const told = signal<{ shown: number; missed: number; override: boolean } | undefined>(undefined)
  effect(() => {
    void run.tally.value
    told.value = undefined
  })
  return {
    layers,
    /** What came of it, until the run changes. */
    told,
    start: () =>
      notice.attempt(async () => {
        told.value = await code.call('showOriginals', { ids: layers.value })
        await results.readAgain()
      }),
  }
}
