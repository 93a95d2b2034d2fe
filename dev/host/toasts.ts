import type { NotifyOptions } from '../figma/editor.ts'
import { element } from './element.ts'

/** Shows a notification; returns the way to take it back without a word. */
export type Notify = (message: string, options?: Partial<NotifyOptions>) => () => void

/** Shows Figma's notifications at the foot of the canvas and remembers what was said. */
export function createToasts(place: HTMLElement) {
  const said: string[] = []
  /** How to end what is shown, oldest first. */
  const shown = new Map<Element, (reason: 'dismiss') => void>()

  const notify: Notify = (message, { error = false, timeout = SHOWN, button, dequeued } = {}) => {
    said.push(message)
    const toast = element('div', { className: error ? 'toast error' : 'toast' }, message)
    const timer = Number.isFinite(timeout) ? setTimeout(() => end('timeout'), timeout) : undefined

    function remove() {
      clearTimeout(timer)
      shown.delete(toast)
      toast.remove()
    }
    function end(reason: 'timeout' | 'dismiss' | 'action_button_click') {
      remove()
      dequeued?.(reason)
    }
    if (button) {
      const press = () => button.press() && end('action_button_click')
      toast.append(element('button', { type: 'button', textContent: button.text, onclick: press }))
    }
    if (dequeued) {
      const dismiss = element('button', { type: 'button', textContent: '×', onclick: () => end('dismiss') })
      dismiss.ariaLabel = 'Dismiss'
      toast.append(dismiss)
    }
    place.append(toast)
    shown.set(toast, end)
    for (const [oldest, dismiss] of [...shown].slice(0, -MOST)) if (oldest !== toast) dismiss('dismiss')
    return remove
  }

  return { notify, said: () => [...said] }
}

/** ms */
const SHOWN = 5000
const MOST = 3
