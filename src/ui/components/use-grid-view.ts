import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { At } from './grid-keys.ts'

interface Grid {
  /** px: of the heads, and of each row and column. */
  first: number
  width: number
  head: number
  height: number
  rows: number
  columns: number
  /** The box that has the focus, or would get it: it stays there, or the focus would be lost. */
  at: At
}

/** Which rows and columns of a large grid are in view: the others are not drawn. Few columns share the room there is. */
export function useGridView(scroller: RefObject<HTMLElement | null>, { at, ...sizes }: Grid) {
  const [seen, setSeen] = useState<Seen>(FIRST)
  const [room, setRoom] = useState(0)
  // As fine as browsers lay out, so that no strip is left and nothing scrolls for a fraction.
  const share = Math.floor((64 * (room - sizes.first)) / Math.max(1, sizes.columns)) / 64
  const grid = { ...sizes, width: Math.max(sizes.width, share) }
  const latest = useRef(measure)
  latest.current = measure
  function measure() {
    const element = scroller.current
    if (!element) return
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = element
    setRoom(clientWidth)
    const top = Math.floor(scrollTop / grid.height)
    const left = Math.floor(scrollLeft / grid.width)
    const next = {
      top,
      left,
      down: Math.ceil((clientHeight - grid.head) / grid.height) + 1,
      across: Math.ceil((clientWidth - grid.first) / grid.width) + 1,
    }
    setSeen((before) => (isSame(before, next) ? before : next))
  }
  const isThere = sizes.rows > 0 && sizes.columns > 0
  useLayoutEffect(() => {
    if (!isThere) return
    measure()
    const observer = new ResizeObserver(() => latest.current())
    observer.observe(scroller.current!)
    return () => observer.disconnect()
  }, [isThere])
  return {
    /** px of a column. */
    width: grid.width,
    rows: range(seen.top, seen.down, { count: grid.rows, also: at.row }),
    columns: range(seen.left, seen.across, { count: grid.columns, also: at.column }),
    page: Math.max(1, seen.down - 2),
    measure,
    /** Scrolls as far as it takes: the heads cover what lies under them. */
    reveal({ row, column }: At) {
      const element = scroller.current
      if (!element) return
      const { clientWidth, clientHeight } = element
      const [top, left] = [row * grid.height, column * grid.width]
      if (row >= 0) element.scrollTop = nearest(element.scrollTop, top, top + grid.height + grid.head - clientHeight)
      if (column >= 0)
        element.scrollLeft = nearest(element.scrollLeft, left, left + grid.width + grid.first - clientWidth)
      measure()
    },
  }
}

interface Seen {
  top: number
  left: number
  /** How many, from there. */
  down: number
  across: number
}

const isSame = (one: Seen, other: Seen) =>
  one.top === other.top && one.left === other.left && one.down === other.down && one.across === other.across

const nearest = (now: number, most: number, least: number) => Math.max(Math.min(now, most), least)

function range(start: number, length: number, { count, also }: { count: number; also: number }): number[] {
  const from = Math.max(0, start - SPARE)
  const to = Math.min(count, start + length + SPARE)
  const found = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  return also < 0 || also >= count || (also >= from && also < to) ? found : [...found, also].sort((a, b) => a - b)
}

/** Drawn beyond the view, so that a turn of the wheel meets no gap. */
const SPARE = 3
const FIRST: Seen = { top: 0, left: 0, down: 8, across: 4 }
