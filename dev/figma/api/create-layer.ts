import type { OpenDocument } from '../document/open-document.ts'

/** A new layer as Figma makes it: 100 × 100 px at the page's origin, on top (T:914). Returns its id. */
export function createLayer(document: OpenDocument, type: keyof typeof NAMES): string {
  const fills = document.storedPaints([{ type: 'SOLID', color: type === 'FRAME' ? WHITE : GREY }])
  const { id } = document.tree.create(document.pageId, { type, name: NAMES[type], ...SIZE, fills })
  return id
}

const NAMES = { FRAME: 'Frame', RECTANGLE: 'Rectangle', ELLIPSE: 'Ellipse' }
/** px */
const SIZE = { width: 100, height: 100 }
const WHITE = { r: 1, g: 1, b: 1 }
/** #d9d9d9, the fill of a new shape in Figma. */
const GREY = { r: 217 / 255, g: 217 / 255, b: 217 / 255 }
