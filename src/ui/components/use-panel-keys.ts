import { useEffect } from 'preact/hooks'
import { closableNow } from './closable.ts'

/** As `aria-keyshortcuts` says it: what begins and what stops, from wherever the focus is. */
export const KEYS = { begin: 'Control+Enter Meta+Enter', stop: 'Escape' } as const

/**
 * These keys press the button that has them, where it can be pressed. What the focus is in may have taken them before, and
 * Escape closes what is open before it stops anything.
 */
export function usePanelKeys() {
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function onKeyDown(event: KeyboardEvent) {
  const { key, target, ctrlKey, metaKey } = event
  if (event.defaultPrevented || event.isComposing || event.repeat || document.querySelector('dialog[open]')) return
  if (key === 'Escape') {
    const closable = closableNow()
    const button = findIn(document, KEYS.stop)
    if (!closable && !button) return
    event.preventDefault()
    return closable ? closable.close() : button?.click()
  }
  if (key !== 'Enter' || !(ctrlKey || metaKey)) return
  // A question is answered, or left alone: nobody in it means the run behind it.
  const question = target instanceof Element ? target.closest<HTMLElement>(ASKS) : null
  if (question && !findIn(question, KEYS.begin)) return
  event.preventDefault()
  if (target instanceof HTMLInputElement) {
    // What was typed counts from when the box is left.
    target.blur()
    target.focus({ preventScroll: true })
  }
  requestAnimationFrame(() => findIn(question ?? document, KEYS.begin)?.click())
}

/** The last one is that of the foot. One that is in a question is for those who are asked. */
function findIn(place: ParentNode, keys: string): HTMLElement | undefined {
  const found = [...place.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${keys}"]:not(:disabled)`)]
  return found.filter((button) => place !== document || !button.closest(ASKS)).at(-1)
}

/** A group that waits for an answer, other than one that only holds what belongs together. */
const ASKS = '[data-asks]'
