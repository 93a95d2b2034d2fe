import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { inverse } from '../document/geometry.ts'
import type { SceneLayer } from '../scene.ts'
import { type Bitmaps, filtered } from './bitmaps.ts'
import { COMPOSITE, type Context, transformBy } from './composite.ts'
import { imagePlacement } from './image-placement.ts'

/** Fills the layer's shape, in its own space, with one paint. */
export function drawPaint(context: Context, paint: F.Paint, layer: SceneLayer, shape: Path2D, bitmaps: Bitmaps): void {
  context.save()
  context.globalAlpha *= paint.opacity ?? 1
  // A blended layer sets its own operation for the whole of it; a normal paint leaves that alone.
  if (paint.blendMode && paint.blendMode !== 'NORMAL') context.globalCompositeOperation = COMPOSITE[paint.blendMode]
  if (paint.type === 'SOLID') drawSolid(context, paint, shape)
  if (paint.type === 'GRADIENT_LINEAR') drawGradient(context, paint, layer, shape)
  if (paint.type === 'IMAGE') drawImage(context, paint, layer, shape, bitmaps)
  context.restore()
}

function drawSolid(context: Context, { color }: F.SolidPaint, shape: Path2D): void {
  context.fillStyle = cssColor({ ...color, a: 1 })
  context.fill(shape)
}

/** `gradientTransform` takes the layer's unit square to a space where the gradient runs from x = 0 to x = 1 (T:4795). */
function drawGradient(context: Context, paint: F.GradientPaint, { width, height }: SceneLayer, shape: Path2D): void {
  const toLayer = inverse(paint.gradientTransform)
  if (!toLayer) return
  const gradient = context.createLinearGradient(0, 0, 1, 0)
  for (const { position, color } of paint.gradientStops) gradient.addColorStop(position, cssColor(color))
  context.clip(shape)
  context.scale(width, height)
  transformBy(context, toLayer)
  context.fillStyle = gradient
  context.fillRect(-FAR, -FAR, 2 * FAR, 2 * FAR)
}

function drawImage(context: Context, paint: F.ImagePaint, layer: SceneLayer, shape: Path2D, bitmaps: Bitmaps): void {
  const bitmap = bitmaps.get(paint.imageHash ?? '')
  const placement = bitmap && imagePlacement(paint, bitmap, layer)
  if (!placement) return
  const source = filtered(bitmap, paint.filters)
  context.imageSmoothingQuality = 'high'
  if (paint.scaleMode === 'TILE') {
    const [[a, c, x], [b, d, y]] = placement
    const pattern = context.createPattern(source, 'repeat')!
    const [w, h] = [bitmap.width, bitmap.height]
    pattern.setTransform(new DOMMatrix([a / w, b / w, c / h, d / h, x, y]))
    context.fillStyle = pattern
    context.fill(shape)
    return
  }
  context.clip(shape)
  transformBy(context, placement)
  context.drawImage(source, 0, 0, 1, 1)
}

const cssColor = ({ r, g, b, a }: F.RGBA) => `rgb(${r * 255} ${g * 255} ${b * 255} / ${a})`

/** In widths of the gradient: more than any layer shows of it. */
const FAR = 1000
