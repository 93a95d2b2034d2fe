import { familyOf, isItalic, weightOf } from '../../text/fonts.ts'
import { letterSpacingOf } from '../../text/metrics.ts'
import type { PlacedPiece } from '../../text/placed-pieces.ts'
import type { Context } from '../composite.ts'

/** Sets the context up for the letters of a piece. A font that this machine lacks is drawn with one that it has. */
export function useFont(context: Context, { letter, fontSize }: PlacedPiece): void {
  const { fontName } = letter
  const { kind } = familyOf(fontName.family) ?? { kind: 'sans-serif' }
  const slant = isItalic(fontName) ? 'italic' : 'normal'
  context.font = `${slant} ${weightOf(fontName)} ${fontSize}px "${fontName.family.replaceAll('"', '')}", ${kind}`
  context.letterSpacing = `${letterSpacingOf(letter)}px`
  context.textBaseline = 'alphabetic'
}
