import { toAppError } from '../shared/errors.ts'
import type { Selection } from '../shared/protocol.ts'
import { readRows } from './rows/read-rows.ts'

/** What is selected, as rows. */
export const readSelection = async (isWanted?: () => boolean): Promise<Selection> => ({
  rows: await readRows(figma.currentPage.selection, isWanted),
})

/**
 * Calls `tell` with the selection when it has settled after a change: of the selection or the page, or of the document
 * where that alters a row, undo included. A newer reading ends an older one.
 */
export function followSelection(tell: (selection: Selection) => void): void {
  let timer: number | undefined
  let latest = 0
  let told = ''

  async function read(always: boolean) {
    const mine = ++latest
    const selection = await readSelection(() => mine === latest).catch(unlessStopped)
    if (!selection || mine !== latest) return
    const text = JSON.stringify(selection)
    if (!always && text === told) return
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

function unlessStopped(thrown: unknown): undefined {
  if (toAppError(thrown).fault !== 'cancelled') throw thrown
}

/** ms; a marquee changes the selection many times. */
const SELECTION_SETTLE = 60
/** ms; a layer that is dragged changes at every frame. */
const DOCUMENT_SETTLE = 150
