import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { withFourCorners } from './mixins/with-corners.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'
import { withSideStrokes } from './mixins/with-side-strokes.ts'

export class RectangleFace
  extends withAspectRatio(withConstraints(withSideStrokes(withFourCorners(withShape(LayerFace)))))
  implements Pick<F.RectangleNode, Simulated>
{
  get [KIND]() {
    return 'RectangleNode'
  }
  override get [ABSENT]() {
    return wordsOf(RECTANGLE_ABSENT)
  }
  get type(): 'RECTANGLE' {
    return 'RECTANGLE'
  }
}

type Simulated = Extract<keyof RectangleFace, keyof F.RectangleNode>

const RECTANGLE_ABSENT = [...LAYER_ABSENT, ...SHAPE_ABSENT, 'annotations'] as const
export type RectangleMembers = Holds<Exactly<F.RectangleNode, RectangleFace, typeof RECTANGLE_ABSENT>>
