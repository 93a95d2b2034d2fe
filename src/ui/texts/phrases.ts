/** A provider's own word as a choice. */
export const nameText = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Words of others, as they are. */
export const quoted = (words: string) => `“${words.trim()}”`

/** What a screen reader says of a button, where many rows have the same. */
export const named = (word: string, name: string) => `${word} ${name}`

export const listed = (words: readonly string[], and = 'and') =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}` : (words[0] ?? '')

/** Between words that stand beside each other in one line. */
export const SEPARATOR = ' · '

/** What there is of words, beside each other. */
export const inOneLine = (words: readonly (string | number | false | undefined)[]) =>
  words.filter(Boolean).join(SEPARATOR)
