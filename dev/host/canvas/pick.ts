import { applied, inverse } from '../../figma/document/geometry.ts'
import { isMasking } from '../../figma/painting/drawn-extent.ts'
import { distanceTo, isInside } from '../../figma/painting/outline/inside.ts'
import { polylinesOf } from '../../figma/painting/outline/polylines.ts'
import { areaOf, contourOf, wholeArea } from '../../figma/painting/outline/shapes.ts'
import { overhang } from '../../figma/painting/outline/strokes.ts'
import { drawnChildren, hasLetters, isShown, letterFills } from '../../figma/painting/shown.ts'
import type { PlacedLayer } from './placed.ts'
import type { Box, Point } from './viewport.ts'

/**
 * The topmost layer that shows something at a point of the document; `slack` px beside a stroke still hit it. What lies in
 * a boolean operation is not hit by itself, and a group only through what lies in it.
 */
export function layerAt(placed: readonly PlacedLayer[], point: Point, slack = 0): PlacedLayer | undefined {
  return placed.findLast((one) => isDrawn(one) && shows(one, point, slack) && !cutAway(one, point))
}

/**
 * What a marquee takes, as in Figma: a top-level layer that lies in it whole; of a frame that it only cuts, the
 * children it touches; any other layer that it touches.
 */
export function layersIn(placed: readonly PlacedLayer[], marquee: Box): PlacedLayer[] {
  return placed.filter((one) => {
    if (!one.parent) return encloses(marquee, one.box) || (isWhole(one) && touches(marquee, one.box))
    if (one.parent.parent || isWhole(one.parent)) return false
    return !encloses(marquee, one.parent.box) && touches(marquee, one.box)
  })
}

/** What is taken as one, though layers may lie in it. */
const isWhole = ({ layer }: PlacedLayer) =>
  layer.children.length === 0 || layer.type === 'GROUP' || layer.type === 'BOOLEAN_OPERATION'

/** A mask is not drawn, but is picked where it would be. */
function isDrawn({ layer, parent }: PlacedLayer): boolean {
  if (!parent) return true
  return drawnChildren(parent.layer).includes(layer) && isDrawn(parent)
}

function shows(one: PlacedLayer, point: Point, slack: number): boolean {
  const { layer } = one
  const reach = Math.max(overhang(layer), layer.stroke.weight / 2, slack)
  if (!isNear(one.box, point, reach)) return false
  const own = ownPoint(one, point)
  if (!own) return false
  if (layer.type === 'TEXT') return hasLetters(layer) && letterFills(layer).some(isShown) && isInBox(layer, own)
  const area = layer.fills.some(isShown) ? areaOf(layer) : undefined
  if (area && isInside(area, own)) return true
  const contour = layer.strokes.some(isShown) && layer.type !== 'GROUP' ? contourOf(layer) : undefined
  if (!contour) return false
  return distanceTo(polylinesOf(contour.commands), own) <= reach
}

/** By the frames that it lies in, and the masks below it and them. */
function cutAway({ layer, parent }: PlacedLayer, point: Point): boolean {
  if (!parent) return false
  const own = ownPoint(parent, point)
  if (!own) return true
  const area = parent.layer.clipsContent ? areaOf(parent.layer) : undefined
  if (area && !isInside(area, own)) return true
  const siblings = drawnChildren(parent.layer)
  const masks = siblings.slice(0, siblings.indexOf(layer)).filter(isMasking)
  const isMaskedAway = masks.some((mask) => {
    const shape = wholeArea(mask)
    const inMask = inverse(mask.transform)
    return shape && inMask && !isInside(shape, applied(inMask, own))
  })
  return isMaskedAway || cutAway(parent, point)
}

function ownPoint({ transform }: PlacedLayer, point: Point): Point | undefined {
  const back = inverse(transform)
  return back && applied(back, point)
}

const isInBox = ({ width, height }: PlacedLayer['layer'], { x, y }: Point) =>
  x >= 0 && y >= 0 && x <= width && y <= height

const isNear = ({ x, y, width, height }: Box, point: Point, by: number) =>
  point.x >= x - by && point.y >= y - by && point.x <= x + width + by && point.y <= y + height + by

const encloses = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

// A line has no height: it touches where it lies.
const touches = (a: Box, b: Box) =>
  a.x < b.x + Math.max(b.width, LEAST) &&
  b.x < a.x + a.width &&
  a.y < b.y + Math.max(b.height, LEAST) &&
  b.y < a.y + a.height

/** px */
const LEAST = 0.01
