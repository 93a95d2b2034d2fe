import { computed, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events, LayerRow, VariantSource } from '../../shared/protocol.ts'
import type { ChoiceModel } from './choice.ts'
import type { FormModel } from './form.ts'
import type { EditableRow, SelectionModel } from './selection.ts'

export interface VariantSourcesServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  selection: Pick<SelectionModel, 'rows'>
  choice: Pick<ChoiceModel, 'chosen'>
  form: Pick<FormModel, 'all'>
}

/** By the keys of rows. */
export type KnownSources = ReadonlyMap<string, VariantSource>

/** Of which component each chosen row's picture would make a new variant, read while that is the place. */
export function createVariantSources({ code, selection, choice, form }: VariantSourcesServices) {
  const known = signal<KnownSources>(new Map())
  const isWanted = computed(() => form.all.value.place === 'variant')
  const rows = computed((): readonly EditableRow[] => (isWanted.value ? choice.chosen.value : []))
  const key = computed(() => keyOf(rows.value))

  async function read(wanted: readonly EditableRow[], signal?: AbortSignal): Promise<KnownSources> {
    if (wanted.length === 0) return new Map()
    const found = await code.call('readVariantSources', { layers: wanted.map(placedIn) }, { signal })
    const sources = new Map(wanted.map((row, index) => [row.key, found[index] ?? GONE]))
    if (!signal?.aborted && keyOf(wanted) === key.peek()) known.value = sources
    return sources
  }

  /** Also when the same is selected: what became a component is told as other rows, or as the same ones anew. */
  effect(() => {
    void selection.rows.value
    if (key.value === '') return
    const stop = new AbortController()
    // What cannot be read is said when Run is pressed, which reads anew.
    const timer = setTimeout(() => void read(rows.peek(), stop.signal).catch(() => {}), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  })

  return {
    /** Undefined until it is known. Followed. */
    of: (row: LayerRow) => known.value.get(row.key),
    /** As the document has them now. */
    read: (wanted: readonly EditableRow[]) => read(wanted),
  }
}

const placedIn = ({ id, inside }: LayerRow) => ({ id, container: inside?.id ?? id })
const keyOf = (rows: readonly LayerRow[]) => (rows.length > 0 ? JSON.stringify(rows.map(({ key }) => key)) : '')

const GONE: VariantSource = { kind: 'none', why: 'gone' }
/** ms without a change before the document is asked. */
const PAUSE = 150
