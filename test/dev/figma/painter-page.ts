import { createCanvasPainter, drawPage } from '../../../dev/figma/canvas-painter.ts'
import { IDENTITY, movedTo, turned } from '../../../dev/figma/document/geometry.ts'
import { newRecord } from '../../../dev/figma/document/layer-record.ts'
import { encode } from '../../../dev/figma/painting/encode.ts'
import type { SceneLayer } from '../../../dev/figma/scene.ts'

// Runs in the browser: painter.test.ts bundles it and calls what it exports.

export type Part = Partial<SceneLayer> & { rotation?: number; x?: number; y?: number }
type Point = readonly [x: number, y: number]

/** Colours, as #rrggbbaa, at points of what the painter makes of the layers. `quarters` is an image for their paints. */
export async function colorsAt(parts: Part[], points: Point[], { format = 'PNG' as 'PNG' | 'JPG', scale = 1 } = {}) {
  const bytes = await createCanvasPainter().paint({
    layers: parts.map(layerFrom),
    transform: [
      [scale, 0, 0],
      [0, scale, 0],
    ],
    width: WIDTH * scale,
    height: HEIGHT * scale,
    format,
    images: await images(),
  })
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  return { colors: points.map((point) => colorAt(context, point)), width: bitmap.width, height: bitmap.height }
}

/** The same for a live canvas. */
export async function liveColorsAt(parts: Part[], view: Parameters<typeof drawPage>[2], points: Point[]) {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  const context = canvas.getContext('2d')!
  context.fillRect(0, 0, WIDTH, HEIGHT)
  await drawPage(context, { layers: parts.map(layerFrom), images: await images() }, view)
  return points.map((point) => colorAt(context, point))
}

function layerFrom({ x = 0, y = 0, rotation = 0, children = [], ...part }: Part): SceneLayer {
  const { parentId: _parent, childIds: _children, ...plain } = newRecord({ id: '1:2', type: 'RECTANGLE', name: '' })
  return {
    ...plain,
    type: 'RECTANGLE',
    width: 80,
    height: 80,
    transform: turned(movedTo(IDENTITY, { x, y }), rotation),
    ...part,
    children: (children as Part[]).map(layerFrom),
  }
}

/** 80 × 40 px: red, green above blue, white. */
async function images() {
  const canvas = new OffscreenCanvas(80, 40)
  const context = canvas.getContext('2d')!
  const quarters = [
    ['#f00', 0, 0],
    ['#0f0', 40, 0],
    ['#00f', 0, 20],
    ['#fff', 40, 20],
  ] as const
  for (const [color, x, y] of quarters) {
    context.fillStyle = color
    context.fillRect(x, y, 40, 20)
  }
  return new Map([['quarters', await encode(canvas, 'image/png')]])
}

function colorAt(context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D, [x, y]: Point): string {
  const [...channels] = context.getImageData(x, y, 1, 1).data
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** px */
const WIDTH = 200
const HEIGHT = 120
