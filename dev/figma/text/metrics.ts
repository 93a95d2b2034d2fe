import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LetterStyle } from '../document/parts/text-content.ts'
import { familyOf, weightOf } from './fonts.ts'

/** px from one letter (a code point) to the next. An estimate, and always the same: no font is opened for it. */
export function advanceOf(letter: string, style: LetterStyle): number {
  if (INVISIBLE.test(letter)) return 0
  const { fontName, fontSize, letterSpacing, textCase } = style
  const shown = [...shownText(letter, textCase)]
  const size = isSmallCap(letter, textCase) ? fontSize * SMALL_CAP : fontSize
  const width = shown.reduce((sum, character) => sum + emsOf(character, fontName), 0) * size
  const { unit, value } = letterSpacing
  return width + (unit === 'PIXELS' ? value : (value / 100) * fontSize)
}

/** px above and below the baseline that a letter asks of its line. */
export function extentOf({ fontName, fontSize, lineHeight }: LetterStyle): { above: number; below: number } {
  const { ascent, descent } = familyOf(fontName.family) ?? familyOf('Inter')!
  const own = (ascent + descent) * fontSize
  const height = heightOf(lineHeight, fontSize, own)
  const above = (height - own) / 2 + ascent * fontSize
  return { above, below: height - above }
}

/** The characters as they are drawn. Title case begins words after anything but letters, digits and apostrophes. */
export function shownText(characters: string, textCase: F.TextCase): string {
  if (textCase === 'LOWER') return characters.toLowerCase()
  if (textCase === 'ORIGINAL') return characters
  if (textCase === 'TITLE') return characters.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (first) => first.toUpperCase())
  return characters.toUpperCase()
}

/** A letter that is drawn as a capital of `SMALL_CAP` the size. */
export const isSmallCap = (letter: string, textCase: F.TextCase) =>
  textCase === 'SMALL_CAPS_FORCED' || (textCase === 'SMALL_CAPS' && letter !== letter.toUpperCase())

/** T: percents are of the font size. AUTO is what the font asks for, in whole px (believed). */
function heightOf(lineHeight: F.LineHeight, fontSize: number, own: number): number {
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
export const SMALL_CAP = 0.8

const FULL_WIDTH =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Extended_Pictographic}\u3000-\u303f\uff00-\uff60]/u
/** Line ends, marks on the letter before (variation selectors are such), and what joins or tints emoji. */
const INVISIBLE = /^(?:\p{M}|\p{Emoji_Modifier}|[\n\u2028\u200b-\u200d])$/u
