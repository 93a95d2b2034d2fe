import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withAspectRatio } from './mixins/with-aspect-ratio.ts'
import { withChildren } from './mixins/with-children.ts'
import { withContainer } from './mixins/with-container.ts'
import { withCorners } from './mixins/with-corners.ts'
import { SHAPE_ABSENT, withShape } from './mixins/with-shape.ts'
import { change, recordOf } from './node-face.ts'

/** Its box follows from what lies in it, its look is its own. */
export class BooleanOperationFace
  extends withChildren(withContainer(withAspectRatio(withCorners(withShape(LayerFace)))))
  implements Pick<F.BooleanOperationNode, Simulated>
{
  get [KIND]() {
    return 'BooleanOperationNode'
  }
  override get [ABSENT]() {
    return wordsOf(BOOLEAN_OPERATION_ABSENT)
  }
  get type(): 'BOOLEAN_OPERATION' {
    return 'BOOLEAN_OPERATION'
  }

  get booleanOperation(): F.BooleanOperationNode['booleanOperation'] {
    return recordOf(this).operation ?? 'UNION'
  }
  set booleanOperation(value: unknown) {
    const kinds = z.enum(['UNION', 'INTERSECT', 'SUBTRACT', 'EXCLUDE'])
    change(this, { operation: validated(kinds, value, 'booleanOperation') })
  }
}

type Simulated = Extract<keyof BooleanOperationFace, keyof F.BooleanOperationNode>

const BOOLEAN_OPERATION_ABSENT = [...LAYER_ABSENT, ...SHAPE_ABSENT, 'findWidgetNodesByWidgetId'] as const
export type BooleanOperationMembers = Holds<
  Exactly<F.BooleanOperationNode, BooleanOperationFace, typeof BOOLEAN_OPERATION_ABSENT>
>
