/** Whether all the words that were typed stand in one of these texts or another. Case does not count. */
export function isFound(query: string, texts: readonly string[]): boolean {
  const words = query.toLowerCase().split(/\s+/)
  const text = texts.join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}
