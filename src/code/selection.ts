import type { Selection } from '../shared/protocol.ts'
import { rowsOf } from './source.ts'

/** What is selected, as rows from top left to bottom right. Figma: the selection itself has no order. */
export async function readSelection(): Promise<Selection> {
  const layers = [...figma.currentPage.selection].sort(byPosition)
  const rows = await Promise.all(layers.map(rowsOf))
  return { rows: rows.flat() }
}

/**
 * Calls `tell` with the selection when it has settled after a change: of the selection or the page, or of the document
 * where that alters a row, undo included. A reading that is older than the last is dropped.
 */
export function followSelection(tell: (selection: Selection) => void): void {
  let timer: number | undefined
  let latest = 0
  let told = ''

  async function read(always: boolean) {
    const mine = ++latest
    const selection = await readSelection()
    const text = JSON.stringify(selection)
    if (mine !== latest || (!always && text === told)) return
    told = text
    tell(selection)
  }
  function settle(wait: number, always: boolean) {
    if (timer !== undefined) clearTimeout(timer)
    timer = setTimeout(() => read(always), wait)
  }

  const documentChanged = () => settle(DOCUMENT_SETTLE, false)
  let page = figma.currentPage
  page.on('nodechange', documentChanged)
  figma.on('selectionchange', () => settle(SELECTION_SETTLE, true))
  figma.on('currentpagechange', () => {
    page.off('nodechange', documentChanged)
    page = figma.currentPage
    page.on('nodechange', documentChanged)
    settle(SELECTION_SETTLE, true)
  })
}

function byPosition(a: SceneNode, b: SceneNode): number {
  const [one, other] = [a.absoluteBoundingBox, b.absoluteBoundingBox]
  if (!one || !other) return 0
  return one.y - other.y || one.x - other.x
}

/** ms; a marquee changes the selection many times. */
const SELECTION_SETTLE = 60
/** ms; a layer that is dragged changes at every frame. */
const DOCUMENT_SETTLE = 150
