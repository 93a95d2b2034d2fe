import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { LooksModel } from '../state/looks.ts'
import type { RunRow } from '../state/run-row.ts'
import { useDerived } from './use-derived.ts'

export type Looks = Pick<LooksModel, 'watch' | 'before' | 'after'>

/** Before and after of a row, made while its element is in view. */
export function useLooks(looks: Looks, row: RunRow, element: RefObject<Element | null>) {
  const watched = useRef({ row, isSeen: true, end: () => {} }).current

  function watch() {
    // The new watch begins before the last one ends, or the pictures would go and come.
    const { end } = watched
    watched.end = watched.isSeen ? looks.watch(watched.row) : () => {}
    end()
  }
  useEffect(() => {
    watched.row = row
    watch()
  }, [row])
  useEffect(() => {
    const stop = followView(element.current, (isSeen) => {
      if (isSeen === watched.isSeen) return
      watched.isSeen = isSeen
      watch()
    })
    return () => {
      stop()
      watched.end()
    }
  }, [])
  return {
    before: useDerived(() => looks.before(row), [row]),
    after: useDerived(() => looks.after(row), [row]),
  }
}

/** Where the browser cannot tell, everything is in view. */
function followView(element: Element | null, tell: (isSeen: boolean) => void): () => void {
  if (!element || typeof IntersectionObserver === 'undefined') return () => {}
  const root = element.closest('[data-scrolls]')
  const observer = new IntersectionObserver((entries) => tell(entries.at(-1)!.isIntersecting), {
    root,
    rootMargin: MARGIN,
  })
  observer.observe(element)
  return () => observer.disconnect()
}

/** A turn of the wheel. */
const MARGIN = '120px 0px'
