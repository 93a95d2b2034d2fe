import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Keeps an element as high as it ever was at this width, so that what lies around it moves no more than once. */
export function useHighest(place: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    let width = element.offsetWidth
    const observer = new ResizeObserver(() => {
      if (element.offsetWidth !== width) {
        width = element.offsetWidth
        element.style.minHeight = ''
      }
      element.style.minHeight = `${element.offsetHeight}px`
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
}
