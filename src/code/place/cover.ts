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

/** The cover inside a frame or a group, if it has one. */
export function coverInside(layer: SceneNode): RectangleNode | undefined {
  if (layer.type !== 'FRAME' && layer.type !== 'COMPONENT' && layer.type !== 'GROUP') return undefined
  const covers = markedIn(layer).filter((cover) => cover.getPluginData(MARK) === INSIDE && liesOn(cover, layer))
  return covers[covers.length - 1]
}

/**
 * The covers among the children of a parent, by the id of the layer that each belongs to: the sibling that its mark
 * names, for auto layout may have moved that from under it. But both may be copies: a mark that names no such sibling,
 * or one with another cover lying on it, is for the layer next below if the cover lies on that.
 */
export function coversAmong(parent: Parent): ReadonlyMap<string, RectangleNode> {
  const marked = markedIn(parent).filter((cover) => cover.getPluginData(MARK) !== INSIDE)
  if (marked.length === 0) return NONE
  const siblings = parent.children.map((layer) => ({ layer, id: layer.id }))
  const isMarked = new Set(marked.map(({ id }) => id))
  const found = new Map<string, RectangleNode>()
  const named = (cover: RectangleNode) => siblings.find(({ id }) => id === cover.getPluginData(MARK))
  const below = (cover: RectangleNode) => siblings[siblings.findIndex(({ id }) => id === cover.id) - 1]
  const lying = (find: typeof named) => (cover: RectangleNode) => {
    const sibling = find(cover)
    return sibling && liesOn(cover, sibling.layer) ? sibling : undefined
  }

  let free = marked
  for (const belongsTo of [lying(named), lying(below), named]) {
    free = free.filter((cover) => {
      const id = belongsTo(cover)?.id
      if (id === undefined || isMarked.has(id) || found.has(id)) return true
      found.set(id, cover)
      return false
    })
  }
  return found
}

/** The rectangles with a mark that lie directly in it, lowest first. */
const markedIn = (parent: Parent): RectangleNode[] =>
  parent
    .findAllWithCriteria({ types: ['RECTANGLE'], pluginData: { keys: [MARK] } })
    .filter((cover) => cover.parent?.id === parent.id)

/** Whether three corners of both lie in the same places on the page. */
export function liesOn(cover: SceneNode, layer: SceneNode): boolean {
  const [some, others] = [cornersOf(cover), cornersOf(layer)]
  return some.every((value, index) => Math.abs(value - others[index]!) < TOLERANCE)
}

function cornersOf({ absoluteTransform: [[a, c, x], [b, d, y]], width, height }: SceneNode): number[] {
  return [x, y, x + a * width, y + b * width, x + c * height, y + d * height]
}

/** How a layer that Refill made is told from the one that it was made for. */
export const EDITED = ' – edited'
const NONE: ReadonlyMap<string, RectangleNode> = new Map()
const MARK = 'covers'
const INSIDE = 'parent'
/** px; stretching may round. */
const TOLERANCE = 1
