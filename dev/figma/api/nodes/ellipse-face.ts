import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { arcData } from '../../values/shapes.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { withCorners } from './mixins/with-corners.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'
import { change, recordOf } from './node-face.ts'

export class EllipseFace
  extends withAspectRatio(withConstraints(withCorners(withShape(LayerFace))))
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

  get arcData(): F.ArcData {
    return recordOf(this).arcData ?? WHOLE
  }
  set arcData(value: unknown) {
    change(this, { arcData: validated(arcData, value, 'arcData') })
  }
}

const WHOLE: F.ArcData = { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 }

type Simulated = Extract<keyof EllipseFace, keyof F.EllipseNode>

const ELLIPSE_ABSENT = [...LAYER_ABSENT, ...SHAPE_ABSENT, 'annotations'] as const
export type EllipseMembers = Holds<Exactly<F.EllipseNode, EllipseFace, typeof ELLIPSE_ABSENT>>
