import type { ComponentChildren } from 'preact'
import type { LayerRow } from '../../shared/protocol.ts'
import type { Tally } from '../state/choice.ts'
import { hiddenByWhole, imagesOf, nameOf, tallyText } from '../texts.ts'
import { LayerName } from './layer-name.tsx'
import css from './selection-list.module.css'

interface Props {
  row: LayerRow
  /** Undefined where none of its images is listed. */
  tally: Tally | undefined
  /** Whether the whole of it was edited, too. */
  isCovered: boolean
  onTick: (on: boolean) => void
  /** The choice between its images and the whole of it. */
  children: ComponentChildren
}

/** A layer whose images are listed below, and one box for all of them. */
export function ContainerRow({ row, tally = NONE, isCovered, onTick, children }: Props) {
  const isAll = tally.ticked === tally.images && tally.images > 0
  return (
    <div class={css.what}>
      <input
        type="checkbox"
        class={css.tick}
        aria-label={imagesOf(nameOf(row))}
        checked={isAll}
        indeterminate={tally.ticked > 0 && !isAll}
        disabled={tally.images === 0}
        onChange={() => onTick(!isAll)}
      />
      <span class={css.words}>
        <b class={css.name} title={nameOf(row)}>
          <LayerName row={row} />
        </b>
        <span class={css.detail}>{tallyText(tally)}</span>
        {isCovered && <span class={css.detail}>{hiddenByWhole(row.kind, 'them')}</span>}
      </span>
      {children}
    </div>
  )
}

const NONE: Tally = { images: 0, ticked: 0 }
