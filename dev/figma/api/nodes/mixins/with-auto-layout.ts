import * as z from 'zod'
import { notSimulated } from '../../../errors.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** AutoLayoutMixin. */
export function withAutoLayout<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithAutoLayout extends base {
    get layoutMode(): 'NONE' | 'HORIZONTAL' | 'VERTICAL' {
      return recordOf(this).autoLayout?.mode ?? 'NONE'
    }
    set layoutMode(value: unknown) {
      const mode = validated(z.enum(['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID']), value, 'layoutMode')
      if (mode !== 'NONE') throw notSimulated('auto layout')
    }
  }
  return WithAutoLayout
}

export const AUTO_LAYOUT_ABSENT = [
  'paddingLeft paddingRight paddingTop paddingBottom horizontalPadding verticalPadding',
  'primaryAxisSizingMode counterAxisSizingMode strokesIncludedInLayout layoutWrap primaryAxisAlignItems',
  'counterAxisAlignItems counterAxisAlignContent itemSpacing counterAxisSpacing itemReverseZIndex',
  'gridRowCount gridColumnCount gridRowGap gridColumnGap gridRowSizes gridColumnSizes appendChildAt gridAutoTracks',
  'gridItemsPositioning reorderRows reorderColumns',
] as const
