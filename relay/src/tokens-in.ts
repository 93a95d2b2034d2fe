/** One token, or several with commas between them, so that one can be taken back alone. */
export const tokensIn = (text: string) =>
  text
    .split(',')
    .map((token) => token.trim())
    .filter(Boolean)
