import type { NotifyOptions } from '../figma/editor.ts'
import { element } from './element.ts'

export type Notify = (message: string, options?: Partial<NotifyOptions>) => void

/** Shows Figma's notifications at the foot of the canvas and remembers what was said. */
export function createToasts(place: HTMLElement) {
  const said: string[] = []

  const notify: Notify = (message, { error = false, timeout = SHOWN, button } = {}) => {
    said.push(message)
    const toast = element('div', { className: error ? 'toast error' : 'toast' }, message)
    if (button) {
      const press = () => {
        toast.remove()
        button.press()
      }
      toast.append(element('button', { type: 'button', textContent: button.text, onclick: press }))
    }
    place.append(toast)
    while (place.children.length > MOST) place.firstElementChild?.remove()
    if (Number.isFinite(timeout)) setTimeout(() => toast.remove(), timeout)
  }

  /** Takes back what was given with this text. */
  function dismiss(message: string) {
    for (const toast of [...place.children]) if (toast.firstChild?.textContent === message) toast.remove()
  }

  return { notify, dismiss, said: () => [...said] }
}

/** ms */
const SHOWN = 5000
const MOST = 3
