import type { ReadonlySignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { LayerRow, Placed } from '../../shared/protocol.ts'
import type { OriginalShown } from '../state/original.ts'
import { originalText } from '../texts/results.ts'
import { BESIDE } from '../texts/run.ts'
import { hiddenByWhole, nameOf } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './run-list.module.css'

export interface PlacedVerbs {
  onOriginal: (layer: string) => void
  onShowLayer: (layer: string) => void
}

export interface PlacedLook {
  /** Where an original is showing, as far as that is known. */
  original: ReadonlySignal<OriginalShown | undefined>
  /** All results on the layer that got this one. */
  results: (layer: { id: string; name: string }) => ComponentChildren
  /** The selected layer that this one lies in, where a result of the whole of it may hide what is inside. */
  coverOver: (row: LayerRow) => LayerRow | undefined
}

interface Props extends PlacedVerbs, PlacedLook {
  /** What the row is called. */
  name: string
  placed: Placed
  /** The new variant that it lies in, if it does. */
  variant?: { id: string; name: string } | undefined
  /** What was edited. */
  row: LayerRow
}

/** Where a result went, and what may be done about it there. */
export function PlacedActions({
  name,
  placed: { id, beside, follows },
  variant,
  row,
  original,
  results,
  coverOver,
  onOriginal,
  onShowLayer,
}: Props) {
  const [open, setOpen] = useState(false)
  const originalShown = original.value
  const cover = beside || variant ? undefined : coverOver(row)
  return (
    <>
      {beside && beside !== 'asked' && <p>{BESIDE[beside]}</p>}
      {follows && <p>{T.follows}</p>}
      {cover && <p>{`${hiddenByWhole(cover.kind, 'it')}.`}</p>}
      <div class={css.actions}>
        {/* What lies beside or in a new variant never showed anything else, and an instance goes back with its component. */}
        {!beside && !follows && !variant && (
          <Button size="small" name={name} onPress={() => onOriginal(id)}>
            {T.original}
          </Button>
        )}
        <Button size="small" name={name} onPress={() => onShowLayer(variant?.id ?? id)}>
          {T.showLayer}
        </Button>
        <Button size="small" name={name} expanded={open} onPress={() => setOpen(!open)}>
          {T.results}
        </Button>
        <span class={css.detail} role="status">
          {originalShown?.layer === id && (!open || originalShown.override) && originalText(originalShown)}
        </span>
      </div>
      {open && results({ id, name: nameOf(row) })}
    </>
  )
}
