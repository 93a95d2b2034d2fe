/** Puts words where the caret is in a text box, as if they were typed, and apart from the words around them. */
export function insertWords(box: HTMLTextAreaElement | null, words: string) {
  if (!box) return
  const { value, selectionStart: start, selectionEnd: end } = box
  const before = /[^\s([{“"'‘]$/.test(value.slice(0, start)) ? ' ' : ''
  const after = /^[\p{L}\p{N}]/u.test(value.slice(end)) ? ' ' : ''
  const caret = start + before.length + words.length
  box.focus()
  box.setRangeText(before + words + after, start, end)
  box.setSelectionRange(caret, caret)
  box.dispatchEvent(new Event('input', { bubbles: true }))
}
