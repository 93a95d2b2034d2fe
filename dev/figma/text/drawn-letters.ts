import type { LetterStyle, TextContent } from '../document/parts/text-content.ts'
import { stretchesOf } from './letters.ts'
import { advanceOf, asDrawn } from './metrics.ts'

/** What one UTF-16 unit of a text draws. A unit that goes on a letter may draw something, but takes no room. */
export interface DrawnLetter {
  readonly style: LetterStyle
  /** As the letter's case has it. */
  readonly characters: string
  /** px; of small capitals less than the style says. */
  readonly fontSize: number
  /** px to the next letter */
  readonly advance: number
}

/** By UTF-16 unit. Measuring and painting both start from it. */
export function drawnLetters(text: TextContent): readonly DrawnLetter[] {
  const known = KNOWN.get(text)
  if (known) return known
  const letters = measured(text)
  KNOWN.set(text, letters)
  return letters
}

function measured(text: TextContent): DrawnLetter[] {
  const styles = stretchesOf({ text, fills: [] }).flatMap(({ start, end, letter }) =>
    Array<LetterStyle>(end - start).fill(letter),
  )
  const letters: DrawnLetter[] = []
  let before = ''
  for (const letter of text.characters) {
    const style = styles[letters.length]!
    const drawn = { style, ...asDrawn(letter, before, style) }
    // What a joiner adds to an emoji takes no room.
    letters.push({ ...drawn, advance: before === JOINER ? 0 : advanceOf(drawn.characters, style, drawn.fontSize) })
    if (letter.length > 1) letters.push({ ...drawn, characters: '', advance: 0 })
    before = letter
  }
  return letters
}

const JOINER = '\u200d'
/** A text that is changed is another object, and one that is painted is measured many times. */
const KNOWN = new WeakMap<TextContent, readonly DrawnLetter[]>()
