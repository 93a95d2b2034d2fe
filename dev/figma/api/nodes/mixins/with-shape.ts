import type { LayerFace } from '../layer-face.ts'
import type { Class } from './class.ts'
import { withBlend } from './with-blend.ts'
import { COMPLEX_STROKES_ABSENT, GEOMETRY_ABSENT, withGeometry } from './with-geometry.ts'
import { LAYOUT_ABSENT, withLayout } from './with-layout.ts'
import { withReactions } from './with-reactions.ts'

/** DefaultShapeMixin: what has fills, strokes, a blend and a place. */
export function withShape<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithShape extends withReactions(withGeometry(withBlend(withLayout(base)))) {}
  return WithShape
}

export const SHAPE_ABSENT = [...LAYOUT_ABSENT, ...GEOMETRY_ABSENT, ...COMPLEX_STROKES_ABSENT] as const
