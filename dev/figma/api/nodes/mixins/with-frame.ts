import * as z from 'zod'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'
import { AUTO_LAYOUT_ABSENT, withAutoLayout } from './with-auto-layout.ts'
import { BLEND_ABSENT, withBlend } from './with-blend.ts'
import { withChildren } from './with-children.ts'
import { withConstraints } from './with-constraints.ts'
import { CONTAINER_ABSENT } from './with-container.ts'
import { CORNERS_ABSENT, INDIVIDUAL_STROKES_ABSENT, RECTANGLE_CORNERS_ABSENT, withCorners } from './with-corners.ts'
import { COMPLEX_STROKES_ABSENT, GEOMETRY_ABSENT, withGeometry } from './with-geometry.ts'
import { LAYOUT_ABSENT, withLayout } from './with-layout.ts'

/** BaseFrameMixin: frames, components, sets and instances. */
export function withFrame<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithFrame extends withChildren(
    withAutoLayout(withConstraints(withCorners(withGeometry(withBlend(withLayout(base)))))),
  ) {
    get clipsContent(): boolean {
      return recordOf(this).clipsContent
    }
    set clipsContent(value: unknown) {
      change(this, { clipsContent: validated(z.boolean(), value, 'clipsContent') })
    }
  }
  return WithFrame
}

export const FRAME_MIXIN_ABSENT = [
  ...LAYOUT_ABSENT,
  ...BLEND_ABSENT,
  ...GEOMETRY_ABSENT,
  ...COMPLEX_STROKES_ABSENT,
  ...CORNERS_ABSENT,
  ...RECTANGLE_CORNERS_ABSENT,
  ...INDIVIDUAL_STROKES_ABSENT,
  ...AUTO_LAYOUT_ABSENT,
  ...CONTAINER_ABSENT,
  'backgrounds backgroundStyleId annotations devStatus targetAspectRatio lockAspectRatio unlockAspectRatio',
  'detachedInfo layoutGrids gridStyleId setGridStyleIdAsync guides inferredAutoLayout findWidgetNodesByWidgetId',
] as const
