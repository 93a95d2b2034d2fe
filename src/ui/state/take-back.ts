import { computed } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { type AfterRunServices, createAfterRun } from './after-run.ts'

export interface TakeBackServices extends AfterRunServices {
  code: Pick<Connection<Commands, Events>, 'call'>
}

export type TakeBackModel = ReturnType<typeof createTakeBack>

/** *Original for this run*: shows again what was there before on every layer that the run gave a result. */
export function createTakeBack({ code, ...services }: TakeBackServices) {
  /** What lies beside or is a new variant hides nothing, and what follows its component goes back with that. */
  const layers = computed(() => [
    ...new Set(
      services.run.rows.value.flatMap(({ placed, variant }) =>
        placed && !placed.beside && !placed.follows && !variant ? placed.id : [],
      ),
    ),
  ])
  return createAfterRun(services, {
    layers,
    work: () => code.call('showOriginals', { ids: layers.value }),
    left: ({ original }) => (original ? 0 : 1),
  })
}
