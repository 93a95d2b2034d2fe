import type { LayerFace } from '../layer-face.ts'
import type { Class } from './class.ts'
import { BLEND_ABSENT, withBlend } from './with-blend.ts'
import { COMPLEX_STROKES_ABSENT, GEOMETRY_ABSENT, withGeometry } from './with-geometry.ts'
import { LAYOUT_ABSENT, withLayout } from './with-layout.ts'

/** DefaultShapeMixin: what has fills, strokes, a blend and a place. */
export function withShape<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithShape extends withGeometry(withBlend(withLayout(base))) {}
  return WithShape
}

export const SHAPE_ABSENT = [
  ...LAYOUT_ABSENT,
  ...BLEND_ABSENT,
  ...GEOMETRY_ABSENT,
  ...COMPLEX_STROKES_ABSENT,
  'reactions setReactionsAsync',
] as const

export const ASPECT_ABSENT = ['targetAspectRatio lockAspectRatio unlockAspectRatio'] as const
