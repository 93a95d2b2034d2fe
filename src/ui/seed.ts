/**
 * A seed that no one chose: 31 bits, as providers keep them. It need not be hard to guess, and whenever the form changes
 * there may be a thousand to draw.
 */
export const drawSeed = () => Math.floor(Math.random() * 2 ** 31)
