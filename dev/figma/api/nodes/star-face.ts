import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { unit } from '../../values/basics.ts'
import { pointCount } from '../../values/shapes.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { withCorners } from './mixins/with-corners.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'
import { change, recordOf } from './node-face.ts'

export class StarFace
  extends withAspectRatio(withConstraints(withCorners(withShape(LayerFace))))
  implements Pick<F.StarNode, Simulated>
{
  get [KIND]() {
    return 'StarNode'
  }
  override get [ABSENT]() {
    return wordsOf(STAR_ABSENT)
  }
  get type(): 'STAR' {
    return 'STAR'
  }

  get pointCount(): number {
    return recordOf(this).pointCount ?? 5
  }
  set pointCount(value: unknown) {
    change(this, { pointCount: validated(pointCount, value, 'pointCount') })
  }

  get innerRadius(): number {
    return recordOf(this).innerRadius ?? INNER_RADIUS
  }
  set innerRadius(value: unknown) {
    change(this, { innerRadius: validated(unit, value, 'innerRadius') })
  }
}

/** Of a new star, as the painter draws it too. */
const INNER_RADIUS = 0.382

type Simulated = Extract<keyof StarFace, keyof F.StarNode>

const STAR_ABSENT = [...LAYER_ABSENT, ...SHAPE_ABSENT, 'annotations'] as const
export type StarMembers = Holds<Exactly<F.StarNode, StarFace, typeof STAR_ABSENT>>
