import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { notSimulated } from '../../errors.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { withChildren } from './children.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { change, recordOf } from './node-face.ts'

export class FrameFace extends withChildren(LayerFace) implements Pick<F.FrameNode, Simulated> {
  get [KIND]() {
    return 'FrameNode'
  }
  override get [ABSENT]() {
    return wordsOf(FRAME_ABSENT)
  }
  get type(): 'FRAME' {
    return 'FRAME'
  }

  get clipsContent(): boolean {
    return recordOf(this).clipsContent
  }
  set clipsContent(value: unknown) {
    change(this, { clipsContent: validated(z.boolean(), value, 'clipsContent') })
  }

  get layoutMode(): 'NONE' {
    recordOf(this)
    return 'NONE'
  }
  set layoutMode(value: unknown) {
    const mode = validated(z.enum(['NONE', 'HORIZONTAL', 'VERTICAL', 'GRID']), value, 'layoutMode')
    if (mode !== 'NONE') throw notSimulated('auto layout')
  }
}

type Simulated = Extract<keyof FrameFace, keyof F.FrameNode>

const FRAME_ABSENT = [
  ...LAYER_ABSENT,
  'detachedInfo layoutGrids gridStyleId setGridStyleIdAsync guides inferredAutoLayout',
  'findWidgetNodesByWidgetId expanded backgrounds backgroundStyleId',
  'topLeftRadius topRightRadius bottomLeftRadius bottomRightRadius',
  'strokeTopWeight strokeBottomWeight strokeLeftWeight strokeRightWeight',
  'paddingLeft paddingRight paddingTop paddingBottom horizontalPadding verticalPadding',
  'primaryAxisSizingMode counterAxisSizingMode strokesIncludedInLayout layoutWrap primaryAxisAlignItems',
  'counterAxisAlignItems counterAxisAlignContent itemSpacing counterAxisSpacing itemReverseZIndex',
  'gridRowCount gridColumnCount gridRowGap gridColumnGap gridRowSizes gridColumnSizes appendChildAt gridAutoTracks',
  'gridItemsPositioning reorderRows reorderColumns devStatus overflowDirection numberOfFixedChildren',
  'overlayPositionType overlayBackground overlayBackgroundInteraction',
] as const
export type FrameMembers = Holds<Exactly<F.FrameNode, FrameFace, typeof FRAME_ABSENT>>
