import type { LayerFace } from '../layer-face.ts'
import type { Class } from './class.ts'
import { FILLS_ABSENT, withFills } from './with-fills.ts'
import { STROKES_ABSENT, withStrokes } from './with-strokes.ts'

/** GeometryMixin: fills and strokes. */
export function withGeometry<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithGeometry extends withStrokes(withFills(base)) {}
  return WithGeometry
}

export const GEOMETRY_ABSENT = [
  ...FILLS_ABSENT,
  ...STROKES_ABSENT,
  'strokeCap strokeMiterLimit outlineStroke fillGeometry',
] as const

/** ComplexStrokesMixin. */
export const COMPLEX_STROKES_ABSENT = ['variableWidthStrokeProperties complexStrokeProperties'] as const
