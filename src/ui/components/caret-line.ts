/** Whether the caret is on the first or last line of the box, where long lines count as they are broken. */
export function isOnEdgeLine(box: HTMLTextAreaElement, edge: 'first' | 'last'): boolean {
  const { value, selectionStart } = box
  const [before, after] = [value.slice(0, selectionStart), value.slice(selectionStart)]
  if ((edge === 'first' ? before : after).includes('\n')) return false
  const [first, caret, last] = topsIn(box, [before, after])
  return edge === 'first' ? caret === first : caret === last
}

/** px: where the lines are on which these pieces begin and the last one ends. A browser only tells of text that is laid out. */
function topsIn(box: HTMLTextAreaElement, [before, after]: readonly [string, string]) {
  const { font, letterSpacing, paddingLeft, paddingRight } = getComputedStyle(box)
  const copy = document.createElement('div')
  Object.assign(copy.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    width: `${box.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)}px`,
    ...{ font, letterSpacing },
  })
  const marks = [0, 1, 2].map(() => document.createElement('span'))
  // A line that is still empty has no height of its own.
  marks[2]!.textContent = '\u200b'
  copy.append(marks[0]!, before, marks[1]!, after, marks[2]!)
  document.body.append(copy)
  const tops = marks.map(({ offsetTop }) => offsetTop)
  copy.remove()
  return tops
}
