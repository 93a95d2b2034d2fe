import type { Corners } from '../../document/layer-record.ts'
import type { SceneLayer } from '../../scene.ts'
import { roundedBox } from './curves.ts'
import type { Outline } from './path.ts'
import { cornersOf, grownRadius } from './shapes.ts'

/** px by which the strokes of a closed contour reach beyond it. */
export function overhang({ stroke }: SceneLayer): number {
  if (stroke.align === 'INSIDE') return 0
  return stroke.align === 'CENTER' ? stroke.weight / 2 : stroke.weight
}

/** Whether each side has a stroke of its own. */
export const hasSides = ({ type, stroke }: SceneLayer) => stroke.sides !== undefined && SIDED.has(type)

/** Strokes that differ by side: what lies between two rectangles. */
export function sideStrokes(layer: SceneLayer): { outer: Outline; inner: Outline } {
  const { stroke, width, height } = layer
  const { top, right, bottom, left } = stroke.sides!
  const corners = cornersOf(layer)
  const box = (share: number): Outline => {
    const rect = {
      x: -left * share,
      y: -top * share,
      width: Math.max(0, width + (left + right) * share),
      height: Math.max(0, height + (top + bottom) * share),
    }
    const grown = (corner: keyof Corners, ...sides: number[]) =>
      grownRadius(corners[corner], Math.max(...sides) * share)
    const around: Corners = {
      topLeft: grown('topLeft', top, left),
      topRight: grown('topRight', top, right),
      bottomRight: grown('bottomRight', bottom, right),
      bottomLeft: grown('bottomLeft', bottom, left),
    }
    return { rule: 'EVENODD', commands: roundedBox(rect, around) }
  }
  const outwards = { INSIDE: 0, CENTER: 0.5, OUTSIDE: 1 }[stroke.align]
  return { outer: box(outwards), inner: box(outwards - 1) }
}

export function widestStroke(layer: SceneLayer): number {
  const { weight, sides } = layer.stroke
  return sides && hasSides(layer) ? Math.max(sides.top, sides.right, sides.bottom, sides.left) : weight
}

const SIDED: ReadonlySet<string> = new Set(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'RECTANGLE'])
