import type { Size } from '../../shared/picture.ts'
import { FIGMA_LIMIT, fitInto, nearestShape, resultSize, withinLimit } from '../image/fit.ts'
import type { Can, EditRequest, Ratio } from '../providers/provider.ts'
import { nearestRatio, shapeOf } from '../providers/ratio.ts'

/** What the provider is asked for: a size, or a ratio and a resolution. */
export interface Asked extends Pick<EditRequest, 'size' | 'aspectRatio' | 'resolution'> {
  /** px, the exact shape of the picture that is sent. */
  shape: Size
}

/** px of the picture that comes of one that was padded to `shape`. */
export const comingSize = (row: Size, shape: Size): Size => resultSize(row, fitInto(row, shape))

/**
 * What to ask for where the designer wants `size`, as `Form.size` names it, and the shape to pad the picture to. What a
 * model cannot be asked for counts as `match`.
 */
export function askedFor(row: Size, { size: wanted, can }: { size: string; can: Can }): Asked {
  const { sizes, ratios, resolution } = can
  if (sizes.length === 0 || (wanted === 'auto' && takes('own', can))) return { size: 'auto', shape: ownShape(row) }
  const inRatio = (aspectRatio: Ratio) => ({
    aspectRatio,
    resolution,
    shape: nearestShape(shapeOf(aspectRatio), sizes),
  })
  const ratio = ratios.find((ratio) => ratio === wanted)
  if (ratio && takes('ratio', can)) return inRatio(ratio)
  if (!takes('size', can)) return inRatio(nearestRatio(row, ratios))
  const shape = sizes.find(({ width, height }) => `${width}x${height}` === wanted) ?? nearestShape(row, sizes)
  return { size: shape, shape }
}

/** Whether a model can be asked for a size, for a ratio alone, or to follow the picture. */
export const takes = (shape: 'size' | 'ratio' | 'own', { shapes }: Can) => !shapes || shapes.includes(shape)

/** The scale at which a render of the layer gives the model as many pixels as it can use. */
export function exportScale(row: Size, shape: Size): number {
  const scale = Math.min(shape.width / row.width, shape.height / row.height)
  return Math.min(scale, FIGMA_LIMIT / Math.max(row.width, row.height))
}

/** The picture's own shape at the pixels that models of this kind work on. */
function ownShape({ width, height }: Size): Size {
  const scale = Math.sqrt(USUAL_PIXELS / (width * height))
  return withinLimit({ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) })
}

/** px²; p-image-edit answers with about 1 MP. */
const USUAL_PIXELS = 1_048_576
