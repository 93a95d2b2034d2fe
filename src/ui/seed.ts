/**
 * A seed that no one chose: 31 bits, as providers keep them. It need not be hard to guess, and whenever the form changes
 * there may be a thousand to draw.
 */
export const drawSeed = () => Math.floor(Math.random() * 2 ** 31)

/** Providers keep a seed in 31 bits. */
export const LARGEST_SEED = 2 ** 31 - 1

/** As it is typed; undefined where it is none. */
export function seedIn(text: string): number | undefined {
  const seed = text.trim() === '' ? Number.NaN : Number(text)
  return Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED ? seed : undefined
}
