/**
 * Puts words where the caret is in a text box, as if they were typed, and apart from the words around them. What is selected
 * stays before them: it could not be brought back by undo.
 */
export function insertWords(box: HTMLTextAreaElement | null, words: string) {
  if (!box) return
  const { value, selectionEnd: at } = box
  const before = /[^\s([{“"'‘]$/.test(value.slice(0, at)) ? ' ' : ''
  const after = /^[\p{L}\p{N}]/u.test(value.slice(at)) ? ' ' : ''
  const caret = at + before.length + words.length
  box.focus()
  box.setRangeText(before + words + after, at, at)
  box.setSelectionRange(caret, caret)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
