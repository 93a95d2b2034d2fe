import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { absoluteRenderBounds } from '../../../document/bounds.ts'
import { rotationOf, turned } from '../../../document/geometry.ts'
import { resizeLayer } from '../../../document/resize-layer.ts'
import { FigmaError } from '../../../errors.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, ID, recordOf, treeOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** LayoutMixin: what can be turned, resized and laid out. */
export function withLayout<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithLayout extends base {
    get absoluteRenderBounds(): F.Rect | null {
      return absoluteRenderBounds(treeOf(this), this[ID])
    }

    get rotation(): number {
      return rotationOf(recordOf(this).transform)
    }
    set rotation(value: unknown) {
      const degrees = validated(z.number().min(-180).max(180), value, 'rotation')
      change(this, { transform: turned(recordOf(this).transform, degrees) })
    }

    resize(width: unknown, height: unknown): void {
      resizeLayer(treeOf(this), this[ID], sizeFrom(width, height))
    }

    resizeWithoutConstraints(width: unknown, height: unknown): void {
      change(this, sizeFrom(width, height))
    }

    get constrainProportions(): boolean {
      return recordOf(this).constrainProportions
    }
    set constrainProportions(value: unknown) {
      change(this, { constrainProportions: validated(z.boolean(), value, 'constrainProportions') })
    }

    get layoutPositioning(): 'AUTO' | 'ABSOLUTE' {
      recordOf(this)
      return 'AUTO'
    }
    set layoutPositioning(value: unknown) {
      // T:8570, in Figma's words.
      if (validated(z.enum(['AUTO', 'ABSOLUTE']), value, 'layoutPositioning') === 'ABSOLUTE') {
        throw new FigmaError('Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE')
      }
    }
  }
  return WithLayout
}

export function sizeFrom(width: unknown, height: unknown) {
  const length = z.number().min(LEAST_SIDE)
  return { width: validated(length, width, 'width'), height: validated(length, height, 'height') }
}

export const LAYOUT_ABSENT = [
  'layoutSizingHorizontal layoutSizingVertical rescale layoutAlign layoutGrow',
  'setGridChildPosition gridRowAnchorIndex gridColumnAnchorIndex gridRowSpan gridColumnSpan',
  'gridChildHorizontalAlign gridChildVerticalAlign',
] as const

/** px; T:7502. */
const LEAST_SIDE = 0.01
