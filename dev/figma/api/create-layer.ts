import type { LayerRecord } from '../document/layer-record.ts'
import type { OpenDocument } from '../document/open-document.ts'
import { PLAIN_STROKE } from '../document/parts/stroke.ts'

/**
 * A new layer as Figma makes it: at the page's origin, on top, 100 × 100 px and grey (T:914), but for lines, which are a
 * black stroke (T:939). What the typings do not say is as new layers are in files. Returns its id.
 */
export function createLayer(document: OpenDocument, type: keyof typeof NEW): string {
  const { filled, stroked, ...look } = NEW[type] as NewLayer
  const paints = (color: Color | undefined) => document.storedPaints(color ? [{ type: 'SOLID', color }] : [])
  return document.tree.create(document.pageId, {
    type,
    ...SIZE,
    ...look,
    fills: paints(filled),
    strokes: paints(stroked),
    ...(stroked && { stroke: { ...PLAIN_STROKE, align: 'CENTER' } }),
  }).id
}

interface NewLayer extends Partial<LayerRecord> {
  name: string
  filled?: Color
  stroked?: Color
}

interface Color {
  r: number
  g: number
  b: number
}

const WHITE = { r: 1, g: 1, b: 1 }
const BLACK = { r: 0, g: 0, b: 0 }
/** #d9d9d9, the fill of a new shape in Figma. */
const GREY = { r: 217 / 255, g: 217 / 255, b: 217 / 255 }
/** px */
const SIZE = { width: 100, height: 100 }

const NEW = {
  FRAME: { name: 'Frame', filled: WHITE },
  RECTANGLE: { name: 'Rectangle', filled: GREY },
  ELLIPSE: { name: 'Ellipse', filled: GREY },
  LINE: { name: 'Line', height: 0, stroked: BLACK },
  POLYGON: { name: 'Polygon', filled: GREY, pointCount: 3 },
  STAR: { name: 'Star', filled: GREY, pointCount: 5, innerRadius: 0.382 },
  VECTOR: { name: 'Vector', stroked: BLACK, vectorPaths: [] },
  SLICE: { name: 'Slice' },
  SECTION: { name: 'Section', filled: WHITE },
  BOOLEAN_OPERATION: { name: 'Union', filled: GREY, operation: 'UNION' },
} as const satisfies Record<string, NewLayer>
