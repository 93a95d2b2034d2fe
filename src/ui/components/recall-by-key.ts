import { isOnEdgeLine } from './caret-line.ts'

type Step = (by: 1 | -1, present: string) => string | undefined

/**
 * ↑ on the first line of the box and ↓ on its last show another prompt, which is the answer; elsewhere, with a modifier or
 * with something selected they do what they always do.
 */
export function recallByKey(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }, step: Step) {
  const { key, currentTarget: box } = event
  const by = key === 'ArrowUp' ? 1 : key === 'ArrowDown' ? -1 : undefined
  if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return undefined
  const edge = by === 1 ? 'first' : 'last'
  if (box.selectionStart !== box.selectionEnd || !isOnEdgeLine(box, edge)) return undefined
  const text = step(by, box.value)
  if (text === undefined) return undefined
  event.preventDefault()
  box.value = text
  box.setSelectionRange(text.length, text.length)
  // So that the same key goes on from a prompt of many lines.
  if (!isOnEdgeLine(box, edge)) box.setSelectionRange(0, 0)
  return text
}
