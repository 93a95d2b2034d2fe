import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { layoutGrids } from '../../../values/layout-grids.ts'
import { guides } from '../../../values/page-values.ts'
import { validated } from '../../../values/validated.ts'
import { setStyleNow, setStyleSoon } from '../../styles/style-links.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'
import { withAspectRatio } from './with-aspect-ratio.ts'
import { AUTO_LAYOUT_ABSENT, withAutoLayout } from './with-auto-layout.ts'
import { BACKGROUNDS_ABSENT, withBackgrounds } from './with-backgrounds.ts'
import { withBlend } from './with-blend.ts'
import { withChildren } from './with-children.ts'
import { withConstraints } from './with-constraints.ts'
import { withContainer } from './with-container.ts'
import { withFourCorners } from './with-corners.ts'
import { COMPLEX_STROKES_ABSENT, GEOMETRY_ABSENT, withGeometry } from './with-geometry.ts'
import { LAYOUT_ABSENT, withLayout } from './with-layout.ts'
import { withSideStrokes } from './with-side-strokes.ts'

/** BaseFrameMixin: frames, components, sets and instances. */
export function withFrame<Base extends Class<LayerFace>>(base: Base) {
  const Shaped = withSideStrokes(withFourCorners(withBackgrounds(withGeometry(withBlend(withLayout(base))))))
  abstract class WithFrame extends withChildren(
    withAutoLayout(withContainer(withAspectRatio(withConstraints(Shaped)))),
  ) {
    get clipsContent(): boolean {
      return recordOf(this).clipsContent
    }
    set clipsContent(value: unknown) {
      change(this, { clipsContent: validated(z.boolean(), value, 'clipsContent') })
    }

    get layoutGrids(): ReadonlyArray<F.LayoutGrid> {
      return recordOf(this).layoutGrids ?? []
    }
    set layoutGrids(value: unknown) {
      change(this, { layoutGrids: validated(layoutGrids, value, 'layoutGrids') })
    }

    get guides(): ReadonlyArray<F.Guide> {
      return recordOf(this).guides ?? []
    }
    set guides(value: unknown) {
      change(this, { guides: validated(guides, value, 'guides') })
    }

    get gridStyleId(): string {
      return recordOf(this).styles.grid ?? ''
    }
    set gridStyleId(value: unknown) {
      setStyleNow(this, 'grid', value)
    }

    setGridStyleIdAsync(styleId: unknown): Promise<void> {
      return setStyleSoon(this, 'grid', styleId)
    }
  }
  return WithFrame
}

export const FRAME_MIXIN_ABSENT = [
  ...LAYOUT_ABSENT,
  ...GEOMETRY_ABSENT,
  ...COMPLEX_STROKES_ABSENT,
  ...BACKGROUNDS_ABSENT,
  ...AUTO_LAYOUT_ABSENT,
  'annotations devStatus',
  'detachedInfo inferredAutoLayout findWidgetNodesByWidgetId',
] as const
