import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'

export class LineFace extends withConstraints(withShape(LayerFace)) implements Pick<F.LineNode, Simulated> {
  get [KIND]() {
    return 'LineNode'
  }
  override get [ABSENT]() {
    return wordsOf(LINE_ABSENT)
  }
  get type(): 'LINE' {
    return 'LINE'
  }
}

type Simulated = Extract<keyof LineFace, keyof F.LineNode>

const LINE_ABSENT = [...LAYER_ABSENT, ...SHAPE_ABSENT, 'annotations'] as const
export type LineMembers = Holds<Exactly<F.LineNode, LineFace, typeof LINE_ABSENT>>
