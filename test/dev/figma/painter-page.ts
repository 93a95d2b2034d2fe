import { createCanvasPainter, drawPage } from '../../../dev/figma/canvas-painter.ts'
import { IDENTITY, movedTo, turned } from '../../../dev/figma/document/geometry.ts'
import { newRecord } from '../../../dev/figma/document/layer-record.ts'
import { PLAIN_STROKE, type Stroke } from '../../../dev/figma/document/parts/stroke.ts'
import {
  type LetterStyle,
  PLAIN_LETTERS,
  PLAIN_TEXT,
  type TextContent,
} from '../../../dev/figma/document/parts/text-content.ts'
import { drawnExtent } from '../../../dev/figma/painting/drawn-extent.ts'
import { encode } from '../../../dev/figma/painting/encode.ts'
import type { Profiles, SceneLayer } from '../../../dev/figma/scene.ts'

// Runs in the browser: painter.test.ts bundles it and calls what it exports.

export type Part = Partial<Omit<SceneLayer, 'children' | 'stroke' | 'text' | 'patterns'>> & {
  rotation?: number
  x?: number
  y?: number
  stroke?: Partial<Stroke>
  text?: Partial<Omit<TextContent, 'letters'>>
  letters?: Partial<LetterStyle>
  patterns?: Record<string, Part>
  children?: readonly Part[]
}
type Point = readonly [x: number, y: number]

/** Colours, as #rrggbbaa, at points of what the painter makes of the layers. `quarters` is an image for their paints. */
export async function colorsAt(parts: Part[], points: Point[], { format = 'PNG' as 'PNG' | 'JPG', scale = 1 } = {}) {
  const context = await painted(parts, { format, scale })
  const { width, height } = context.canvas
  return { colors: points.map((point) => colorAt(context, point)), width, height }
}

async function painted(parts: Part[], { format, scale }: { format: 'PNG' | 'JPG'; scale: number }) {
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
  return context
}

/** The same for a live canvas. */
export async function liveColorsAt(parts: Part[], view: Parameters<typeof drawPage>[2], points: Point[]) {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
  const context = canvas.getContext('2d')!
  context.fillRect(0, 0, WIDTH, HEIGHT)
  await drawPage(context, { layers: parts.map(layerFrom), images: await images() }, view)
  return points.map((point) => colorAt(context, point))
}

function layerFrom({ x = 0, y = 0, rotation = 0, ...part }: Part): SceneLayer {
  const { parentId: _parent, childIds: _children, ...plain } = newRecord({ id: '1:2', type: 'RECTANGLE', name: '' })
  const { stroke, text, letters, patterns, children = [], ...same } = part
  return {
    ...plain,
    type: 'RECTANGLE',
    width: 80,
    height: 80,
    transform: turned(movedTo(IDENTITY, { x, y }), rotation),
    ...same,
    stroke: { ...PLAIN_STROKE, ...stroke },
    ...(text && { text: { ...PLAIN_TEXT, autoResize: 'NONE', ...text, letters: { ...PLAIN_LETTERS, ...letters } } }),
    ...(patterns && { patterns: new Map(Object.entries(patterns).map(([id, source]) => [id, layerFrom(source)])) }),
    children: children.map(layerFrom),
  }
}

/** The colour of the first pixel of a file, as its bytes have it, and whether the file names a colour profile. */
export async function profiledPixel(part: Part, profiles: Profiles) {
  const bytes = await createCanvasPainter().paint({
    layers: [layerFrom(part)],
    transform: IDENTITY,
    width: 10,
    height: 10,
    format: 'PNG',
    images: new Map(),
    profiles,
  })
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]))
  const context = new OffscreenCanvas(10, 10).getContext('2d', { colorSpace: profiles.file })!
  context.drawImage(bitmap, 0, 0)
  return { color: colorAt(context, [0, 0]), named: new TextDecoder('latin1').decode(bytes).includes('iCCP') }
}

/** How many px of each colour the painter makes of the layers, for what has no exact place, such as letters. */
export async function colorCounts(parts: Part[], box = { x: 0, y: 0, width: WIDTH, height: HEIGHT }) {
  const context = await painted(parts, { format: 'PNG', scale: 1 })
  const { data } = context.getImageData(box.x, box.y, box.width, box.height)
  const counts: Record<string, number> = {}
  for (let at = 0; at < data.length; at += 4) {
    const color = nameOf(data.subarray(at, at + 4))
    counts[color] = (counts[color] ?? 0) + 1
  }
  return counts
}

/** The box around all px that the painter gives some colour, in a box; and the one that the model says it draws in. */
export async function inkAndBounds(part: Part, box = { x: 0, y: 0, width: WIDTH, height: HEIGHT }) {
  const context = await painted([part], { format: 'PNG', scale: 1 })
  const { data } = context.getImageData(box.x, box.y, box.width, box.height)
  const xs: number[] = []
  const ys: number[] = []
  for (let at = 0; at < data.length / 4; at++) {
    if (data[at * 4 + 3] === 0) continue
    xs.push(box.x + (at % box.width))
    ys.push(box.y + Math.floor(at / box.width))
  }
  const layer = layerFrom(part)
  const ink = { left: Math.min(...xs), right: Math.max(...xs) + 1, top: Math.min(...ys), bottom: Math.max(...ys) + 1 }
  return { ink: xs.length > 0 ? ink : null, bounds: drawnExtent(layer, layer.transform) }
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
  return nameOf(context.getImageData(x, y, 1, 1).data)
}

const nameOf = (channels: Uint8ClampedArray) =>
  `#${[...channels].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`

/** px */
const WIDTH = 200
const HEIGHT = 120
