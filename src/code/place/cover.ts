import { goesInside, isPlain } from '../looks.ts'

// A cover is the rectangle that Refill made to hold the results of a layer: inside a frame, or above any other layer.
// It is known by a mark and by still lying where it covers: one that was moved elsewhere is left alone.

/** The cover of a layer, if it has one. */
export const coverOf = (layer: SceneNode): RectangleNode | undefined =>
  goesInside(layer) ? coverInside(layer) : coverAbove(layer)

/** The layer that the rectangle was laid above. */
export async function coveredBy(rectangle: SceneNode): Promise<SceneNode | undefined> {
  const id = rectangle.getPluginData(MARK)
  if (rectangle.type !== 'RECTANGLE' || id === '' || id === INSIDE) return undefined
  const layer = await figma.getNodeByIdAsync(id)
  if (!layer || layer.removed || layer.type === 'PAGE' || layer.type === 'DOCUMENT') return undefined
  return coverAbove(layer)?.id === rectangle.id ? layer : undefined
}

/** A new cover without paints, still to be put in its place. */
export function createCover(layer: SceneNode, place: 'inside' | 'above'): RectangleNode {
  const cover = figma.createRectangle()
  cover.name = `${layer.name} – edited`
  cover.fills = []
  // A copy of a frame keeps its cover, so inside the mark names no id.
  cover.setPluginData(MARK, place === 'inside' ? INSIDE : layer.id)
  return cover
}

function coverInside(frame: FrameNode): RectangleNode | undefined {
  return frame.children.find((child): child is RectangleNode => {
    if (child.type !== 'RECTANGLE' || child.getPluginData(MARK) !== INSIDE) return false
    return areNear([child.x, child.y, child.width, child.height], [0, 0, frame.width, frame.height])
  })
}

function coverAbove(layer: SceneNode): RectangleNode | undefined {
  // Only a layer that is not plain ever gets one; looking through the siblings of every layer would take long.
  if (!layer.parent || isPlain(layer)) return undefined
  return layer.parent.children.find((child): child is RectangleNode => {
    if (child.type !== 'RECTANGLE' || child.getPluginData(MARK) !== layer.id) return false
    return areNear(placeOf(child), placeOf(layer))
  })
}

const placeOf = ({ absoluteTransform, width, height }: SceneNode) => [...absoluteTransform.flat(), width, height]

const areNear = (some: readonly number[], others: readonly number[]) =>
  some.every((value, index) => Math.abs(value - others[index]!) < TOLERANCE)

const MARK = 'covers'
const INSIDE = 'parent'
/** px; stretching may round. */
const TOLERANCE = 1
