import type { ComponentChildren } from 'preact'
import type { LayerRow } from '../../shared/protocol.ts'
import type { TickCount } from '../state/choice.ts'
import type { Contrast } from '../state/variant-properties.ts'
import { hiddenByWhole, imagesOf, nameOf, tallyText } from '../texts/selection.ts'
import { LayerName } from './layer-name.tsx'
import css from './selection-list.module.css'
import { TallyBox } from './tally-box.tsx'
import { VariantName } from './variant-name.tsx'

interface Props {
  row: LayerRow
  contrast: Contrast
  /** Undefined where none of its images is listed. */
  tally: TickCount | undefined
  /** Whether the whole of it was edited, too. */
  isCovered: boolean
  onTick: (on: boolean) => void
  /** The choice between its images and the whole of it. */
  children: ComponentChildren
}

/** A layer whose images are listed below, and one box for all of them. */
export function ContainerRow({ row, contrast, tally = NONE, isCovered, onTick, children }: Props) {
  const { variant } = row
  const isVariant = variant?.id === row.id
  return (
    <div class={css.what}>
      <TallyBox label={imagesOf(nameOf(row))} tally={tally} onTick={onTick} />
      <span class={css.words}>
        <b class={css.name} data-whole={isVariant} title={nameOf(row)}>
          {isVariant ? <VariantName variant={variant} contrast={contrast} /> : <LayerName row={row} />}
        </b>
        <span class={css.detail}>{tallyText(tally)}</span>
        {isCovered && <span class={css.detail}>{hiddenByWhole(row.kind, 'them')}</span>}
      </span>
      {children}
    </div>
  )
}

const NONE: TickCount = { images: 0, ticked: 0 }
