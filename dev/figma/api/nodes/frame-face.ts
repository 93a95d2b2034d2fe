import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { FRAME_MIXIN_ABSENT, withFrame } from './mixins/with-frame.ts'
import { PROTOTYPING_ABSENT } from './mixins/with-prototyping.ts'
import { withReactions } from './mixins/with-reactions.ts'

export class FrameFace extends withReactions(withFrame(LayerFace)) implements Pick<F.FrameNode, Simulated> {
  get [KIND]() {
    return 'FrameNode'
  }
  override get [ABSENT]() {
    return wordsOf(FRAME_ABSENT)
  }
  get type(): 'FRAME' {
    return 'FRAME'
  }
}

type Simulated = Extract<keyof FrameFace, keyof F.FrameNode>

const FRAME_ABSENT = [...LAYER_ABSENT, ...FRAME_MIXIN_ABSENT, ...PROTOTYPING_ABSENT] as const
export type FrameMembers = Holds<Exactly<F.FrameNode, FrameFace, typeof FRAME_ABSENT>>
