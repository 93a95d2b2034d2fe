import type { ShownButton } from '../figma/editor.ts'
import { byId, element } from './element.ts'

/** The plugin's own buttons for what is selected, above the layers. */
export function showRelaunchButtons(buttons: readonly ShownButton[], open: (command: string) => void) {
  const section = byId('relaunch')
  section.hidden = buttons.length === 0
  const rows = buttons.map(({ command, name, description }) => {
    const button = element('button', { type: 'button', className: 'relaunch', onclick: () => open(command) }, name)
    if (description) button.append(element('span', { className: 'quiet', textContent: description }))
    return element('li', {}, button)
  })
  section.querySelector('ul')?.replaceChildren(...rows)
}
