import { useRef, useState } from 'preact/hooks'
import type { Rect } from '../../shared/picture.ts'
import { boundsOn, type RowRegion } from '../state/regions.ts'
import type { EditableRow } from '../state/selection.ts'
import { drawnPart, partName, partOfRow, R } from '../texts/regions.ts'
import { nameOf } from '../texts.ts'
import css from './part.module.css'

interface Props {
  row: EditableRow
  url: string | undefined
  parts: readonly RowRegion[]
  selected: string | undefined
  onSelect: (id: string) => void
  onDraw: (bounds: Rect) => void
  onMove: (id: string, bounds: Rect) => void
  onRemove: (id: string) => void
}

/** A row's picture, on which parts are drawn by dragging and moved by keys. */
export function PartPreview({ row, url, parts, selected, onSelect, onDraw, onMove, onRemove }: Props) {
  const place = useRef<HTMLFieldSetElement>(null)
  const [drag, setDrag] = useState<{ from: Point; to: Point }>()
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = place.current!.getBoundingClientRect()
    return { x: ((clientX - left) / width) * row.width, y: ((clientY - top) / height) * row.height }
  }
  function finish() {
    if (!drag) return
    const bounds = between(drag.from, drag.to)
    setDrag(undefined)
    // A click draws nothing.
    if (bounds.width * bounds.height > row.width * row.height * LEAST_SHARE) onDraw(bounds)
  }
  return (
    <fieldset
      ref={place}
      class={css.preview}
      style={{ '--ratio': row.width / row.height }}
      aria-label={partOfRow(nameOf(row))}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        place.current?.setPointerCapture(event.pointerId)
        const at = pointAt(event)
        setDrag({ from: at, to: at })
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: pointAt(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(undefined)}
    >
      {url ? <img src={url} alt="" draggable={false} /> : <span class={css.quiet}>{R.reading}</span>}
      {parts.map(({ id, share, layer }, index) => {
        const bounds = boundsOn(row, share)
        return (
          <button
            key={id}
            type="button"
            class={css.part}
            style={styleOf(bounds, row)}
            data-layer={layer !== undefined}
            aria-pressed={id === selected}
            aria-label={drawnPart(layer?.name ?? partName(index + 1), bounds)}
            onPointerDown={(event) => event.stopPropagation()}
            onFocus={() => onSelect(id)}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') return onRemove(id)
              const step = STEPS[event.key]
              if (!step || layer) return
              event.preventDefault()
              onMove(id, event.shiftKey ? resized(bounds, step, row) : moved(bounds, step, row))
            }}
          />
        )
      })}
      {drag && <span class={css.part} style={styleOf(between(drag.from, drag.to), row)} />}
    </fieldset>
  )
}

interface Point {
  x: number
  y: number
}

const between = (from: Point, to: Point): Rect => ({
  ...{ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) },
  ...{ width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) },
})

/** As it lies on the picture, in % of that. */
function styleOf({ x, y, width, height }: Rect, row: EditableRow) {
  const [left, top] = [Math.max(0, x), Math.max(0, y)]
  const [right, bottom] = [Math.min(row.width, x + width), Math.min(row.height, y + height)]
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`
  return {
    ...{ left: percent(left, row.width), top: percent(top, row.height) },
    ...{ width: percent(right - left, row.width), height: percent(bottom - top, row.height) },
  }
}

const moved = (bounds: Rect, [across, down]: Step, row: EditableRow): Rect => ({
  ...bounds,
  x: Math.max(0, Math.min(row.width - bounds.width, bounds.x + across * row.width * STEP)),
  y: Math.max(0, Math.min(row.height - bounds.height, bounds.y + down * row.height * STEP)),
})

const resized = (bounds: Rect, [across, down]: Step, row: EditableRow): Rect => ({
  ...bounds,
  width: Math.max(row.width * STEP, Math.min(row.width - bounds.x, bounds.width + across * row.width * STEP)),
  height: Math.max(row.height * STEP, Math.min(row.height - bounds.y, bounds.height + down * row.height * STEP)),
})

type Step = readonly [across: number, down: number]
const STEPS: Readonly<Record<string, Step>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** As a share of the picture's edge. */
const STEP = 0.02
/** Of the picture: less was not meant. */
const LEAST_SHARE = 0.0004
