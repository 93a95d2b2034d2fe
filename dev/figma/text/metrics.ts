import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LetterStyle } from '../document/parts/text-content.ts'
import { familyOf, weightOf } from './fonts.ts'

/**
 * px from what is drawn of one letter to the next, at a size that small capitals have apart from their style. An estimate,
 * and always the same: no font is opened for it.
 */
export function advanceOf(drawn: string, style: LetterStyle, fontSize = style.fontSize): number {
  if (INVISIBLE.test(drawn)) return 0
  const ems = [...drawn].reduce((sum, character) => sum + emsOf(character, style.fontName), 0)
  return ems * fontSize + letterSpacingOf(style)
}

/** px after every letter */
export const letterSpacingOf = ({ letterSpacing: { unit, value }, fontSize }: LetterStyle): number =>
  unit === 'PIXELS' ? value : (value / 100) * fontSize

/** px above and below the baseline that a letter asks of its line. */
export function extentOf(style: LetterStyle): { above: number; below: number } {
  const own = reachOf(style)
  const height = heightOf(style, own.above + own.below)
  const above = (height - own.above - own.below) / 2 + own.above
  return { above, below: height - above }
}

/** px above and below the baseline that letters of a font reach, whatever the height of their line. */
export function reachOf({ fontName, fontSize }: Pick<LetterStyle, 'fontName' | 'fontSize'>) {
  const { ascent, descent } = familyOf(fontName.family) ?? familyOf('Inter')!
  return { above: ascent * fontSize, below: descent * fontSize }
}

/** How a letter (a code point) is drawn. Title case begins words after anything but letters, digits and apostrophes. */
export function asDrawn(letter: string, before: string, { textCase, fontSize }: LetterStyle) {
  const upper = letter.toUpperCase()
  const isSmall = textCase === 'SMALL_CAPS_FORCED' || (textCase === 'SMALL_CAPS' && letter !== upper)
  const stays = textCase === 'ORIGINAL' || (textCase === 'TITLE' && WITHIN_WORD.test(before))
  return {
    characters: textCase === 'LOWER' ? letter.toLowerCase() : stays ? letter : upper,
    fontSize: isSmall ? fontSize * SMALL_CAP : fontSize,
  }
}

/** T: percents are of the font size. AUTO is what the font asks for, in whole px (believed). */
function heightOf({ lineHeight, fontSize }: LetterStyle, own: number): number {
  if (lineHeight.unit === 'AUTO') return Math.max(1, Math.round(own))
  return lineHeight.unit === 'PIXELS' ? lineHeight.value : (lineHeight.value / 100) * fontSize
}

function emsOf(character: string, fontName: F.FontName): number {
  const { breadth, fixedAdvance } = familyOf(fontName.family) ?? familyOf('Inter')!
  if (FULL_WIDTH.test(character)) return 1
  if (fixedAdvance) return fixedAdvance
  const [, ems] = CLASSES.find(([pattern]) => pattern.test(character)) ?? [undefined, OTHER]
  return ems * breadth * (1 + ((weightOf(fontName) - 400) / 100) * WIDER_BY_WEIGHT)
}

/** Ems of Inter Regular, by the kind of character; the first that fits. */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[\s]/, 0.28],
  [/[ijl.,:;'’‘|!]/, 0.26],
  [/[frtI()[\]{}"“”\-/\\]/, 0.37],
  [/[mw]/, 0.84],
  [/[MW@%—…]/, 0.9],
  [/[0-9+=<>~#$€£]/, 0.62],
  [/\p{Lu}/u, 0.68],
  [/\p{Ll}/u, 0.57],
]
const OTHER = 0.6
/** Per 100 of weight. */
const WIDER_BY_WEIGHT = 0.012
/** Of the size. */
const SMALL_CAP = 0.8

const WITHIN_WORD = /^[\p{L}\p{N}'’]$/u

const FULL_WIDTH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u
/** Line ends, marks on the letter before (variation selectors are such), and what joins or tints emoji. */
const INVISIBLE = /^(?:\p{M}|\p{Emoji_Modifier}|[\n\u2028\u200b-\u200d])$/u
