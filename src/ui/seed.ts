/** A seed that no one chose: 31 bits, as providers keep them. The iframe may lack the rest of `crypto`. */
export const drawSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1
