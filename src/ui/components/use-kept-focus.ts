import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Where a change takes away what had the focus, that goes to what took its place, and not to the page. */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  next: (lost: Lost) => HTMLElement | null | undefined,
) {
  const focused = place.current?.contains(document.activeElement) ? document.activeElement : undefined
  // Asked now: what is gone lies in no list.
  const item = focused?.closest('li')
  const lost: Lost = {
    list: item?.parentElement ?? undefined,
    position: item?.getAttribute('aria-posinset') ?? undefined,
  }
  useLayoutEffect(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return
    // The focus of a panel that Figma has taken it from is not taken back.
    if (!document.hasFocus()) return
    const found = next(lost)
    const stop = found?.querySelector<HTMLElement>('button:not(:disabled), select:not(:disabled), a[href]') ?? found
    stop?.focus({ preventScroll: true })
  })
}

/** Where the focus was: in which list, and in which item of it. */
export interface Lost {
  list: HTMLElement | undefined
  position: string | undefined
}
