export interface Point {
  x: number
  y: number
}

export interface Box extends Point {
  width: number
  height: number
}

/** What of the document is seen: a document point lies at `point * zoom + offset`, in CSS pixels of the canvas. */
export interface Viewport {
  zoom: number
  x: number
  y: number
}

export const toCanvas = ({ zoom, x, y }: Viewport, point: Point): Point => ({
  x: point.x * zoom + x,
  y: point.y * zoom + y,
})

export const toDocument = ({ zoom, x, y }: Viewport, point: Point): Point => ({
  x: (point.x - x) / zoom,
  y: (point.y - y) / zoom,
})

export const panned = (viewport: Viewport, by: Point): Viewport => ({
  ...viewport,
  x: viewport.x + by.x,
  y: viewport.y + by.y,
})

/** Zoomed by `factor`, the document point under `anchor` staying where it is. */
export function zoomedAt(viewport: Viewport, anchor: Point, factor: number): Viewport {
  const zoom = clamped(viewport.zoom * factor)
  const still = toDocument(viewport, anchor)
  return { zoom, x: anchor.x - still.x * zoom, y: anchor.y - still.y * zoom }
}

/** Shows all of `content` in the middle of `area`, with air around it and never larger than life. */
export function fitted(content: Box, area: Box): Viewport {
  const zoom = clamped(
    Math.min(
      1,
      (area.width - 2 * AIR) / Math.max(1, content.width),
      (area.height - 2 * AIR) / Math.max(1, content.height),
    ),
  )
  return {
    zoom,
    x: area.x + area.width / 2 - (content.x + content.width / 2) * zoom,
    y: area.y + area.height / 2 - (content.y + content.height / 2) * zoom,
  }
}

/** The smallest box around all of them. */
export function around(boxes: Box[]): Box {
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const clamped = (zoom: number) => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom))

const MIN_ZOOM = 0.02
const MAX_ZOOM = 64
/** CSS px around fitted content. */
const AIR = 32
