import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { assertPaintable } from './painting/assert-paintable.ts'
import { bitmapsOf } from './painting/bitmaps.ts'
import { type Context, transformBy } from './painting/composite.ts'
import { drawLayers } from './painting/draw-layers.ts'
import { encode } from './painting/encode.ts'
import { imagesInSight } from './painting/in-sight.ts'
import { lowestSurface } from './painting/surface.ts'
import type { Painter, SceneLayer } from './scene.ts'

/** Paints with a canvas. For a page only: Node has none. Throws by name for what it cannot paint. */
export function createCanvasPainter(): Painter {
  return {
    async paint({ layers, transform, width, height, format, images, profiles }) {
      if (width > MAX_SIDE || height > MAX_SIDE) throw new Error(`${width} × ${height} px is more than can be painted.`)
      assertPaintable(layers)
      const bitmaps = await bitmapsOf(images)
      const canvas = new OffscreenCanvas(width, height)
      const context = canvas.getContext('2d', { colorSpace: profiles?.file ?? 'srgb' })!
      if (format === 'JPG') cover(context, 'white')
      transformBy(context, transform)
      drawLayers(lowestSurface(context, bitmaps, profiles), layers)
      return encode(canvas, format === 'JPG' ? 'image/jpeg' : 'image/png')
    },
  }
}

/** What of a page is seen: its point p lies at p × zoom + (x, y), in CSS px of the canvas. */
export interface View {
  zoom: number
  x: number
  y: number
  /** Canvas px per CSS px; 1 unless said. */
  pixelRatio?: number
}

/**
 * Clears the canvas and draws a page with the renderer that `exportAsync` uses. It waits for the images in sight to
 * decode; a later call on the same canvas takes its place, and then the earlier one draws nothing. What an export refuses
 * to paint is left out here.
 */
export async function drawPage(
  context: CanvasRenderingContext2D,
  page: { layers: readonly SceneLayer[]; images: ReadonlyMap<string, Uint8Array> },
  { zoom, x, y, pixelRatio = 1 }: View,
): Promise<void> {
  const turn = (turns.get(context) ?? 0) + 1
  turns.set(context, turn)
  const scale = pixelRatio * zoom
  const space: F.Transform = [
    [scale, 0, pixelRatio * x],
    [0, scale, pixelRatio * y],
  ]
  const { width, height } = context.canvas
  const seen = imagesInSight(page.layers, space, { x: 0, y: 0, width, height })
  const bitmaps = await bitmapsOf(new Map([...page.images].filter(([hash]) => seen.has(hash))))
  if (turns.get(context) !== turn) return
  context.resetTransform()
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  transformBy(context, space)
  drawLayers(lowestSurface(context, bitmaps), page.layers)
}

const turns = new WeakMap<CanvasRenderingContext2D, number>()

function cover(context: Context, color: string): void {
  context.fillStyle = color
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)
}

/** px; what Chromium's canvas holds. */
const MAX_SIDE = 16_384
