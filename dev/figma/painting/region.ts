import type { SceneLayer } from '../scene.ts'
import { type Context, clipTo, fillRuleOf, pathOf, within } from './composite.ts'
import { arrowsOf } from './outline/arrows.ts'
import { combinedOutline } from './outline/combine.ts'
import type { Command, Outline } from './outline/path.ts'
import { type Polyline, polylinesOf } from './outline/polylines.ts'
import { areaOf, contourOf } from './outline/shapes.ts'
import { hasSides, sideStrokes } from './outline/strokes.ts'
import type { Surface } from './surface.ts'

/** A part of a layer that takes paint, in the layer's own space. */
export interface Region {
  /** Covers it with the fill style of the surface's context. */
  fill(surface: Surface): void
  /** Where it is a plain outline: what to clip to. */
  outline?: Outline
}

/** What fills go into. */
export function fillRegion(layer: SceneLayer): Region | undefined {
  const outline = areaOf(layer)
  return outline && outlineRegion(outline)
}

/** What strokes go into. */
export function strokeRegion(layer: SceneLayer): Region | undefined {
  const contour = contourOf(layer)
  if (!contour || layer.stroke.weight === 0) return undefined
  if (hasSides(layer)) {
    const { outer, inner } = sideStrokes(layer)
    return outlineRegion({ rule: 'EVENODD', commands: [...outer.commands, ...inner.commands] })
  }
  const { open, closed } = partsOf(contour)
  const arrows = arrowsOf(layer)
  return {
    fill({ context }) {
      within(context, () => {
        context.strokeStyle = context.fillStyle
        useStroke(context, layer)
        if (closed.length > 0) strokeClosed(context, layer, { rule: contour.rule, commands: closed })
        if (open.length > 0) context.stroke(pathOf({ rule: 'NONZERO', commands: open }))
        context.setLineDash([])
        for (const arrow of arrows) drawArrow(context, arrow)
      })
    },
  }
}

function useStroke(context: Context, { stroke }: SceneLayer): void {
  context.lineWidth = stroke.weight
  context.lineJoin = JOINS[stroke.join]
  context.miterLimit = stroke.miterLimit
  context.lineCap = stroke.cap === 'ROUND' ? 'round' : stroke.cap === 'SQUARE' ? 'square' : 'butt'
  context.setLineDash([...stroke.dashes])
}

/** A canvas strokes on the middle only: the half that is not wanted is clipped away. */
function strokeClosed(context: Context, layer: SceneLayer, contour: Outline): void {
  const { align, weight } = layer.stroke
  const path = pathOf(contour)
  const area = areaOf(layer)
  if (align === 'CENTER' || !area) {
    context.stroke(path)
    return
  }
  within(context, () => {
    if (align === 'INSIDE') clipTo(context, area)
    else clipTo(context, outsideOf(area))
    context.lineWidth = 2 * weight
    context.stroke(path)
  })
}

function outsideOf(area: Outline): Outline {
  const { commands } = area.rule === 'EVENODD' ? area : combinedOutline([area], ([inside]) => inside === true)
  return { rule: 'EVENODD', commands: [...EVERYTHING, ...commands] }
}

function drawArrow(context: Context, arrow: Polyline): void {
  const path = new Path2D()
  for (const { x, y } of arrow.points) path.lineTo(x, y)
  if (arrow.closed) path.closePath()
  if (arrow.closed) context.fill(path)
  else context.stroke(path)
}

const outlineRegion = (outline: Outline): Region => ({
  outline,
  fill: ({ context }) => context.fill(pathOf(outline), fillRuleOf(outline)),
})

/** Open stretches are always stroked on their middle. */
function partsOf({ commands }: Outline): { open: Command[]; closed: Command[] } {
  const stretches: Command[][] = []
  for (const command of commands) {
    if (command[0] === 'M' || stretches.length === 0) stretches.push([])
    stretches.at(-1)!.push(command)
  }
  const isClosed = (stretch: Command[]) => stretch.some(([letter]) => letter === 'Z') || endsWhereItBegins(stretch)
  return {
    closed: stretches.filter(isClosed).flat(),
    open: stretches.filter((stretch) => !isClosed(stretch)).flat(),
  }
}

function endsWhereItBegins(stretch: readonly Command[]): boolean {
  const [line] = polylinesOf(stretch)
  const [first, last] = [line?.points[0], line?.points.at(-1)]
  return first !== last && first?.x === last?.x && first?.y === last?.y
}

export const JOINS = { MITER: 'miter', BEVEL: 'bevel', ROUND: 'round' } as const
/** px: a box beyond all that is painted. */
const FAR = 1e6
const EVERYTHING: readonly Command[] = [['M', -FAR, -FAR], ['L', FAR, -FAR], ['L', FAR, FAR], ['L', -FAR, FAR], ['Z']]
