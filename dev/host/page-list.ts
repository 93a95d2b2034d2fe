import type { Editor } from '../figma/editor.ts'
import { byId, element } from './element.ts'

/** The document's pages, listed above the layers where there is more than one. */
export function showPages(editor: Editor) {
  const pages = editor.pages()
  const section = byId('pages')
  section.hidden = pages.length < 2
  const rows = pages.map(({ id, name, current }) => {
    const button = element('button', {
      type: 'button',
      className: 'page',
      textContent: name,
      onclick: () => editor.showPage(id),
    })
    button.ariaCurrent = String(current)
    return element('li', {}, button)
  })
  section.querySelector('ul')?.replaceChildren(...rows)
}
