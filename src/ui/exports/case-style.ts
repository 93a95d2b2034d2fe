import type { CaseStyle } from './choice.ts'

/** A value in a style, each part between `/` by itself. Letters of every script stay, and so do emoji. */
export function inCase(value: string, style: CaseStyle): string {
  if (style === 'as-is') return value
  if (style === 'lower') return value.toLowerCase()
  return value
    .split('/')
    .map((part) => STYLES[style](wordsOf(part)))
    .join('/')
}

/** “UICard isOpen 24” is “UI”, “Card”, “is”, “Open”, “24”. */
function wordsOf(text: string): string[] {
  return text.replace(APOSTROPHES, '').replace(HUMPS, '$& ').match(WORDS) ?? []
}

const lower = (word: string) => word.toLowerCase()
function capital(word: string): string {
  const [first = '', ...others] = word
  return first.toUpperCase() + lower(others.join(''))
}

const STYLES: Record<Exclude<CaseStyle, 'as-is' | 'lower'>, (words: string[]) => string> = {
  kebab: (words) => words.map(lower).join('-'),
  snake: (words) => words.map(lower).join('_'),
  camel: ([first = '', ...others]) => lower(first) + others.map(capital).join(''),
  pascal: (words) => words.map(capital).join(''),
}

const APOSTROPHES = /(?<=\p{L})['’](?=\p{L})/gu
/** The end of a word that a capital follows; “PNGs” stays one. */
const HUMPS = /\p{Ll}\p{M}*(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll}{2})/gu
/** Letters, digits and pictures, with the joiners, skin tones and tags that make one picture of several; keycaps. */
const WORDS =
  /(?:[#*]\uFE0F?\u20E3|[\p{L}\p{M}\p{N}\p{So}\p{Extended_Pictographic}\p{Emoji_Modifier}\u{E0020}-\u{E007F}\u200C\u200D])+/gu
