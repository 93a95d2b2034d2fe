import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import {
  CORNERS_ABSENT,
  INDIVIDUAL_STROKES_ABSENT,
  RECTANGLE_CORNERS_ABSENT,
  withCorners,
} from './mixins/with-corners.ts'
import { ASPECT_ABSENT, SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'

export class RectangleFace
  extends withConstraints(withCorners(withShape(LayerFace)))
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

const RECTANGLE_ABSENT = [
  ...LAYER_ABSENT,
  ...SHAPE_ABSENT,
  ...ASPECT_ABSENT,
  ...CORNERS_ABSENT,
  ...RECTANGLE_CORNERS_ABSENT,
  ...INDIVIDUAL_STROKES_ABSENT,
  'annotations',
] as const
export type RectangleMembers = Holds<Exactly<F.RectangleNode, RectangleFace, typeof RECTANGLE_ABSENT>>
