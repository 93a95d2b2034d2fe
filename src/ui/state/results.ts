import { effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import { toAppError } from '../../shared/errors.ts'
import type { Commands, Events, LayerResult, LayerResults } from '../../shared/protocol.ts'
import type { NoticeModel } from './notice.ts'
import type { SelectionModel } from './selection.ts'

export interface ResultsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: SelectionModel
  notice: NoticeModel
  /** What shows on a layer is about to change. */
  onChange(): void
}

export type ResultsModel = ReturnType<typeof createResults>

/** The results on the layers that are looked at, as the document has them, and what may be done about them. */
export function createResults({ code, selection, notice, onChange }: ResultsServices) {
  const known = signal<ReadonlyMap<string, LayerResults>>(new Map())
  /** How many places of the panel look at a layer. */
  const looks = new Map<string, number>()
  const latest = new Map<string, number>()
  /** Layers on which a favourite was marked. */
  const marked = signal<ReadonlySet<string>>(new Set())

  async function read(layer: string) {
    const mine = (latest.get(layer) ?? 0) + 1
    latest.set(layer, mine)
    const results = await code.call('readResults', { id: layer }).catch((thrown) => {
      // A layer that is gone has none; of another one that cannot be read now, those stay that were known.
      const isGone = toAppError(thrown).fault === 'layer'
      return (isGone ? undefined : known.peek().get(layer)) ?? NO_RESULTS
    })
    if (latest.get(layer) === mine && looks.has(layer)) known.value = new Map(known.value).set(layer, results)
  }

  const readAgain = async () => void (await Promise.all([...looks.keys()].map(read)))

  /** One layer's results may lie on another, so all that are looked at are read again. */
  async function change(work: () => Promise<unknown>) {
    onChange()
    await notice.attempt(work)
    await readAgain()
  }

  /** An undo changes the rows of what is selected. */
  effect(() => {
    void selection.rows.value
    void readAgain()
  })

  return {
    of: (layer: string) => known.value.get(layer),
    /** Keeps the layer's results known until the function that it answers is called. */
    follow(layer: string) {
      looks.set(layer, (looks.get(layer) ?? 0) + 1)
      void read(layer)
      return () => {
        const left = looks.get(layer)! - 1
        if (left > 0) return looks.set(layer, left)
        looks.delete(layer)
        const others = new Map(known.peek())
        others.delete(layer)
        known.value = others
      }
    },
    /** What is done to layers that are not selected is not heard of: to be called when the designer comes back. */
    readAgain,
    show: (layer: string, { hash }: LayerResult) => change(() => code.call('showResult', { id: layer, hash })),
    keepOnly: (layer: string, { hash }: LayerResult) => change(() => code.call('keepOnly', { id: layer, hash })),
    /** Layers that have, or had, favourites of this panel. */
    marked,
    /** What shows stays as it is. */
    async mark(layer: string, { on, hash }: LayerResult, favourite: boolean) {
      await notice.attempt(() => code.call('markFavourite', { id: layer, hash, favourite }))
      if (favourite) marked.value = new Set(marked.value).add(on)
      await readAgain()
    },
    keepFavourites: (layer: string) => change(() => code.call('keepFavourites', { ids: [layer] })),
    backToStyle: (layer: string) => change(() => code.call('backToStyle', { id: layer })),
    showLayer: (layer: string) => notice.attempt(() => code.call('showLayer', { id: layer })),
  }
}

/** Of a layer that is no longer there. */
const NO_RESULTS: LayerResults = { results: [], original: true }
