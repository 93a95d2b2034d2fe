import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { absoluteRenderBounds } from '../../../document/bounds.ts'
import { rotationOf, turned } from '../../../document/geometry.ts'
import type { LayerRecord } from '../../../document/layer-record.ts'
import { type Axis, type Sizing, sizingOf, withFixed, withSizing } from '../../../document/layout/sizing.ts'
import type { LayoutChild } from '../../../document/parts/auto-layout.ts'
import { placeLayer } from '../../../document/place-layer.ts'
import { rescaleLayer } from '../../../document/rescale-layer.ts'
import { resizeLayer, sized } from '../../../document/resize-layer.ts'
import { hasNoSpace } from '../../../document/spaces.ts'
import { assertPlacedFreely, keepSize } from '../../../document/write-layer.ts'
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
      assertPlacedFreely(treeOf(this), recordOf(this).id)
      placeLayer(treeOf(this), this[ID], turned(recordOf(this).transform, degrees))
    }

    resize(width: unknown, height: unknown): void {
      const size = sizeFrom(recordOf(this), width, height)
      assertPlacedFreely(treeOf(this), recordOf(this).id)
      fixSize(this, size)
      resizeLayer(treeOf(this), this[ID], size)
      keepSize(treeOf(this), this[ID])
    }

    resizeWithoutConstraints(width: unknown, height: unknown): void {
      // Of what is in a group, the group's size is made: it has to follow (T:7361).
      if (hasNoSpace(recordOf(this).type)) {
        this.resize(width, height)
        return
      }
      const size = sizeFrom(recordOf(this), width, height)
      fixSize(this, size)
      change(this, sized(recordOf(this), size))
    }

    rescale(scale: unknown): void {
      assertPlacedFreely(treeOf(this), recordOf(this).id)
      rescaleLayer(treeOf(this), this[ID], validated(z.number().min(LEAST_SCALE), scale, 'scale'))
    }

    get constrainProportions(): boolean {
      return recordOf(this).constrainProportions
    }
    set constrainProportions(value: unknown) {
      change(this, { constrainProportions: validated(z.boolean(), value, 'constrainProportions') })
    }

    get layoutPositioning(): 'AUTO' | 'ABSOLUTE' {
      return recordOf(this).layoutChild.positioning
    }
    set layoutPositioning(value: unknown) {
      const positioning = validated(z.enum(['AUTO', 'ABSOLUTE']), value, 'layoutPositioning')
      // T:8570, in Figma's words.
      if (positioning === 'ABSOLUTE' && !parentOf(this)?.autoLayout) {
        throw new FigmaError('Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE')
      }
      keep(this, { positioning })
    }

    get layoutAlign(): LayoutChild['align'] {
      return recordOf(this).layoutChild.align
    }
    set layoutAlign(value: unknown) {
      keep(this, { align: validated(z.enum(['MIN', 'CENTER', 'MAX', 'STRETCH', 'INHERIT']), value, 'layoutAlign') })
    }

    get layoutGrow(): number {
      return recordOf(this).layoutChild.grow
    }
    set layoutGrow(value: unknown) {
      keep(this, { grow: validated(z.union([z.literal(0), z.literal(1)]), value, 'layoutGrow') })
    }

    get layoutSizingHorizontal(): Sizing {
      return sizingOf(treeOf(this), this[ID], 'HORIZONTAL')
    }
    set layoutSizingHorizontal(value: unknown) {
      const wanted = validated(sizing, value, 'layoutSizingHorizontal')
      change(this, withSizing(treeOf(this), this[ID], 'HORIZONTAL', wanted))
    }

    get layoutSizingVertical(): Sizing {
      return sizingOf(treeOf(this), this[ID], 'VERTICAL')
    }
    set layoutSizingVertical(value: unknown) {
      const wanted = validated(sizing, value, 'layoutSizingVertical')
      change(this, withSizing(treeOf(this), this[ID], 'VERTICAL', wanted))
    }
  }
  return WithLayout
}

/** px; T:7499: a line has no height. */
export function sizeFrom({ type }: LayerRecord, width: unknown, height: unknown) {
  const length = z.number().min(LEAST_SIDE)
  const down = type === 'LINE' ? z.number().min(0).max(0) : length
  return { width: validated(length, width, 'width'), height: validated(down, height, 'height') }
}

/** From now on its size is what it was given, not what it hugs or fills. */
function fixSize(face: LayerFace, size: { width: number; height: number }): void {
  const { width, height } = recordOf(face)
  const axes: Axis[] = []
  if (size.width !== width) axes.push('HORIZONTAL')
  if (size.height !== height) axes.push('VERTICAL')
  change(face, withFixed(treeOf(face), face[ID], axes))
}

const keep = (face: LayerFace, part: Partial<LayoutChild>): void =>
  change(face, { layoutChild: { ...recordOf(face).layoutChild, ...part } })

function parentOf(face: LayerFace) {
  const { parentId } = recordOf(face)
  return parentId === null ? undefined : treeOf(face).get(parentId)
}

const sizing = z.enum(['FIXED', 'HUG', 'FILL'])

export const LAYOUT_ABSENT = [
  'setGridChildPosition gridRowAnchorIndex gridColumnAnchorIndex gridRowSpan gridColumnSpan',
  'gridChildHorizontalAlign gridChildVerticalAlign',
] as const

/** px; T:7502. */
const LEAST_SIDE = 0.01
/** T:7533. */
const LEAST_SCALE = 0.01
