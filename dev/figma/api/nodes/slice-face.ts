import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { LAYOUT_ABSENT, withLayout } from './mixins/with-layout.ts'

/** A part of the page to be exported; it shows nothing itself. */
export class SliceFace extends withLayout(LayerFace) implements Pick<F.SliceNode, Simulated> {
  get [KIND]() {
    return 'SliceNode'
  }
  override get [ABSENT]() {
    return wordsOf(SLICE_ABSENT)
  }
  get type(): 'SLICE' {
    return 'SLICE'
  }
}

type Simulated = Extract<keyof SliceFace, keyof F.SliceNode>

const SLICE_ABSENT = [...LAYER_ABSENT, ...LAYOUT_ABSENT] as const
export type SliceMembers = Holds<Exactly<F.SliceNode, SliceFace, typeof SLICE_ABSENT>>
