import type { AutoLayoutMixin } from '@figma/plugin-typings/plugin-api-standalone'

/** How a frame lays out its children (T:7694). Sizes in px. */
export interface AutoLayout {
  readonly mode: 'HORIZONTAL' | 'VERTICAL'
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly itemSpacing: number
  readonly primaryAxisAlignItems: AutoLayoutMixin['primaryAxisAlignItems']
  readonly counterAxisAlignItems: AutoLayoutMixin['counterAxisAlignItems']
  readonly primaryAxisSizingMode: 'FIXED' | 'AUTO'
  readonly counterAxisSizingMode: 'FIXED' | 'AUTO'
  readonly strokesIncludedInLayout: boolean
  readonly itemReverseZIndex: boolean
  readonly wrap: 'NO_WRAP' | 'WRAP'
  /** px between lines; null: as between items. */
  readonly counterAxisSpacing: number | null
  readonly counterAxisAlignContent: 'AUTO' | 'SPACE_BETWEEN'
}

/** An auto layout that is switched off. */
export type RestingLayout = Omit<AutoLayout, 'mode'>

/** How a layer behaves in the auto layout of its parent, and what sizes it may have (T:8522, T:7316). */
export interface LayoutChild {
  readonly positioning: 'AUTO' | 'ABSOLUTE'
  readonly align: 'MIN' | 'CENTER' | 'MAX' | 'STRETCH' | 'INHERIT'
  readonly grow: number
  /** px */
  readonly minWidth: number | null
  readonly maxWidth: number | null
  readonly minHeight: number | null
  readonly maxHeight: number | null
}

export const PLAIN_CHILD: LayoutChild = {
  positioning: 'AUTO',
  align: 'INHERIT',
  grow: 0,
  minWidth: null,
  maxWidth: null,
  minHeight: null,
  maxHeight: null,
}

export const PLAIN_LAYOUT: RestingLayout = {
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  itemSpacing: 0,
  primaryAxisAlignItems: 'MIN',
  counterAxisAlignItems: 'MIN',
  primaryAxisSizingMode: 'AUTO',
  counterAxisSizingMode: 'AUTO',
  strokesIncludedInLayout: false,
  itemReverseZIndex: false,
  wrap: 'NO_WRAP',
  counterAxisSpacing: null,
  counterAxisAlignContent: 'AUTO',
}
