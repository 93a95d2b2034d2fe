import type { SheetModel } from '../state/sheet.ts'

/** Shows a sheet that is pasted into a box before it becomes anything; any other text is left to the box. */
export const pasteSheet =
  ({ offer }: Pick<SheetModel, 'offer'>) =>
  (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    const { clipboardData, currentTarget: box } = event
    const text = clipboardData?.getData('text/plain') ?? ''
    // Sheets copy what is selected as a table, too; what is copied of a page has more around it.
    const isTable = /<table/i.test(clipboardData?.getData('text/html') ?? '')
    if (offer(text, { isTable, start: box.selectionStart, end: box.selectionEnd })) event.preventDefault()
  }
