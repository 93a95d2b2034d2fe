import { useRef, useState } from 'preact/hooks'
import type { Rect } from '../../shared/picture.ts'
import { boundsOn, type RowRegion } from '../state/regions.ts'
import type { EditableRow } from '../state/selection.ts'
import { drawnPart, partName, partOfRow, R } from '../texts/regions.ts'
import { nameOf } from '../texts/selection.ts'
import css from './part.module.css'
import { anchorAt, type Drag, draggedTo, type Point } from './part-drag.ts'

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

/** A row's picture, on which parts are drawn, moved and resized by dragging, or by keys. */
export function PartPreview({ row, url, parts, selected, onSelect, onDraw, onMove, onRemove }: Props) {
  const place = useRef<HTMLFieldSetElement>(null)
  const [drag, setDrag] = useState<Drag>()
  const dragged = drag && draggedTo(drag, row)
  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = place.current!.getBoundingClientRect()
    return { x: ((clientX - left) / width) * row.width, y: ((clientY - top) / height) * row.height }
  }
  function begin(event: PointerEvent, part?: { id: string; bounds: Rect }) {
    if (event.button !== 0) return
    event.preventDefault()
    place.current!.setPointerCapture(event.pointerId)
    const at = pointAt(event)
    const path = { from: at, to: at }
    if (!part) return setDrag({ does: 'draw', ...path })
    event.stopPropagation()
    const { id, bounds } = part
    const anchor = anchorAt(at, bounds, (CORNER * row.width) / place.current!.clientWidth)
    setDrag(anchor ? { does: 'resize', id, anchor, ...path } : { does: 'move', id, start: bounds, ...path })
  }
  function finish() {
    setDrag(undefined)
    // A click draws nothing, and moves nothing.
    if (!drag || !dragged || (drag.from.x === drag.to.x && drag.from.y === drag.to.y)) return
    if (dragged.width * dragged.height <= row.width * row.height * LEAST_SHARE) return
    if (drag.does === 'draw') onDraw(dragged)
    else onMove(drag.id, dragged)
  }
  return (
    <fieldset
      ref={place}
      class={css.preview}
      style={{ '--ratio': row.width / row.height }}
      aria-label={partOfRow(nameOf(row))}
      onPointerDown={begin}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: pointAt(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(undefined)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !drag) return
        event.preventDefault()
        event.stopPropagation()
        setDrag(undefined)
      }}
    >
      {url ? <img src={url} alt="" draggable={false} /> : <span class={css.quiet}>{R.reading}</span>}
      {parts.map(({ id, share, layer }, index) => {
        const isDragged = dragged && drag.does !== 'draw' && drag.id === id
        const bounds = isDragged ? dragged : boundsOn(row, share)
        return (
          <button
            key={id}
            type="button"
            class={css.part}
            style={styleOf(bounds, row)}
            data-layer={layer !== undefined}
            aria-pressed={id === selected}
            aria-label={drawnPart(layer?.name ?? partName(index + 1), bounds)}
            onPointerDown={(event) => {
              event.currentTarget.focus({ preventScroll: true })
              // A layer is moved in Figma; here one can draw over it.
              if (!layer) begin(event, { id, bounds })
            }}
            onFocus={() => onSelect(id)}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') return onRemove(id)
              const step = STEPS[event.key]
              if (!step || layer) return
              event.preventDefault()
              onMove(id, event.shiftKey ? resized(bounds, step, row) : moved(bounds, step, row))
            }}
          >
            {!layer && id === selected && CORNERS.map((corner) => <i key={corner} data-corner={corner} />)}
          </button>
        )
      })}
      {dragged && drag.does === 'draw' && <span class={css.part} style={styleOf(dragged, row)} />}
    </fieldset>
  )
}

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
const CORNERS = ['top left', 'top right', 'bottom left', 'bottom right'] as const
/** px of the panel: so near to a corner a drag pulls that. */
const CORNER = 9
/** As a share of the picture's edge. */
const STEP = 0.02
/** Of the picture: less was not meant. */
const LEAST_SHARE = 0.0004
