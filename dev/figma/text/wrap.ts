import type { TextLine } from './lines.ts'

/**
 * Pieces between line ends: Figma has “\n”, and U+2028 for shift and return (figma/plugin-typings#92). After U+2028 a line
 * begins, but no paragraph.
 */
export function paragraphsOf(
  characters: string,
): { start: number; end: number; isNew: boolean; endsParagraph: boolean }[] {
  const ends = [...characters.matchAll(/[\n\u2028]/g)].map(({ index }) => index)
  return [...ends, characters.length].map((end, at) => {
    const start = at === 0 ? 0 : ends[at - 1]! + 1
    return { start, end, isNew: start === 0 || characters[start - 1] === '\n', endsParagraph: characters[end] !== SOFT }
  })
}

interface Room {
  start: number
  end: number
  indent: number
  width: number
  endsParagraph: boolean
}

/** What of a line is known before its height is. */
type Piece = Pick<TextLine, 'start' | 'end' | 'width' | 'indent' | 'endsParagraph'>

/** Breaks where a word ends, and within a word that is longer than a line. Spaces at a break hang over. */
export function wrapped(
  characters: string,
  advances: readonly number[],
  { end, endsParagraph, ...room }: Room,
): Piece[] {
  const sum = (from: number, to: number) => advances.slice(from, to).reduce((total, advance) => total + advance, 0)
  const pieces: Piece[] = []
  let { start, indent } = room
  let [used, broken] = [0, start]
  for (let index = start; index < end; index++) {
    const isSpace = characters[index] === ' '
    const isFull = used + advances[index]! > room.width - indent + TOLERANCE
    // What takes no room, such as a mark, stays with the letter before.
    if (isFull && advances[index]! > 0 && !isSpace && index > start) {
      const next = broken > start ? broken : index
      const shownEnd = start + characters.slice(start, next).trimEnd().length
      pieces.push({ start, end: shownEnd, width: sum(start, shownEnd), indent, endsParagraph: false })
      ;[start, indent, broken] = [next, 0, next]
      used = sum(start, index)
    }
    used += advances[index]!
    if (isSpace || characters[index] === '-' || isBetween(characters, index)) broken = index + 1
  }
  return [...pieces, { start, end, width: sum(start, end), indent, endsParagraph }]
}

/** Scripts without spaces break after every letter. */
const isBetween = (characters: string, index: number) => UNSPACED.test(characters[index]!)

const SOFT = '\u2028'
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
/** px; sums of fractions are not exact. */
const TOLERANCE = 1e-3
