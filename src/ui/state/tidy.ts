import { computed } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { type AfterRunServices, createAfterRun, heldOn } from './after-run.ts'

export interface TidyServices extends AfterRunServices {
  code: Pick<Connection<Commands, Events>, 'call'>
}

export type TidyModel = ReturnType<typeof createTidy>

/** Leaves on the layers of a run only what shows; tells how many results went. */
export function createTidy({ code, ...services }: TidyServices) {
  const layers = computed(() => [...new Set(services.run.rows.value.flatMap(({ placed }) => placed?.id ?? []))])
  return createAfterRun(services, {
    layers,
    work: () => code.call('tidy', { ids: layers.value }),
    left: heldOn,
  })
}
