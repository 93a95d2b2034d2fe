import * as z from 'zod'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** CornerMixin. */
export function withCorners<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithCorners extends base {
    get cornerRadius(): number {
      return recordOf(this).cornerRadius
    }
    set cornerRadius(value: unknown) {
      change(this, { cornerRadius: validated(z.number().min(0), value, 'cornerRadius') })
    }
  }
  return WithCorners
}

export const CORNERS_ABSENT = ['cornerSmoothing'] as const

/** RectangleCornerMixin. */
export const RECTANGLE_CORNERS_ABSENT = ['topLeftRadius topRightRadius bottomLeftRadius bottomRightRadius'] as const

/** IndividualStrokesMixin. */
export const INDIVIDUAL_STROKES_ABSENT = [
  'strokeTopWeight strokeBottomWeight strokeLeftWeight strokeRightWeight',
] as const
