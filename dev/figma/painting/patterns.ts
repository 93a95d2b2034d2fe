import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'
import type { Context } from './composite.ts'
import { scaleOf } from './drawn-extent.ts'
import { canvasFor, lowestSurface, type Surface, toStack } from './surface.ts'

/** Draws a layer with its top left at the origin. Handed in: the layer's own drawing needs patterns itself. */
export type DrawLayer = (surface: Surface, layer: SceneLayer) => void

/**
 * Covers all that the context shows with copies of a layer, in one operation. Of a pattern Figma documents the fields only
 * (T:4873): `spacing` is taken for shares of the tile's size, hexagonal tiles for rows or columns that are shifted by half a
 * tile, and the alignment for where the first tile of a row lies.
 */
export function coverWithPattern(surface: Surface, paint: F.PatternPaint, layer: SceneLayer, draw: DrawLayer): void {
  const source = layer.patterns?.get(paint.sourceNodeId)
  if (!source || source.width === 0 || source.height === 0) return
  const { context } = surface
  const step = {
    x: source.width * paint.scalingFactor * (1 + paint.spacing.x),
    y: source.height * paint.scalingFactor * (1 + paint.spacing.y),
  }
  const tile = drawTile(surface, paint, source, step, draw)
  const pattern = tile && context.createPattern(tile.canvas, 'repeat')
  if (!pattern) return
  const { x: columns, y: rows } = repeats(paint)
  const from = (layer.width - source.width * paint.scalingFactor) * STARTS[paint.horizontalAlignment]
  const [across, down] = [(step.x * columns) / tile.canvas.width, (step.y * rows) / tile.canvas.height]
  pattern.setTransform(new DOMMatrix([across, 0, 0, down, from, 0]))
  context.fillStyle = pattern
  context.fillRect(-FAR, -FAR, 2 * FAR, 2 * FAR)
}

/** The smallest piece that repeats, in the resolution that it is seen in. */
function drawTile(
  surface: Surface,
  paint: F.PatternPaint,
  source: SceneLayer,
  step: F.Vector,
  draw: DrawLayer,
): Context | undefined {
  const count = repeats(paint)
  const scale = scaleOf(toStack(surface))
  const width = Math.round(step.x * count.x * scale)
  const height = Math.round(step.y * count.y * scale)
  if (width < 1 || height < 1 || width > MAX_TILE || height > MAX_TILE) return undefined
  const context = canvasFor(surface, width, height)
  const [across, down] = [width / (step.x * count.x), height / (step.y * count.y)]
  for (const { x, y } of placesOf(paint, step)) {
    context.setTransform(across * paint.scalingFactor, 0, 0, down * paint.scalingFactor, x * across, y * down)
    draw(lowestSurface(context, surface.bitmaps, surface.profiles), source)
  }
  return context
}

const repeats = ({ tileType }: F.PatternPaint): F.Vector => ({
  x: tileType === 'VERTICAL_HEXAGONAL' ? 2 : 1,
  y: tileType === 'HORIZONTAL_HEXAGONAL' ? 2 : 1,
})

/** Where copies lie in a tile; one that is cut by its edge comes in again at the other side. */
function placesOf({ tileType }: F.PatternPaint, { x, y }: F.Vector): F.Vector[] {
  if (tileType === 'HORIZONTAL_HEXAGONAL')
    return [
      { x: 0, y: 0 },
      { x: x / 2, y },
      { x: -x / 2, y },
    ]
  if (tileType === 'VERTICAL_HEXAGONAL')
    return [
      { x: 0, y: 0 },
      { x, y: y / 2 },
      { x, y: -y / 2 },
    ]
  return [{ x: 0, y: 0 }]
}

const STARTS = { START: 0, CENTER: 0.5, END: 1 }
/** px: beyond all that is painted. */
const FAR = 1e5
/** px; what Chromium's canvas holds. */
const MAX_TILE = 16_384
