import type { LayerRow, RowVariant } from '../../shared/protocol.ts'
import { inOneLine, SEPARATOR } from '../texts/phrases.ts'
import { placeNames } from '../texts/selection.ts'
import css from './layer-name.module.css'

interface Props {
  row: LayerRow
  /** The variant that a heading has told already. */
  under?: RowVariant | undefined
  /** Which of several prompts or parts is meant. */
  which?: readonly string[]
}

/** A layer's name, and quietly after it the variants and instances that it lies in, and what else tells it apart. */
export function LayerName({ row, under, which = [] }: Props) {
  const places = placeNames(row).filter((place) => place !== under?.name)
  const told = [...places, ...which]
  return (
    <>
      {row.name}
      {told.length > 0 && (
        <span class={css.where}>
          {SEPARATOR}
          {inOneLine(told)}
        </span>
      )}
    </>
  )
}
