import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'
import { filtered } from './bitmaps.ts'
import { COMPOSITE, type Context, clipTo, cssColor, transformBy, within } from './composite.ts'
import { ownExtent, scaleOf } from './drawn-extent.ts'
import { coverWithGradient } from './gradients.ts'
import { imagePlacement } from './image-placement.ts'
import { grown } from './outline/extent.ts'
import { coverWithPattern, type DrawLayer } from './patterns.ts'
import type { Region } from './region.ts'
import { isShown } from './shown.ts'
import { apart, lay, type Surface, toStack } from './surface.ts'

interface PaintedRegion {
  region: Region
  layer: SceneLayer
  drawLayer: DrawLayer
}

/** Paints a region of a layer, whose space the surface is in; the first paint is lowest. */
export function drawPaints(surface: Surface, paints: readonly F.Paint[], painted: PaintedRegion): void {
  for (const paint of paints) if (isShown(paint)) drawPaint(surface, paint, painted)
}

function drawPaint(surface: Surface, paint: F.Paint, painted: PaintedRegion): void {
  const { context } = surface
  within(context, () => {
    context.globalAlpha *= paint.opacity ?? 1
    // A blended layer sets its own operation for the whole of it; a normal paint leaves that alone.
    if (paint.blendMode && paint.blendMode !== 'NORMAL') context.globalCompositeOperation = COMPOSITE[paint.blendMode]
    if (paint.type === 'SOLID') {
      context.fillStyle = cssColor({ ...paint.color, a: 1 }, surface.profiles.document)
      painted.region.fill(surface)
    } else if (painted.region.outline) {
      clipTo(context, painted.region.outline)
      cover(surface, paint, painted)
    } else coverThrough(surface, paint, painted)
  })
}

/** Strokes and letters cannot be clipped to: they are drawn apart, and what they cover takes the paint. */
function coverThrough(surface: Surface, paint: F.Paint, painted: PaintedRegion): void {
  const mask = apart(surface, paintedExtent(surface, painted.layer))
  if (!mask) return
  mask.context.fillStyle = 'black'
  painted.region.fill(mask)
  mask.context.globalCompositeOperation = 'source-in'
  cover(mask, paint, painted)
  lay(surface, mask)
}

/** Px of the stack that a layer's own paints may cover. Letters may reach beyond their box. */
export function paintedExtent(surface: Surface, layer: SceneLayer): F.Rect | null {
  const space = toStack(surface)
  return grown(ownExtent(layer, space), (layer.text?.letters.fontSize ?? 0) * scaleOf(space))
}

/** Covers all that can be seen with the paint, in one operation. Videos and shaders draw nothing. */
function cover(surface: Surface, paint: F.Paint, { layer, drawLayer }: PaintedRegion): void {
  const box = paintBox(layer)
  if ('gradientStops' in paint) coverWithGradient(surface, paint, { box, extent: paintedExtent(surface, layer) })
  else if (paint.type === 'IMAGE') coverWithImage(surface, paint, box)
  else if (paint.type === 'PATTERN') coverWithPattern(surface, paint, layer, drawLayer)
  else clear(surface.context)
}

function coverWithImage({ context, bitmaps }: Surface, paint: F.ImagePaint, box: F.Rect): void {
  const bitmap = bitmaps.get(paint.imageHash ?? '')
  const placement = bitmap && imagePlacement(paint, bitmap, box)
  if (!placement) {
    clear(context)
    return
  }
  const source = filtered(bitmap, paint.filters)
  context.imageSmoothingQuality = 'high'
  within(context, () => {
    context.translate(box.x, box.y)
    if (paint.scaleMode !== 'TILE') {
      transformBy(context, placement)
      context.drawImage(source, 0, 0, 1, 1)
      return
    }
    const [[a, c, x], [b, d, y]] = placement
    const pattern = context.createPattern(source, 'repeat')!
    const [w, h] = [bitmap.width, bitmap.height]
    pattern.setTransform(new DOMMatrix([a / w, b / w, c / h, d / h, x, y]))
    context.fillStyle = pattern
    context.fillRect(-FAR, -FAR, 2 * FAR, 2 * FAR)
  })
}

/** Where a mask waits for its paint, nothing must stay of it. */
function clear(context: Context): void {
  if (context.globalCompositeOperation === 'source-in') context.clearRect(-FAR, -FAR, 2 * FAR, 2 * FAR)
}

/** What paints are stretched over. A line has no height: its strokes are all there is. */
function paintBox({ width, height, stroke }: SceneLayer): F.Rect {
  return {
    x: width > 0 ? 0 : -stroke.weight / 2,
    y: height > 0 ? 0 : -stroke.weight / 2,
    width: width || stroke.weight,
    height: height || stroke.weight,
  }
}

/** px: beyond all that is painted. */
const FAR = 1e5
