import type { PlacedLayer } from './placed.ts'
import { type Box, type Point, toCanvas, type Viewport } from './viewport.ts'

export interface Overlay {
  viewport: Viewport
  placed: readonly PlacedLayer[]
  nameOf(id: string): string
  selected: ReadonlySet<string>
  hovered: string | undefined
  /** Document px. */
  marquee: Box | undefined
  colors: { accent: string; quiet: string }
}

/** What Figma draws over the document: frame names, outlines of what is selected or under the pointer, the marquee. */
export function drawOverlay(context: CanvasRenderingContext2D, overlay: Overlay) {
  const { viewport, placed, selected, hovered, marquee, colors } = overlay
  const onCanvas = (point: Point) => toCanvas(viewport, point)
  context.strokeStyle = colors.accent
  for (const one of placed) {
    const { id, type } = one.layer
    const chosen = selected.has(id)
    if (!one.parent && NAMED.has(type)) drawName(context, one, overlay, chosen)
    if (!chosen && id !== hovered) continue
    context.lineWidth = chosen ? 1 : 2
    outline(context, one.corners.map(onCanvas))
    if (chosen) drawHandles(context, one.corners.map(onCanvas))
  }
  if (!marquee) return
  const { x, y } = onCanvas(marquee)
  context.lineWidth = 1
  context.fillStyle = `${colors.accent}1a`
  context.fillRect(x, y, marquee.width * viewport.zoom, marquee.height * viewport.zoom)
  context.strokeRect(x, y, marquee.width * viewport.zoom, marquee.height * viewport.zoom)
}

function drawName(context: CanvasRenderingContext2D, one: PlacedLayer, overlay: Overlay, chosen: boolean) {
  const { x, y } = toCanvas(overlay.viewport, one.corners[0] ?? one.box)
  const room = one.box.width * overlay.viewport.zoom
  context.font = NAME_FONT
  context.fillStyle = chosen ? overlay.colors.accent : overlay.colors.quiet
  context.fillText(shortened(context, overlay.nameOf(one.layer.id), room), x, y - NAME_GAP)
}

function shortened(context: CanvasRenderingContext2D, name: string, room: number): string {
  if (context.measureText(name).width <= room) return name
  let length = name.length
  while (length > 0 && context.measureText(`${name.slice(0, length)}…`).width > room) length--
  return length > 0 ? `${name.slice(0, length)}…` : ''
}

function outline(context: CanvasRenderingContext2D, corners: Point[]) {
  context.beginPath()
  for (const { x, y } of corners) context.lineTo(x, y)
  context.closePath()
  context.stroke()
}

function drawHandles(context: CanvasRenderingContext2D, corners: Point[]) {
  context.fillStyle = '#ffffff'
  for (const { x, y } of corners) {
    context.fillRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE)
    context.strokeRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE)
  }
}

/** Kinds whose names stand above them when they lie on the page itself. */
const NAMED: ReadonlySet<string> = new Set(['FRAME', 'SECTION', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'])
const NAME_FONT = '11px Inter, system-ui, sans-serif'
/** CSS px between a frame and its name. */
const NAME_GAP = 7
/** CSS px */
const HANDLE = 6
