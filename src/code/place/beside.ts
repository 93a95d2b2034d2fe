import type { PlaceImage, Spot } from '../../shared/protocol.ts'
import { EDITED } from '../../shared/texts/layers.ts'
import { withNewest } from '../history.ts'
import { topmostOf } from '../layers.ts'
import { altersWhatIsInside, goesInside } from '../looks.ts'
import { plain } from '../stack/insert.ts'
import { UPRIGHT } from '../upright.ts'
import { writeStack } from '../write-stack.ts'
import { unmark } from './cover.ts'
import { isOfShape } from './fit-of.ts'
import { freeSpot, GAP } from './free-spot.ts'
import { type NewResult, placeInStack } from './in-stack.ts'

/** Puts the picture on a copy of the layer beside it, on the page of its source. Throws if Figma copies it not. */
export async function placeOnCopy(layer: SceneNode, result: NewResult, page: PageNode): Promise<SceneNode> {
  const copy = layer.clone()
  try {
    unmark(copy)
    copy.name = editedName(layer.name)
    copy.visible = true
    settle(copy, page, besideLayer(layer), layer.absoluteTransform)
    await placeInStack(copy, result)
    return copy
  } catch (thrown) {
    copy.remove()
    throw thrown
  }
}

export interface Where extends Pick<PlaceImage, 'name' | 'at' | 'ratio'> {
  page: PageNode
  /** Whether the layer has another shape now than the picture. */
  reshaped: boolean
}

/**
 * Puts the picture on a new rectangle: beside the layer, turned as it is, or where it was if there is no such layer any
 * more. It is no result on top of something else, so nothing is hidden.
 */
export async function placeOnRectangle(
  layer: SceneNode | undefined,
  { hash, source, made }: NewResult,
  { name, at, ratio, page, reshaped }: Where,
): Promise<SceneNode> {
  const rectangle = figma.createRectangle()
  try {
    const size = layer && !reshaped ? layer : sizeIn(at, source.kind === 'appearance' ? ratio : at.width / at.height)
    rectangle.name = editedName(layer?.name ?? name)
    rectangle.fills = []
    rectangle.resize(size.width, size.height)
    settle(rectangle, page, layer ? besideLayer(layer) : at, layer?.absoluteTransform)
    // The picture of such a layer lacks what the layer would have done to a rectangle inside it.
    if (layer && source.kind === 'appearance' && goesInside(layer) && altersWhatIsInside(layer)) {
      rectangle.opacity = layer.opacity
      rectangle.blendMode = layer.blendMode
      rectangle.effects = layer.effects
    }
    const of = source.kind === 'image' ? { of: source.hash } : {}
    await writeStack(rectangle, [plain(hash)], withNewest(new Map(), hash, { ...made, ...of, hid: [] }))
    return rectangle
  } catch (thrown) {
    rectangle.remove()
    throw thrown
  }
}

/** Figma makes layers on the current page, which may be another than that of the source. */
function settle(layer: SceneNode, page: PageNode, from: { x: number; y: number }, turn = UPRIGHT): void {
  const others = page.children
    .filter(({ id }) => id !== layer.id)
    .flatMap(({ absoluteBoundingBox }) => absoluteBoundingBox ?? [])
  page.appendChild(layer)
  const [[a, c], [b, d]] = turn
  if ('relativeTransform' in layer) {
    layer.relativeTransform = [
      [a, c, from.x],
      [b, d, from.y],
    ]
  }
  const box = layer.absoluteBoundingBox ?? { ...from, width: layer.width, height: layer.height }
  const spot = freeSpot({ ...box, ...from }, others)
  layer.x += spot.x - box.x
  layer.y += spot.y - box.y
}

/** px; right of the layer on the page that holds it, at its own height. */
function besideLayer(layer: SceneNode): { x: number; y: number } {
  const own = layer.absoluteBoundingBox
  const top = topmostOf(layer).absoluteBoundingBox ?? own
  return { x: top ? top.x + top.width + GAP : 0, y: own ? own.y : 0 }
}

/** The picture's own shape: a turned layer's box has another, and a layer may have been resized since. */
function sizeIn({ width, height }: Spot, ratio: number): { width: number; height: number } {
  return { width, height: isOfShape({ width, height }, ratio) ? height : width / ratio }
}

const editedName = (name: string) => (name.endsWith(EDITED) ? name : `${name}${EDITED}`)
