import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { CORNERS_ABSENT, withCorners } from './mixins/with-corners.ts'
import { ASPECT_ABSENT, SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'

export class EllipseFace
  extends withConstraints(withCorners(withShape(LayerFace)))
  implements Pick<F.EllipseNode, Simulated>
{
  get [KIND]() {
    return 'EllipseNode'
  }
  override get [ABSENT]() {
    return wordsOf(ELLIPSE_ABSENT)
  }
  get type(): 'ELLIPSE' {
    return 'ELLIPSE'
  }
}

type Simulated = Extract<keyof EllipseFace, keyof F.EllipseNode>

const ELLIPSE_ABSENT = [
  ...LAYER_ABSENT,
  ...SHAPE_ABSENT,
  ...ASPECT_ABSENT,
  ...CORNERS_ABSENT,
  'annotations arcData',
] as const
export type EllipseMembers = Holds<Exactly<F.EllipseNode, EllipseFace, typeof ELLIPSE_ABSENT>>
