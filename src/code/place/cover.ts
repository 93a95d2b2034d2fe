import { EDITED } from '../../shared/texts/layers.ts'
import type { Parent } from '../layers.ts'

// A cover is the rectangle that Refill made to hold the results of a layer: inside a frame, or above any other layer.
// It is known by a mark. One that was moved to another parent, or inside a frame from where it covered, is left alone.

/** A new cover without paints, still to be put in its place. */
export function createCover(layer: SceneNode, place: 'inside' | 'above'): RectangleNode {
  const cover = figma.createRectangle()
  cover.name = `${layer.name}${EDITED}`
  cover.fills = []
  // A copy of a frame keeps its cover, so inside the mark names no id.
  cover.setPluginData(MARK, place === 'inside' ? INSIDE : layer.id)
  return cover
}

/** The copy of a cover is a layer of its own. */
export const unmark = (layer: SceneNode): void => {
  if (layer.getPluginData(MARK) !== '') layer.setPluginData(MARK, '')
}

/** Makes a cover above that of the layer with that id. */
export const coverFor = (cover: RectangleNode, id: string): void => cover.setPluginData(MARK, id)

/** The cover inside a frame or a group, if it has one. */
export function coverInside(layer: SceneNode): RectangleNode | undefined {
  if (layer.type !== 'FRAME' && layer.type !== 'COMPONENT' && layer.type !== 'GROUP') return undefined
  const covers = markedWithin(layer).filter((cover) => liesInside(cover) && cover.parent?.id === layer.id)
  return covers.filter((cover) => liesOn(cover, layer)).pop()
}

/** Whether a rectangle was laid into what it covers. */
export const liesInside = (rectangle: SceneNode) =>
  rectangle.type === 'RECTANGLE' && rectangle.getPluginData(MARK) === INSIDE

/** The id of the layer that a rectangle was laid above; `undefined` for other layers, and for one that lies inside. */
export function coveredBy(rectangle: SceneNode): string | undefined {
  const mark = rectangle.type === 'RECTANGLE' ? rectangle.getPluginData(MARK) : ''
  return mark === '' || mark === INSIDE ? undefined : mark
}

/** The rectangles with a mark at any depth in it, lowest first. */
export const markedWithin = (parent: Parent): RectangleNode[] =>
  parent.findAllWithCriteria({ types: ['RECTANGLE'], pluginData: { keys: [MARK] } })

/** Whether three corners of both lie in the same places on the page. */
export function liesOn(cover: SceneNode, layer: SceneNode): boolean {
  const [some, others] = [cornersOf(cover), cornersOf(layer)]
  return some.every((value, index) => Math.abs(value - others[index]!) < TOLERANCE)
}

function cornersOf({ absoluteTransform: [[a, c, x], [b, d, y]], width, height }: SceneNode): number[] {
  return [x, y, x + a * width, y + b * width, x + c * height, y + d * height]
}

const MARK = 'covers'
const INSIDE = 'parent'
/** px; stretching may round. */
const TOLERANCE = 1
