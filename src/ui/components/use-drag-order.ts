import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** Where what is dragged would go. */
export interface Dragged {
  id: string
  /** Before the item that is there now, counted from 0; behind the last one, their number. */
  gap: number
}

/**
 * Drags items of a list by a grip. `list` is what scrolls; its items have `data-id` and `aria-posinset`, and those out of
 * view need not be there. Nothing moves until the item is let go; Escape leaves all as it was.
 */
export function useDragOrder(list: RefObject<HTMLElement | null>, onDrop: (id: string, to: number) => void) {
  const [dragged, setDragged] = useState<Dragged | undefined>(undefined)
  const end = useRef(() => {})
  useEffect(() => () => end.current(), [])

  function begin(event: PointerEvent, { id, at }: { id: string; at: number }) {
    const place = list.current
    if (!place || event.button !== 0) return
    // Else it would mark text on the way.
    event.preventDefault()
    let y = event.clientY
    let gap = at
    const look = () => {
      gap = gapAt(place, y)
      setDragged({ id, gap })
    }
    const stop = new AbortController()
    const on = (type: string, listener: (event: Event) => void, target: EventTarget = place) =>
      target.addEventListener(type, listener, { signal: stop.signal, capture: true })
    // The item itself may scroll out of view, and be gone.
    place.setPointerCapture(event.pointerId)
    on('pointermove', (moved) => {
      y = (moved as PointerEvent).clientY
      look()
    })
    on('scroll', look)
    on('pointerup', () => {
      end.current()
      if (gap !== at && gap !== at + 1) onDrop(id, gap > at ? gap - 1 : gap)
    })
    on('pointercancel', () => end.current())
    on(
      'keydown',
      (pressed) => {
        if ((pressed as KeyboardEvent).key !== 'Escape') return
        pressed.stopPropagation()
        end.current()
      },
      window,
    )
    const timer = setInterval(() => {
      const { top, bottom } = place.getBoundingClientRect()
      if (y < top + EDGE) place.scrollTop -= STEP
      else if (y > bottom - EDGE) place.scrollTop += STEP
    }, 16)
    end.current = () => {
      end.current = () => {}
      clearInterval(timer)
      stop.abort()
      setDragged(undefined)
      if (place.hasPointerCapture(event.pointerId)) place.releasePointerCapture(event.pointerId)
    }
    setDragged({ id, gap })
  }
  return { dragged, begin }
}

function gapAt(place: HTMLElement, y: number): number {
  const items = [...place.querySelectorAll<HTMLElement>('[data-id]')]
  const below = items.find((item) => {
    const { top, height } = item.getBoundingClientRect()
    return y < top + height / 2
  })
  if (below) return positionOf(below) - 1
  return items.length > 0 ? positionOf(items.at(-1)!) : 0
}

const positionOf = (item: HTMLElement) => Number(item.getAttribute('aria-posinset'))

/** px from the edge where the list begins to scroll, and by how much at a time. */
const EDGE = 24
const STEP = 6
