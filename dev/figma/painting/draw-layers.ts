import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'
import type { Bitmaps } from './bitmaps.ts'
import { COMPOSITE, type Context, transformBy } from './composite.ts'
import { drawPaint } from './draw-paint.ts'

/** Draws layers, first is lowest, in the space that the context is in. */
export function drawLayers(context: Context, layers: readonly SceneLayer[], bitmaps: Bitmaps): void {
  for (const layer of layers) {
    if (!layer.visible || layer.opacity === 0) continue
    if (mustBlendAsWhole(layer)) drawAsWhole(context, layer, bitmaps)
    else drawLayer(context, layer, layer.opacity, bitmaps)
  }
}

function drawLayer(context: Context, layer: SceneLayer, opacity: number, bitmaps: Bitmaps): void {
  context.save()
  transformBy(context, layer.transform)
  const shape = shapeOf(layer)
  context.save()
  context.globalAlpha *= opacity
  for (const paint of layer.fills) if (isShown(paint)) drawPaint(context, paint, layer, shape, bitmaps)
  context.restore()
  if (layer.clipsContent) context.clip(shape)
  drawLayers(context, layer.children, bitmaps)
  context.restore()
}

/** What shows through half a layer is what lies below it, not its own other parts: it is drawn apart and laid on. */
function drawAsWhole(context: Context, layer: SceneLayer, bitmaps: Bitmaps): void {
  const { width, height } = context.canvas
  const apart = new OffscreenCanvas(width, height).getContext('2d')!
  apart.setTransform(context.getTransform())
  drawLayer(apart, layer, 1, bitmaps)
  context.save()
  context.resetTransform()
  context.globalAlpha *= layer.opacity
  context.globalCompositeOperation = COMPOSITE[layer.blendMode]
  context.drawImage(apart.canvas, 0, 0)
  context.restore()
}

function mustBlendAsWhole({ opacity, blendMode, fills, children }: SceneLayer): boolean {
  if (COMPOSITE[blendMode] !== 'source-over') return true
  const paints = fills.filter(isShown)
  if (blendMode === 'NORMAL' && paints.some((paint) => paint.blendMode && paint.blendMode !== 'NORMAL')) return true
  return opacity < 1 && paints.length + children.length > 1
}

function shapeOf({ type, width, height, cornerRadius }: SceneLayer): Path2D {
  const path = new Path2D()
  if (type === 'ELLIPSE') path.ellipse(width / 2, height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI)
  else path.roundRect(0, 0, width, height, Math.min(cornerRadius, width / 2, height / 2))
  return path
}

const isShown = (paint: Paint) => paint.visible !== false && paint.opacity !== 0
