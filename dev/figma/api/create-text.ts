import type { OpenDocument } from '../document/open-document.ts'
import { PLAIN_TEXT } from '../document/parts/text-content.ts'

/** A new text as Figma makes it (T:1047): black, without characters, at the page's origin, on top. Returns its id. */
export function createText(document: OpenDocument): string {
  const fills = document.storedPaints([{ type: 'SOLID', color: { r: 0, g: 0, b: 0 } }])
  return document.tree.create(document.pageId, { type: 'TEXT', name: 'Text', fills, text: PLAIN_TEXT }).id
}
