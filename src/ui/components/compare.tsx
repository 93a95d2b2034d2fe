import { useState } from 'preact/hooks'
import { edgeText } from '../texts/results.ts'
import css from './compare.module.css'

interface Props {
  label: string
  /** Addresses of two pictures of one ratio; what is not there yet has its place kept. */
  before: string | undefined
  after: string | undefined
  /** Width over height. */
  ratio: number
  /** Where the edge is at first, in % of the width. */
  from?: number
  /** Nothing but before, for as long as this is so. */
  isHeld?: boolean
}

/** One of them alone is just shown. Before on the left of the edge, after on its right; the edge is a slider for mouse and arrow keys. */
export function Compare({ label, before, after, ratio, from = 50, isHeld = false }: Props) {
  const [chosen, setEdge] = useState(from)
  const edge = isHeld ? 100 : chosen
  if (!before || !after) {
    return (
      <div class={css.compare} style={{ '--ratio': ratio }} data-empty={!(before ?? after) || undefined}>
        {(before ?? after) && <img src={before ?? after} alt="" />}
      </div>
    )
  }
  return (
    <div class={css.compare} style={{ '--ratio': ratio }}>
      <div class={css.side} style={{ clipPath: `inset(0 ${100 - edge}% 0 0)` }}>
        <img src={before} alt="" />
      </div>
      <div class={css.side} style={{ clipPath: `inset(0 0 0 ${edge}%)` }}>
        <img src={after} alt="" />
      </div>
      {!isHeld && (
        <>
          <div class={css.edge} style={{ left: `${edge}%` }} />
          <div class={css.grip} style={{ left: `clamp(2px, ${edge}% - 4px, 100% - 10px)` }} />
        </>
      )}
      <input
        type="range"
        class={css.slider}
        aria-label={label}
        aria-valuetext={edgeText(edge)}
        value={chosen}
        onInput={({ currentTarget }) => setEdge(currentTarget.valueAsNumber)}
      />
    </div>
  )
}
