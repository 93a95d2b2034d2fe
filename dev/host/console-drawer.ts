import type { PluginError } from '../figma/editor.ts'
import { byId } from './element.ts'

/** Shows at the foot of the page what escapes the plugin's code. Asks now and then: an error comes without an event. */
export function showErrors(errors: () => readonly PluginError[]) {
  const drawer = byId<HTMLTextAreaElement>('console')
  const button = byId('show-console')
  let shown = 0

  function look() {
    const all = errors()
    if (all.length === shown) return
    shown = all.length
    drawer.value = all.map(({ name, message, stack }) => `${name}: ${message}\n${stack}`).join('\n')
    button.textContent = shown === 0 ? 'No errors' : shown === 1 ? '1 error' : `${shown} errors`
    button.classList.toggle('failing', shown > 0)
  }

  drawer.placeholder = 'The plugin has thrown no error.'
  button.addEventListener('click', () => {
    drawer.hidden = !drawer.hidden
    button.ariaExpanded = String(!drawer.hidden)
  })
  setInterval(look, BEAT)
}

/** ms */
const BEAT = 500
