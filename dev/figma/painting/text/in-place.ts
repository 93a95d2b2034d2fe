import type { PlacedPiece } from '../../text/placed-pieces.ts'
import { type Context, within } from '../composite.ts'
import { useFont } from './font.ts'

/**
 * Draws the letters of a piece from (0, 0), in a space where they are as wide as they were measured: what the fonts of
 * this machine make of them is stretched.
 */
export function inPlace(context: Context, piece: PlacedPiece, draw: () => void): void {
  within(context, () => {
    useFont(context, piece)
    const { width } = context.measureText(piece.characters)
    context.translate(piece.x, piece.y)
    // Letters that negative spacing lays over one another have no width to stretch.
    if (width > 0 && piece.width > 0) context.scale(piece.width / width, 1)
    draw()
  })
}
