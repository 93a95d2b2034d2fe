import { FigmaError } from '../errors.ts'

/**
 * Checks path data as Figma does: only absolute M, L, Q, C and Z, each with its letter, numbers parted by spaces (T:5496).
 * The text is Figma's, from field reports; it quotes from where the path cannot be read to the next space.
 */
export function assertPathData(data: string): void {
  let rest = data.trimStart()
  let isFirst = true
  while (rest !== '') {
    const count = COUNTS[rest[0]!]
    if (count === undefined || (isFirst && rest[0] !== 'M')) throw invalid(rest)
    rest = rest.slice(1).trimStart()
    for (let index = 0; index < count; index++) {
      const number = NUMBER.exec(rest)
      if (!number) throw invalid(rest)
      rest = rest.slice(number[0].length).trimStart()
    }
    isFirst = false
  }
}

const invalid = (rest: string) => new FigmaError(`Failed to convert path. Invalid command at ${rest.split(/\s/)[0]}`)

/** How many numbers follow each command. */
const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 }
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/i
