import type { LayerRow } from '../../shared/protocol.ts'
import type { Column } from '../words/prompt-words.ts'
import css from './layer-name.module.css'

/** A layer's name, and quietly after it the variant or instance that it lies in, and which of several prompts is meant. */
export function LayerName({ row: { name, where }, column }: { row: LayerRow; column?: Column | undefined }) {
  return (
    <>
      {name}
      {where && <span class={css.where}> · {where}</span>}
      {column && <span class={css.where}> · {column.name}</span>}
    </>
  )
}
