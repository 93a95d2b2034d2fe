import { useEffect, useState } from 'preact/hooks'

/**
 * Whether any of the elements is in view or near it. What holds the focus stays near, or the focus would be lost. Where
 * the browser cannot tell, everything is near.
 */
export function useNear(elements: () => readonly Element[], { isNearAtFirst, onLeave, follows }: Options): boolean {
  const [isNear, setNear] = useState(isNearAtFirst || typeof IntersectionObserver === 'undefined')
  useEffect(() => {
    const observed = elements()
    const [first] = observed
    if (!first || typeof IntersectionObserver === 'undefined') return
    const seen = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target)
          else seen.delete(target)
        }
        const stays = seen.size > 0 || observed.some((element) => element.contains(document.activeElement))
        if (isNear && !stays) onLeave(observed)
        setNear(stays)
      },
      { root: first.closest('[data-scrolls]'), rootMargin: MARGIN },
    )
    for (const element of observed) observer.observe(element)
    return () => observer.disconnect()
  }, [isNear, follows])
  return isNear
}

interface Options {
  /** Until the browser has told. */
  isNearAtFirst: boolean
  /** The elements are about to go. */
  onLeave: (elements: readonly Element[]) => void
  /** When it changes, the elements are others. */
  follows: unknown
}

/** How far outside the view counts as near: far enough for a turn of the wheel. */
const MARGIN = '600px 0px'
