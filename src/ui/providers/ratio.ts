import type { Size } from '../../shared/picture.ts'
import { nearestShape } from '../image/fit.ts'
import type { EditRequest, Ratio } from './provider.ts'

/** The ratio that a request asks for; undefined where the result is to follow the picture. */
export function askedRatio({ size, aspectRatio }: EditRequest, ratios: readonly Ratio[]): Ratio | undefined {
  if (size === undefined) return aspectRatio
  if (typeof size === 'object') return nearestRatio(size, ratios)
  return size === 'auto' ? undefined : size
}

export function nearestRatio(size: Size, ratios: readonly Ratio[]): Ratio {
  const shapes = ratios.map((ratio) => ({ ratio, ...shapeOf(ratio) }))
  return (nearestShape(size, shapes) as (typeof shapes)[number]).ratio
}

/** A size of that ratio, of few px: only its shape counts. */
export function shapeOf(ratio: Ratio): Size {
  const [width = 1, height = 1] = ratio.split(':').map(Number)
  return { width, height }
}
