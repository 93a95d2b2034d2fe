import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { LayerRow } from '../../shared/protocol.ts'
import type { OriginalShown } from '../state/original.ts'
import type { UpscaleModel } from '../state/upscale.ts'
import { originalText, resultCount } from '../texts/results.ts'
import { nameOf, onlyPicture } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import css from './selection-list.module.css'
import { UpscaleAction } from './upscale-action.tsx'

export interface RowActionsLook {
  /** Whether the layer's results and its original are here, and not in a run. */
  offersResults: (row: LayerRow) => boolean
  results: (layer: { id: string; name: string }) => ComponentChildren
  originalShown: OriginalShown | undefined
  onOriginal: (row: LayerRow) => void
  upscale: UpscaleModel
}

interface Props extends RowActionsLook {
  row: LayerRow
  /** Only this row is listed: its results are open at once. */
  isAlone: boolean
  /** Where other rows show the same picture: in how many places that is. */
  only: { places: number; onChoose: () => void } | undefined
}

/** What may be done about a selected layer at once, and the results that are on it. */
export function RowActions({ row, isAlone, only, offersResults, results, originalShown, onOriginal, upscale }: Props) {
  const [open, setOpen] = useState(isAlone)
  const hasResults = offersResults(row)
  const name = nameOf(row)
  if (!hasResults && !only && !upscale.offer(row)) return null
  return (
    <>
      <div class={css.actions}>
        {only && (
          <Button size="small" name={name} onPress={only.onChoose}>
            {onlyPicture(only.places)}
          </Button>
        )}
        {hasResults && (
          <>
            <Button size="small" name={name} onPress={() => onOriginal(row)}>
              {T.original}
            </Button>
            <Button size="small" name={name} expanded={open} onPress={() => setOpen(!open)}>
              {resultCount(row.results)}
            </Button>
          </>
        )}
        <UpscaleAction row={row} upscale={upscale} isAlone={!only && !hasResults} />
        {hasResults && (
          <span class={css.detail} role="status">
            {originalShown?.layer === row.id && (!open || originalShown.override) && originalText(originalShown)}
          </span>
        )}
      </div>
      {hasResults && open && results({ id: row.id, name })}
    </>
  )
}
