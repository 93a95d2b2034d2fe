import { drawPage } from '../../figma/canvas-painter.ts'
import type { View } from '../../figma/editor.ts'
import type { DocumentView } from '../document-view.ts'
import { byId } from '../element.ts'
import { selectionAfter } from '../layer-lines.ts'
import { listenForGestures } from './gestures.ts'
import { listenForKeys, ZOOM_STEP } from './keys.ts'
import { drawOverlay } from './overlay.ts'
import { layerAt, layersIn } from './pick.ts'
import { colorsOf, contextAtScreenSize, freeArea } from './surface.ts'
import { around, type Box, fitted, type Point, panned, toDocument, type Viewport, zoomedAt } from './viewport.ts'

export interface StageActions {
  select(ids: string[]): void
}

export type Stage = ReturnType<typeof createStage>

/** The canvas: the document below, and above it what the editor draws over it. */
export function createStage({ select }: StageActions) {
  const canvas = byId('canvas')
  const overlay = byId<HTMLCanvasElement>('overlay')
  const scene = byId<HTMLCanvasElement>('scene')
  const level = byId('zoom-level')
  canvas.tabIndex = 0
  let viewport: Viewport = { zoom: 1, x: 0, y: 0 }
  let view: DocumentView | undefined
  let hovered: string | undefined
  let marquee: Box | undefined
  let due: 'nothing' | 'overlay' | 'all' = 'nothing'

  /** Paints once, before the next frame is shown, however much has changed until then. */
  function repaint(what: 'overlay' | 'all') {
    if (due === 'nothing') requestAnimationFrame(paint)
    if (due !== 'all') due = what
  }

  function paint() {
    const everything = due === 'all'
    due = 'nothing'
    if (!view) return
    if (everything) void drawPage(contextAtScreenSize(scene), view.scene, { ...viewport, pixelRatio: devicePixelRatio })
    const context = contextAtScreenSize(overlay)
    context.resetTransform()
    context.clearRect(0, 0, overlay.width, overlay.height)
    context.scale(devicePixelRatio, devicePixelRatio)
    const colors = colorsOf(canvas)
    const { placed, names, selected } = view
    drawOverlay(context, { viewport, placed, nameOf: (id) => names.get(id) ?? '', selected, hovered, marquee, colors })
  }

  function look(next: Viewport) {
    viewport = next
    level.textContent = `${Math.round(next.zoom * 100)} %`
    repaint('all')
  }

  const middle = (): Point => {
    const { x, y, width, height } = freeArea()
    return { x: x + width / 2, y: y + height / 2 }
  }
  const zoom = (factor: number) => look(zoomedAt(viewport, middle(), factor))
  const bring = (boxes: Box[]) => boxes.length > 0 && look(fitted(around(boxes), freeArea()))
  const fit = () => bring((view?.placed ?? []).filter(({ parent }) => !parent).map(({ box }) => box))
  const idAt = (at: Point) => layerAt(pickable(), toDocument(viewport, at), SLACK / viewport.zoom)?.layer.id
  const pickable = () => (view?.placed ?? []).filter(({ layer }) => !view?.locked.has(layer.id))

  listenForGestures(canvas, {
    pan: (by) => look(panned(viewport, by)),
    zoom: (at, factor) => look(zoomedAt(viewport, at, factor)),
    hover: (at) => hover(at && idAt(at)),
    click(at, adds) {
      const id = idAt(at)
      select(selectionAfter(view?.selected ?? new Set(), id, adds))
    },
    marquee(from, to, { adds, done }) {
      const box = around([from, to].map((corner) => ({ ...toDocument(viewport, corner), width: 0, height: 0 })))
      marquee = done ? undefined : box
      repaint('overlay')
      if (!done) return
      const found = layersIn(pickable(), box).map(({ layer }) => layer.id)
      select([...new Set([...(adds ? (view?.selected ?? []) : []), ...found])])
    },
  })

  function hover(id: string | undefined) {
    if (id === hovered) return
    hovered = id
    repaint('overlay')
  }

  listenForKeys(canvas, {
    zoom,
    fit,
    pan: (by) => look(panned(viewport, by)),
    actualSize: () => zoom(1 / viewport.zoom),
    deselect: () => select([]),
  })
  byId('zoom-in').addEventListener('click', () => zoom(ZOOM_STEP))
  byId('zoom-out').addEventListener('click', () => zoom(1 / ZOOM_STEP))
  level.addEventListener('click', () => zoom(1 / viewport.zoom))
  byId('zoom-fit').addEventListener('click', fit)
  new ResizeObserver(() => repaint('all')).observe(canvas)

  return {
    show(next: DocumentView) {
      view = next
      repaint('all')
    },
    fit,
    hover,
    /** Scrolls and zooms to these layers. */
    bring: (ids: readonly string[]) =>
      void bring((view?.placed ?? []).filter(({ layer }) => ids.includes(layer.id)).map(({ box }) => box)),
    recolor: () => repaint('overlay'),
    /** What is seen, as `figma.viewport` tells it. */
    view(): View {
      const { clientWidth: width, clientHeight: height } = canvas
      return { center: toDocument(viewport, { x: width / 2, y: height / 2 }), zoom: viewport.zoom, width, height }
    },
    look({ center, zoom: level }: Pick<View, 'center' | 'zoom'>) {
      const { clientWidth: width, clientHeight: height } = canvas
      look({ zoom: level, x: width / 2 - center.x * level, y: height / 2 - center.y * level })
    },
    documentPoint({ clientX, clientY }: { clientX: number; clientY: number }): Point {
      const { left, top } = canvas.getBoundingClientRect()
      return toDocument(viewport, { x: clientX - left, y: clientY - top })
    },
  }
}

/** CSS px beside a stroke that still hit it. */
const SLACK = 3
