import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** All of the picture, or one px of it on so many of the screen's. */
export type Zoom = 'fit' | 1 | 2

export type ZoomModel = ReturnType<typeof useZoom>

/** How large a picture shows in `place`. What is zoomed in on, in shares of its width and height, is in the middle then. */
export function useZoom(place: RefObject<HTMLElement | null>) {
  const [{ at, middle }, set] = useState<{ at: Zoom; middle: Point }>({ at: 'fit', middle: MIDDLE })
  useLayoutEffect(() => {
    const pane = place.current?.querySelector<HTMLElement>('[data-zoomed]')
    if (!pane) return
    pane.scrollLeft = middle.x * pane.scrollWidth - pane.clientWidth / 2
    pane.scrollTop = middle.y * pane.scrollHeight - pane.clientHeight / 2
  }, [at, middle])
  return {
    at,
    set(next: Zoom, middle?: Point) {
      const pane = place.current?.querySelector<HTMLElement>('[data-zoomed]')
      set({ at: next, middle: middle ?? (pane ? middleOf(pane) : MIDDLE) })
    },
  }
}

interface Point {
  x: number
  y: number
}

/** From one zoom to the next the middle stays where it is. */
const middleOf = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight }: HTMLElement) => ({
  x: (scrollLeft + clientWidth / 2) / scrollWidth,
  y: (scrollTop + clientHeight / 2) / scrollHeight,
})

const MIDDLE: Point = { x: 0.5, y: 0.5 }
