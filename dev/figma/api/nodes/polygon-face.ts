import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
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

export class PolygonFace
  extends withAspectRatio(withConstraints(withCorners(withShape(LayerFace))))
  implements Pick<F.PolygonNode, Simulated>
{
  get [KIND]() {
    return 'PolygonNode'
  }
  override get [ABSENT]() {
    return wordsOf(POLYGON_ABSENT)
  }
  get type(): 'POLYGON' {
    return 'POLYGON'
  }

  get pointCount(): number {
    return recordOf(this).pointCount ?? 3
  }
  set pointCount(value: unknown) {
    change(this, { pointCount: validated(pointCount, value, 'pointCount') })
  }
}

type Simulated = Extract<keyof PolygonFace, keyof F.PolygonNode>

const POLYGON_ABSENT = [...LAYER_ABSENT, ...SHAPE_ABSENT, 'annotations'] as const
export type PolygonMembers = Holds<Exactly<F.PolygonNode, PolygonFace, typeof POLYGON_ABSENT>>
