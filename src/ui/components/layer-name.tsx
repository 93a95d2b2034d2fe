import type { LayerRow, RowVariant } from '../../shared/protocol.ts'
import { BESIDE, inOneLine } from '../texts/phrases.ts'
import { placeNames } from '../texts/selection.ts'
import type { Column } from '../words/prompt-words.ts'
import css from './layer-name.module.css'

interface Props {
  row: LayerRow
  /** The variant that a heading has told already. */
  under?: RowVariant | undefined
  /** Which of several prompts is meant. */
  column?: Column | undefined
}

/** A layer's name, and quietly after it the variants and instances that it lies in, and the prompt. */
export function LayerName({ row, under, column }: Props) {
  const places = placeNames(row).filter((place) => place !== under?.name)
  return (
    <>
      {row.name}
      {places.length > 0 && (
        <span class={css.where}>
          {BESIDE}
          {inOneLine(places)}
        </span>
      )}
      {column && (
        <span class={css.where}>
          {BESIDE}
          {column.name}
        </span>
      )}
    </>
  )
}
