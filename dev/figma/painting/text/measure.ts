import type { LetterStyle } from '../../document/parts/text-content.ts'
import type { Context } from '../composite.ts'
import { useFont } from './font.ts'
import type { Letters } from './letters.ts'

/** px that a line of this style needs above and below what its letters stand on. */
export function lineReach(context: Context, style: LetterStyle): { above: number; below: number } {
  useFont(context, style)
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('')
  const { lineHeight, fontSize } = style
  if (lineHeight.unit === 'AUTO') return { above: ascent, below: descent }
  const height = lineHeight.unit === 'PIXELS' ? lineHeight.value : (lineHeight.value / 100) * fontSize
  const above = (height - ascent - descent) / 2 + ascent
  return { above, below: height - above }
}

/** px, with the space after each letter. */
export function widthOf(context: Context, letters: readonly Letters[]): number {
  return letters.reduce((sum, { text, style }) => {
    useFont(context, style)
    return sum + context.measureText(text).width
  }, 0)
}
