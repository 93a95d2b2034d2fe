/** On one line, and with an ellipsis where it is longer than `most` characters. */
export function shortened(text: string, most: number): string {
  // What is far too long is not looked through to its end.
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= most && text.length <= most * 4) return line
  // Never between the two halves of a sign.
  return `${line
    .slice(0, most - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}
