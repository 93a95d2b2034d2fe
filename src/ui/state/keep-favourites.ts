import { computed } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import { type AfterRunServices, createAfterRun, heldOn } from './after-run.ts'
import type { ResultsModel } from './results.ts'

export interface KeepFavouritesServices extends AfterRunServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  results: Pick<ResultsModel, 'readAgain' | 'follow' | 'of' | 'marked'>
}

export type KeepFavouritesModel = ReturnType<typeof createKeepFavourites>

/** *Keep favourites* for the layers of a run on which some were marked; it tells how many results went. */
export function createKeepFavourites({ code, ...services }: KeepFavouritesServices) {
  const { run, results } = services
  const layers = computed(() => {
    const marked = results.marked.value
    return [...new Set(run.rows.value.flatMap(({ placed }) => (placed && marked.has(placed.id) ? placed.id : [])))]
  })
  return createAfterRun(services, {
    layers,
    work: () => code.call('keepFavourites', { ids: layers.value }),
    left: heldOn,
  })
}
