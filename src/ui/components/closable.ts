import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface Closable {
  place: RefObject<HTMLElement | null>
  close: () => void
}

/** What is open in the panel, what opened last behind the others. */
const open: Closable[] = []

/** As long as it is open, Escape closes it: from inside it, and from anywhere else once nothing that opened later is open. */
export function useClosable(place: RefObject<HTMLElement | null>, close: () => void, isOpen = true) {
  const latest = useRef(close)
  latest.current = close
  useLayoutEffect(() => {
    if (!isOpen) return
    const closable = { place, close: () => latest.current() }
    open.push(closable)
    return () => void open.splice(open.indexOf(closable), 1)
  }, [isOpen])
}

/** What Escape closes now. */
export function closableNow(): Closable | undefined {
  const around = open.filter(({ place }) => place.current?.contains(document.activeElement))
  return around.at(-1) ?? open.at(-1)
}

/** Whether the focus is in there, or nowhere: then whoever closes it says where the focus goes. Elsewhere it stays. */
export const isFocusIn = (place: HTMLElement | null) =>
  document.activeElement === document.body || (place?.contains(document.activeElement) ?? false)
