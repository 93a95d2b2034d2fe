import type { Parent } from '../layers.ts'

// A cover is the rectangle that Refill made to hold the results of a layer: inside a frame, or above any other layer.
// It is known by a mark and by still lying where it covers: one that was moved elsewhere is left alone.

/** A new cover without paints, still to be put in its place. */
export function createCover(layer: SceneNode, place: 'inside' | 'above'): RectangleNode {
  const cover = figma.createRectangle()
  cover.name = `${layer.name} – edited`
  cover.fills = []
  // A copy of a frame keeps its cover, so inside the mark names no id.
  cover.setPluginData(MARK, place === 'inside' ? INSIDE : layer.id)
  return cover
}

/** The copy of a cover is a layer of its own. */
export const unmark = (layer: SceneNode): void => {
  if (layer.getPluginData(MARK) !== '') layer.setPluginData(MARK, '')
}

/** The cover inside a frame or a group, if it has one. */
export function coverInside(layer: SceneNode): RectangleNode | undefined {
  if (layer.type !== 'FRAME' && layer.type !== 'COMPONENT' && layer.type !== 'GROUP') return undefined
  const covers = markedIn(layer).filter((cover) => cover.getPluginData(MARK) === INSIDE && liesOn(cover, layer))
  return covers[covers.length - 1]
}

/**
 * The covers among the children of a parent, by the id of the layer that each lies above. A mark names its layer by id,
 * but both may be copies: a mark that names no such sibling, or one with a cover of its own, is for the layer next below.
 */
export function coversAmong(parent: Parent): ReadonlyMap<string, RectangleNode> {
  const marked = markedIn(parent).filter((cover) => cover.getPluginData(MARK) !== INSIDE)
  if (marked.length === 0) return NONE
  const siblings = parent.children.map((layer) => ({ layer, id: layer.id }))
  const isMarked = new Set(marked.map(({ id }) => id))
  const found = new Map<string, RectangleNode>()
  const free: { cover: RectangleNode; index: number }[] = []

  for (const cover of marked) {
    const index = siblings.findIndex(({ id }) => id === cover.id)
    const named = siblings.slice(0, index).find(({ id }) => id === cover.getPluginData(MARK))
    if (named && !found.has(named.id) && liesOn(cover, named.layer)) found.set(named.id, cover)
    else free.push({ cover, index })
  }
  for (const { cover, index } of free) {
    const below = siblings[index - 1]
    if (!below || isMarked.has(below.id) || found.has(below.id) || !liesOn(cover, below.layer)) continue
    found.set(below.id, cover)
  }
  return found
}

/** The rectangles with a mark that lie directly in it, lowest first. */
const markedIn = (parent: Parent): RectangleNode[] =>
  parent
    .findAllWithCriteria({ types: ['RECTANGLE'], pluginData: { keys: [MARK] } })
    .filter((cover) => cover.parent?.id === parent.id)

/** Whether three corners of both lie in the same places on the page. */
function liesOn(cover: SceneNode, layer: SceneNode): boolean {
  const [some, others] = [cornersOf(cover), cornersOf(layer)]
  return some.every((value, index) => Math.abs(value - others[index]!) < TOLERANCE)
}

function cornersOf({ absoluteTransform: [[a, c, x], [b, d, y]], width, height }: SceneNode): number[] {
  return [x, y, x + a * width, y + b * width, x + c * height, y + d * height]
}

const NONE: ReadonlyMap<string, RectangleNode> = new Map()
const MARK = 'covers'
const INSIDE = 'parent'
/** px; stretching may round. */
const TOLERANCE = 1
