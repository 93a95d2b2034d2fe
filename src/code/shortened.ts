/** The text in at most so many characters: where it is too long, as many whole words as fit, and “…”. */
export function shortened(text: string, most: number): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= most) return words
  const end = words.slice(0, most).lastIndexOf(' ')
  // One word may be longer than half a message: then it is cut, but never within a character.
  const head = end >= most / 2 ? words.slice(0, end) : words.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')
  return `${head.replace(/[\s,;:–—-]+$/, '')}…`
}
