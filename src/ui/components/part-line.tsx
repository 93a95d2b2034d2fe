import type { RegionsModel } from '../state/regions.ts'
import type { EditableRow } from '../state/selection.ts'
import { partsText, R, regionOf, shownText } from '../texts/regions.ts'
import { nameOf } from '../texts/selection.ts'
import { Button } from './button.tsx'
import css from './part.module.css'

/** What alone of a row's picture is sent, where that is not all of it, and the way to the other; or of which it is a part. */
export function PartLine({ row, regions }: { row: EditableRow; regions: RegionsModel }) {
  const whole = regions.drawnOn(row)
  if (whole) return <p class={css.line}>{regionOf(whole)}</p>
  if (row.source.kind !== 'image') return null
  const count = regions.of(row).length
  if (count > 0) return <p class={css.line}>{partsText(count)}</p>
  if (!row.shown) return null
  const isShown = regions.sendsShown(row)
  return (
    <p class={css.line}>
      {isShown && <span>{shownText(row.shown, row)} </span>}
      <Button size="small" name={nameOf(row)} onPress={() => regions.setWhole(row, isShown)}>
        {isShown ? R.whole : R.onlyShown}
      </Button>
    </p>
  )
}
