import { useState } from 'preact/hooks'
import css from './compare.module.css'

interface Props {
  label: string
  /** Addresses of two pictures of one ratio; what is not there yet has its place kept. */
  before: string | undefined
  after: string | undefined
  /** Width over height. */
  ratio: number
}

/** One of them alone is just shown. Before on the left of the edge, after on its right; the edge is a slider for mouse and arrow keys. */
export function Compare({ label, before, after, ratio }: Props) {
  const [edge, setEdge] = useState(50)
  if (!before || !after) {
    return (
      <div class={css.compare} style={{ '--ratio': ratio }}>
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
      <div class={css.edge} style={{ left: `${edge}%` }} />
      <input
        type="range"
        class={css.slider}
        aria-label={label}
        aria-valuetext={`${edge}%`}
        value={edge}
        onInput={({ currentTarget }) => setEdge(currentTarget.valueAsNumber)}
      />
    </div>
  )
}
