import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { withPaths } from '../../document/vector-paths.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { assertPathData } from '../../values/path-data.ts'
import { vectorPaths } from '../../values/shapes.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withConstraints } from './mixins/with-constraints.ts'
import { withCorners } from './mixins/with-corners.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'
import { change, recordOf } from './node-face.ts'

export class VectorFace
  extends withAspectRatio(withConstraints(withCorners(withShape(LayerFace))))
  implements Pick<F.VectorNode, Simulated>
{
  get [KIND]() {
    return 'VectorNode'
  }
  override get [ABSENT]() {
    return wordsOf(VECTOR_ABSENT)
  }
  get type(): 'VECTOR' {
    return 'VECTOR'
  }

  get vectorPaths(): F.VectorPaths {
    return recordOf(this).vectorPaths ?? []
  }
  set vectorPaths(value: unknown) {
    const paths = validated(vectorPaths, value, 'vectorPaths')
    for (const { data } of paths) assertPathData(data)
    change(this, withPaths(recordOf(this), paths))
  }
}

type Simulated = Extract<keyof VectorFace, keyof F.VectorNode>

const VECTOR_ABSENT = [
  ...LAYER_ABSENT,
  ...SHAPE_ABSENT,
  'annotations vectorNetwork setVectorNetworkAsync handleMirroring',
] as const
export type VectorMembers = Holds<Exactly<F.VectorNode, VectorFace, typeof VECTOR_ABSENT>>
