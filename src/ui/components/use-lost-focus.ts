import { useEffect } from 'preact/hooks'
import { nextFocus } from './next-focus.ts'

/** Where what has the focus goes away, and nothing else takes the focus, that goes on to what lies nearest, not to the page. */
export function useLostFocus() {
  useEffect(() => {
    let focused: HTMLElement | undefined
    /** Since it was taken away. */
    let changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => {
      if (changes.length > 0) return void changes.push(...records)
      if (!focused || !records.some((record) => takes(record, focused!))) return
      changes = records
      // Whoever took it away may still say where the focus goes.
      requestAnimationFrame(() => setTimeout(goOn))
    })
    function goOn() {
      const [lost, since] = [focused!, changes]
      changes = []
      // The focus of a panel that Figma has taken it from is not taken back.
      if (document.activeElement !== document.body || !document.hasFocus()) return
      focused = undefined
      lost.focus()
      if (document.activeElement !== lost) nextFocus(lost, since)?.focus()
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) focused = target
    }
    const onFocusOut = () =>
      // Left, unless it was taken away: that is observed by then.
      setTimeout(() => {
        if (changes.length === 0 && document.activeElement === document.body) focused = undefined
      })
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
    document.addEventListener('focusin', onFocusIn)
    document.addEventListener('focusout', onFocusOut)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('focusout', onFocusOut)
    }
  }, [])
}

const takes = ({ type, target, removedNodes }: MutationRecord, focused: Element) =>
  type === 'attributes' ? target.contains(focused) : [...removedNodes].some((node) => node.contains(focused))
