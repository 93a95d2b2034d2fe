import type { TickCount } from '../state/choice.ts'
import css from './selection-list.module.css'

interface Props {
  id?: string
  label: string
  tally: TickCount
  onTick: (on: boolean) => void
}

/** One box for several images: ticked where all are, and neither where some are. */
export function TallyBox({ id, label, tally: { ticked, images }, onTick }: Props) {
  const isAll = ticked === images && images > 0
  return (
    <input
      id={id}
      type="checkbox"
      class={css.tick}
      aria-label={label}
      checked={isAll}
      indeterminate={ticked > 0 && !isAll}
      disabled={images === 0}
      onChange={() => onTick(!isAll)}
    />
  )
}
