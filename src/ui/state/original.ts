import { effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Commands, Events, Shown } from '../../shared/protocol.ts'
import type { SelectionModel } from './selection.ts'

/** Where an original is showing, and what it left behind there. */
export interface OriginalShown extends Shown {
  layer: string
}

/** Asks for a layer's original. That it shows already is an answer, and no fault. */
export async function bringBack(code: Pick<Connection<Commands, Events>, 'call'>, layer: string): Promise<Shown> {
  try {
    return await code.call('showOriginal', { id: layer })
  } catch (thrown) {
    if (toAppError(thrown).fault !== 'layer') throw thrown
    const found = await code.call('readResults', { id: layer }).catch(() => undefined)
    // Without a result there, it is not known what shows.
    if (!found?.original || found.results.length === 0) throw thrown
    return { override: false }
  }
}

export type OriginalModel = ReturnType<typeof createOriginal>

/** Brings originals back, and says so for a moment: what happens to a layer afterwards is not always heard of. */
export function createOriginal(selection: SelectionModel, bringBack: (layer: string) => Promise<Shown>) {
  const shown = signal<OriginalShown | undefined>(undefined)
  let watched: string | undefined
  let before = ''
  let hasChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const sourcesOf = (layer: string | undefined) =>
    JSON.stringify(selection.rows.value.filter(({ id }) => id === layer).map(({ source }) => source))

  /** An undo takes it back. The rows come late: one that was read before the result was there is no sign of an undo. */
  effect(() => {
    if (sourcesOf(watched) !== before) hasChanged = true
    else if (hasChanged) shown.value = undefined
  })

  return {
    shown,
    /** Something else is shown now. */
    forget() {
      shown.value = undefined
    },
    async show(layer: string) {
      watched = layer
      before = sourcesOf(layer)
      hasChanged = false
      const { override } = await bringBack(layer)
      shown.value = { layer, override }
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          shown.value = undefined
        },
        override ? READ_FOR : SAID_FOR,
      )
    },
  }
}

/** ms */
const SAID_FOR = 4000
/** ms: a sentence takes longer to read. */
const READ_FOR = 12_000
