import type { Stroke } from '../../../document/parts/stroke.ts'
import { miterLimit, strokeCap } from '../../../values/strokes.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { recordOf } from '../node-face.ts'
import type { Class } from './class.ts'
import { withFills } from './with-fills.ts'
import { keepStroke, STROKES_ABSENT, withStrokes } from './with-strokes.ts'

/** GeometryMixin: fills and strokes. */
export function withGeometry<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithGeometry extends withStrokes(withFills(base)) {
    get strokeCap(): Stroke['cap'] {
      return recordOf(this).stroke.cap
    }
    set strokeCap(value: unknown) {
      keepStroke(this, { cap: validated(strokeCap, value, 'strokeCap') })
    }

    get strokeMiterLimit(): number {
      return recordOf(this).stroke.miterLimit
    }
    set strokeMiterLimit(value: unknown) {
      keepStroke(this, { miterLimit: validated(miterLimit, value, 'strokeMiterLimit') })
    }
  }
  return WithGeometry
}

export const GEOMETRY_ABSENT = [...STROKES_ABSENT, 'outlineStroke fillGeometry'] as const

/** ComplexStrokesMixin. */
export const COMPLEX_STROKES_ABSENT = ['variableWidthStrokeProperties complexStrokeProperties'] as const
