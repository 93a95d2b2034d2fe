import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { type AutoLayout, PLAIN_LAYOUT, type RestingLayout } from '../../../document/parts/auto-layout.ts'
import { FigmaError, notSimulated } from '../../../errors.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

type Mode = F.AutoLayoutMixin['layoutMode']

/**
 * AutoLayoutMixin. It is long because a class has its members in one place: each checks a value and keeps it, and
 * document/layout follows. What a frame without auto layout is told is refused where the typings say so, else it waits
 * for its next auto layout (T:7704: “to be applicable”).
 */
export function withAutoLayout<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithAutoLayout extends base {
    get layoutMode(): Mode {
      return recordOf(this).autoLayout?.mode ?? 'NONE'
    }
    set layoutMode(value: unknown) {
      const mode = validated(z.enum(['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID']), value, 'layoutMode')
      if (mode === 'GRID') throw notSimulated('a grid layout')
      const { autoLayout, restingLayout } = recordOf(this)
      const values = layoutOf(this)
      // Without it, the layers stay where auto layout put them (T:7702).
      if (mode === 'NONE') change(this, { autoLayout: undefined, ...(autoLayout && { restingLayout: values }) })
      else change(this, { autoLayout: { ...values, mode }, ...(restingLayout && { restingLayout: undefined }) })
    }

    get layoutWrap(): AutoLayout['wrap'] {
      return layoutOf(this).wrap
    }
    set layoutWrap(value: unknown) {
      const wrap = validated(z.enum(['NO_WRAP', 'WRAP']), value, 'layoutWrap')
      if (!recordOf(this).autoLayout) {
        throw new FigmaError('Can only set layoutWrap on nodes with layoutMode === "HORIZONTAL" or "VERTICAL"')
      }
      keep(this, { wrap })
    }

    get paddingLeft(): number {
      return layoutOf(this).padding.left
    }
    set paddingLeft(value: unknown) {
      pad(this, ['left'], value, 'paddingLeft')
    }
    get paddingRight(): number {
      return layoutOf(this).padding.right
    }
    set paddingRight(value: unknown) {
      pad(this, ['right'], value, 'paddingRight')
    }
    get paddingTop(): number {
      return layoutOf(this).padding.top
    }
    set paddingTop(value: unknown) {
      pad(this, ['top'], value, 'paddingTop')
    }
    get paddingBottom(): number {
      return layoutOf(this).padding.bottom
    }
    set paddingBottom(value: unknown) {
      pad(this, ['bottom'], value, 'paddingBottom')
    }
    get horizontalPadding(): number {
      return this.paddingLeft
    }
    set horizontalPadding(value: unknown) {
      pad(this, ['left', 'right'], value, 'horizontalPadding')
    }
    get verticalPadding(): number {
      return this.paddingTop
    }
    set verticalPadding(value: unknown) {
      pad(this, ['top', 'bottom'], value, 'verticalPadding')
    }

    get itemSpacing(): number {
      return layoutOf(this).itemSpacing
    }
    set itemSpacing(value: unknown) {
      keep(this, { itemSpacing: validated(z.number(), value, 'itemSpacing') })
    }

    /** Never null: then it is as between items. */
    get counterAxisSpacing(): number | null {
      return layoutOf(this).counterAxisSpacing ?? this.itemSpacing
    }
    set counterAxisSpacing(value: unknown) {
      keep(this, { counterAxisSpacing: validated(z.number().min(0).nullable(), value, 'counterAxisSpacing') })
    }

    get counterAxisAlignContent(): AutoLayout['counterAxisAlignContent'] {
      return layoutOf(this).counterAxisAlignContent
    }
    set counterAxisAlignContent(value: unknown) {
      const content = validated(z.enum(['AUTO', 'SPACE_BETWEEN']), value, 'counterAxisAlignContent')
      if (layoutOf(this).wrap !== 'WRAP') {
        throw new FigmaError('Can only set counterAxisAlignContent on auto-layout frames with layoutWrap set to "WRAP"')
      }
      keep(this, { counterAxisAlignContent: content })
    }

    get primaryAxisSizingMode(): AutoLayout['primaryAxisSizingMode'] {
      return layoutOf(this).primaryAxisSizingMode
    }
    set primaryAxisSizingMode(value: unknown) {
      keep(this, { primaryAxisSizingMode: validated(sizing, value, 'primaryAxisSizingMode') })
    }

    get counterAxisSizingMode(): AutoLayout['counterAxisSizingMode'] {
      return layoutOf(this).counterAxisSizingMode
    }
    set counterAxisSizingMode(value: unknown) {
      keep(this, { counterAxisSizingMode: validated(sizing, value, 'counterAxisSizingMode') })
    }

    get primaryAxisAlignItems(): AutoLayout['primaryAxisAlignItems'] {
      return layoutOf(this).primaryAxisAlignItems
    }
    set primaryAxisAlignItems(value: unknown) {
      keep(this, { primaryAxisAlignItems: validated(primaryAlign, value, 'primaryAxisAlignItems') })
    }

    get counterAxisAlignItems(): AutoLayout['counterAxisAlignItems'] {
      return layoutOf(this).counterAxisAlignItems
    }
    set counterAxisAlignItems(value: unknown) {
      const align = validated(z.enum(['MIN', 'MAX', 'CENTER', 'BASELINE']), value, 'counterAxisAlignItems')
      if (align === 'BASELINE') throw notSimulated('auto layout along the baseline')
      keep(this, { counterAxisAlignItems: align })
    }

    get strokesIncludedInLayout(): boolean {
      return layoutOf(this).strokesIncludedInLayout
    }
    set strokesIncludedInLayout(value: unknown) {
      keep(this, { strokesIncludedInLayout: validated(z.boolean(), value, 'strokesIncludedInLayout') })
    }

    get itemReverseZIndex(): boolean {
      return layoutOf(this).itemReverseZIndex
    }
    set itemReverseZIndex(value: unknown) {
      keep(this, { itemReverseZIndex: validated(z.boolean(), value, 'itemReverseZIndex') })
    }
  }
  return WithAutoLayout
}

function layoutOf(face: LayerFace): RestingLayout {
  const { autoLayout, restingLayout = PLAIN_LAYOUT } = recordOf(face)
  if (!autoLayout) return restingLayout
  const { mode: _on, ...values } = autoLayout
  return values
}

function keep(face: LayerFace, part: Partial<RestingLayout>): void {
  const { autoLayout } = recordOf(face)
  if (autoLayout) change(face, { autoLayout: { ...autoLayout, ...part } })
  if (!autoLayout) change(face, { restingLayout: { ...layoutOf(face), ...part } })
}

function pad(face: LayerFace, sides: readonly (keyof AutoLayout['padding'])[], value: unknown, name: string): void {
  const width = validated(z.number().min(0), value, name)
  const padding = { ...layoutOf(face).padding, ...Object.fromEntries(sides.map((side) => [side, width])) }
  keep(face, { padding })
}

const sizing = z.enum(['FIXED', 'AUTO'])
const primaryAlign = z.enum(['MIN', 'MAX', 'CENTER', 'SPACE_BETWEEN', 'SPACE_EVENLY', 'SPACE_AROUND'])

export const AUTO_LAYOUT_ABSENT = [
  'gridRowCount gridColumnCount gridRowGap gridColumnGap gridRowSizes gridColumnSizes appendChildAt gridAutoTracks',
  'gridItemsPositioning reorderRows reorderColumns',
] as const
