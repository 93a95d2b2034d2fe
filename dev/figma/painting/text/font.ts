import type { LetterStyle } from '../../document/parts/text-content.ts'
import type { Context } from '../composite.ts'

/** Sets the context up for letters of a style. A font that this machine lacks is drawn with one that it has. */
export function useFont(context: Context, { fontName, fontSize, textCase, letterSpacing }: LetterStyle): void {
  const { family, style } = fontName
  const slant = /italic|oblique/i.test(style) ? 'italic' : 'normal'
  const caps = textCase.startsWith('SMALL_CAPS') ? 'small-caps' : 'normal'
  context.font = `${slant} ${caps} ${weightOf(style)} ${fontSize}px "${family.replaceAll('"', '')}", sans-serif`
  context.fontVariantCaps = textCase === 'SMALL_CAPS_FORCED' ? 'all-small-caps' : caps
  const spacing = letterSpacing.unit === 'PERCENT' ? (letterSpacing.value / 100) * fontSize : letterSpacing.value
  context.letterSpacing = `${spacing}px`
  context.textBaseline = 'alphabetic'
}

function weightOf(style: string): number {
  const name = style.toLowerCase().replaceAll(/[\s-]/g, '')
  return WEIGHTS.find(([word]) => name.includes(word))?.[1] ?? 400
}

// A longer name comes before the one that it contains.
const WEIGHTS = [
  ['extralight', 200],
  ['ultralight', 200],
  ['semibold', 600],
  ['demibold', 600],
  ['extrabold', 800],
  ['ultrabold', 800],
  ['thin', 100],
  ['light', 300],
  ['medium', 500],
  ['bold', 700],
  ['black', 900],
  ['heavy', 900],
] as const
