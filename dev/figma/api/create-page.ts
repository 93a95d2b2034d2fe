import { addPage } from '../document/add-page.ts'
import { ROOT } from '../document/tree.ts'
import type { Session } from './session.ts'

/** T:1122: a new page after the others. What the plugin makes it need not load. Returns its id. */
export function createPage({ document, loadedPages }: Session): string {
  const id = addPage(document.tree, `Page ${document.tree.get(ROOT).childIds.length + 1}`)
  loadedPages.add(id)
  return id
}
