import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Marks what scrolls with `data-more` while some of it lies below its edge, so that it fades there. */
export function useMoreBelow(scroller: RefObject<HTMLElement | null>, scrolls = true) {
  useEffect(() => {
    const element = scroller.current
    if (!element || !scrolls) return
    const mark = () => {
      const { scrollHeight, scrollTop, clientHeight } = element
      element.toggleAttribute('data-more', scrollHeight - scrollTop - clientHeight > SLACK)
    }
    const sizes = new ResizeObserver(mark)
    sizes.observe(element)
    // What comes into it changes no size of its own once that is at its most.
    const items = new MutationObserver(mark)
    items.observe(element, { childList: true, subtree: true })
    element.addEventListener('scroll', mark, { passive: true })
    return () => {
      sizes.disconnect()
      items.disconnect()
      element.removeEventListener('scroll', mark)
    }
  }, [scrolls])
}

/** px: browsers round. */
const SLACK = 4
