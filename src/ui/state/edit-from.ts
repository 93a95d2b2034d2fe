import { effect, signal, untracked } from '@preact/signals'
import type { Size } from '../../shared/picture.ts'
import type { LayerResult, LayerRow, Made } from '../../shared/protocol.ts'
import type { Images } from '../jobs/images.ts'
import type { NoticeModel } from './notice.ts'
import { isRowOf, originalRow, resultRow, rootOf } from './original-row.ts'
import type { ResultsModel } from './results.ts'
import type { EditableRow, SelectionModel } from './selection.ts'

/** A result that the next edit is made from, though it may not be what shows. */
export interface FromResult extends Size {
  on: string
  hash: string
  made: Made
}

/** What the next edit of a row is made from: what shows, the image that was there before Refill, or a result. */
export type From = 'shown' | 'original' | FromResult

interface Choice {
  from: From
  /** The layer was among those that are selected: when it is no more, the choice ends. */
  isSeen: boolean
  end: () => void
}

export interface EditFromServices {
  selection: SelectionModel
  images: Pick<Images, 'read'>
  results: Pick<ResultsModel, 'of' | 'follow' | 'showLayer'>
  notice: NoticeModel
}

export type EditFromModel = ReturnType<typeof createEditFrom>

/**
 * What edits are made from where that is not what shows. It is chosen for an image of a layer, whichever of its results
 * shows, and holds until another is chosen or the layer is no longer selected.
 */
export function createEditFrom({ selection, images, results, notice }: EditFromServices) {
  const choices = signal<ReadonlyMap<string, Choice>>(new Map())
  const { signal: never } = new AbortController()

  function set(key: string, from: From, isSeen: boolean) {
    const others = new Map(choices.peek())
    const before = others.get(key)
    others.delete(key)
    if (from !== 'shown') {
      const stop = typeof from === 'string' ? () => {} : results.follow(from.on)
      others.set(key, { from, isSeen, end: () => void stop() })
    }
    choices.value = others
    before?.end()
  }

  effect(() => {
    const keys = new Set(selection.rows.value.map(keyOf))
    untracked(() => {
      for (const [key, { from, isSeen }] of choices.peek()) {
        if (isSeen && !keys.has(key)) set(key, 'shown', false)
        else if (!isSeen && keys.has(key)) set(key, from, true)
      }
    })
  })
  /** A result that has been removed, or taken back by an undo, cannot be made anything from. */
  effect(() => {
    for (const [key, { from }] of choices.value) {
      if (typeof from === 'string') continue
      const found = results.of(from.on)
      if (found && !found.results.some(({ hash }) => hash === from.hash)) untracked(() => set(key, 'shown', false))
    }
  })

  const of = (row: LayerRow): From => choices.value.get(keyOf(row))?.from ?? 'shown'

  return {
    of,
    /** Whether there is something to choose between: where the original shows again, it is what shows. */
    isOffered: (row: LayerRow) => row.edited?.of !== undefined || typeof of(row) !== 'string',
    choose: (row: LayerRow, from: 'shown' | 'original') => set(keyOf(row), from, true),
    /** From this result, of which the layer is selected if it is not. */
    chooseResult: (result: LayerResult) =>
      notice.attempt(async () => {
        const { on, hash, made } = result
        const { width, height } = await images.read({ id: on, hash }, never)
        const isSelected = selection.rows.peek().some((row) => isRowOf(row, result))
        set(`${on} ${result.of ?? ''}`, { on, hash, made, width, height }, isSelected)
        if (!isSelected) await results.showLayer(on)
      }),
    /** The row as it is sent and placed. */
    apply(row: EditableRow): EditableRow {
      const from = of(row)
      if (from === 'shown') return row
      return from === 'original' ? (originalRow(row) ?? row) : resultRow(row, from)
    },
  }
}

/** The layer, and the image under its results. */
const keyOf = (row: LayerRow) => `${row.id} ${rootOf(row)}`
