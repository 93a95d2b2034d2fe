import type { Rect, Size } from '../../shared/picture.ts'
import { nearestShape } from '../image/fit.ts'
import type { Mask } from '../image/orders.ts'
import type { Part } from '../image/recipe.ts'
import { contextCrop } from '../image/region/context-crop.ts'
import type { Can } from '../providers/provider.ts'
import { shapeOf } from '../providers/ratio.ts'

/** A part of a row's picture that alone is to change. */
export interface WantedPart {
  /** Distinct among those of a row. */
  id: string
  /** px of the picture; may reach beyond it. */
  bounds: Rect
  mask?: Mask | undefined
  /** The layer that the mask is of: it is hidden when the result is placed. */
  layer?: string | undefined
  /** Of that layer. */
  name?: string | undefined
  /** How much around it is sent, as a share of its longer edge. */
  margin: number
  /** px of the picture: how far its edge is softened. */
  feather: number
  /** Whether what comes back is brought to the colours around it. */
  corrects: boolean
}

/** What is sent for a part, and how it comes back; undefined where it lies beside the picture. */
export function partOf(
  picture: Size,
  { bounds, mask, layer, margin, feather, corrects }: WantedPart,
  can: Can,
): Part | undefined {
  const crop = contextCrop(bounds, picture, { margin, shapes: shapesOf(can) })
  return crop && { crop, region: { bounds, mask, feather }, corrects, layer }
}

export interface Parted {
  part: Part
  /** Of what was wanted. */
  id: string
  /** Which of several it is. */
  among?: PartAmong | undefined
}

/** From 1 on, as they are listed where they are drawn; and the layer that it was drawn with. */
export interface PartAmong {
  place: number
  name: string | undefined
}

/** Each part, as it is sent; one `undefined` where the whole picture is. */
export function partedIn(row: Size, parts: readonly WantedPart[], can: Can): readonly (Parted | undefined)[] {
  const parted = parts.flatMap((wanted, index) => {
    const part = partOf(row, wanted, can)
    const among = parts.length > 1 ? { place: index + 1, name: wanted.name } : undefined
    return part ? { part, id: wanted.id, among } : []
  })
  return parted.length > 0 ? parted : [undefined]
}

/**
 * What is shown of a picture, as a part of it: a little more of it changes, so that the crop may be moved a little later on
 * without showing an edge, and a little more than that is sent.
 */
export function shownAsPart(shown: Rect): WantedPart {
  const rim = Math.max(shown.width, shown.height) * SHOWN_RIM
  return {
    id: 'shown',
    bounds: { x: shown.x - rim, y: shown.y - rim, width: shown.width + 2 * rim, height: shown.height + 2 * rim },
    margin: SHOWN_RIM,
    feather: rim / 2,
    corrects: true,
  }
}

/** The px that a model works in, or the ratios that it can be asked for. */
const shapesOf = ({ sizes, ratios }: Can): readonly Size[] =>
  ratios.length > 0 && sizes.length > 0 ? ratios.map((ratio) => nearestShape(shapeOf(ratio), sizes)) : sizes

/** As a share of the longer edge. */
const SHOWN_RIM = 0.1
