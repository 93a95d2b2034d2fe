import type { LayerRow, RowVariant } from '../../shared/protocol.ts'
import { placeNames } from '../texts.ts'
import css from './layer-name.module.css'

interface Props {
  row: LayerRow
  /** The variant that a heading has told already. */
  under?: RowVariant | undefined
}

/** A layer's name, and quietly after it the variants and instances that it lies in. */
export function LayerName({ row, under }: Props) {
  const places = placeNames(row).filter((place) => place !== under?.name)
  return (
    <>
      {row.name}
      {places.length > 0 && <span class={css.where}> · {places.join(' · ')}</span>}
    </>
  )
}
