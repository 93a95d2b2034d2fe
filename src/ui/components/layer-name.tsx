import type { LayerRow } from '../../shared/protocol.ts'
import css from './layer-name.module.css'

/** A layer's name, and quietly after it the variant or instance that it lies in. */
export function LayerName({ row: { name, where } }: { row: LayerRow }) {
  return (
    <>
      {name}
      {where && <span class={css.where}> · {where}</span>}
    </>
  )
}
