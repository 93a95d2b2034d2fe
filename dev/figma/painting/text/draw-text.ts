import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../../scene.ts'
import { type PlacedPiece, placedPieces } from '../../text/placed-pieces.ts'
import type { Context } from '../composite.ts'
import { drawPaints, paintedExtent } from '../draw-paint.ts'
import type { DrawLayer } from '../patterns.ts'
import { JOINS, type Region } from '../region.ts'
import { apart, blankLike, lay, type Surface } from '../surface.ts'
import { inPlace } from './in-place.ts'

/** Draws a text layer, whose space the surface is in: each run with its own paints, then the strokes of all. */
export function drawText(surface: Surface, layer: SceneLayer, drawLayer: DrawLayer): void {
  const pieces = placedPieces(layer)
  for (const [fills, those] of byFills(pieces)) {
    const region: Region = { fill: ({ context }) => fillPieces(context, those) }
    drawPaints(surface, fills, { region, layer, drawLayer })
  }
  if (layer.stroke.weight === 0) return
  drawPaints(surface, layer.strokes, { region: { fill: (on) => strokePieces(on, layer, pieces) }, layer, drawLayer })
}

function byFills(pieces: readonly PlacedPiece[]): Map<readonly Paint[], PlacedPiece[]> {
  const groups = new Map<readonly Paint[], PlacedPiece[]>()
  for (const piece of pieces) {
    const { fills } = piece.letter
    groups.set(fills, [...(groups.get(fills) ?? []), piece])
  }
  return groups
}

function fillPieces(context: Context, pieces: readonly PlacedPiece[]): void {
  for (const piece of pieces) {
    inPlace(context, piece, () => context.fillText(piece.characters, 0, 0))
    const { x, y, width, gap, letter } = piece
    if (letter.textDecoration === 'NONE') continue
    const thick = Math.max(1, letter.fontSize * DECORATION)
    const middle = y + letter.fontSize * (letter.textDecoration === 'UNDERLINE' ? BELOW : -THROUGH)
    context.fillRect(x, middle - thick / 2, width + gap, thick)
  }
}

/** A canvas strokes letters on the middle only: the half that is not wanted is taken away apart. */
function strokePieces(surface: Surface, layer: SceneLayer, pieces: readonly PlacedPiece[]): void {
  const { align, weight, join, miterLimit } = layer.stroke
  const drawn = apart(surface, paintedExtent(surface, layer))
  if (!drawn) return
  const { context } = drawn
  context.strokeStyle = surface.context.fillStyle
  context.lineWidth = align === 'CENTER' ? weight : 2 * weight
  context.lineJoin = JOINS[join]
  context.miterLimit = miterLimit
  for (const piece of pieces) inPlace(context, piece, () => context.strokeText(piece.characters, 0, 0))
  if (align !== 'CENTER') {
    const letters = blankLike(drawn)
    fillPieces(letters.context, pieces)
    context.globalCompositeOperation = align === 'INSIDE' ? 'destination-in' : 'destination-out'
    lay(drawn, letters)
  }
  lay(surface, drawn)
}

/** Shares of the font's size: how thick lines are, and where their middle lies from what letters stand on. */
const DECORATION = 0.06
const BELOW = 0.12
const THROUGH = 0.28
