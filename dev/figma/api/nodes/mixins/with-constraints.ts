import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { constraints } from '../../../values/basics.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** ConstraintMixin. */
export function withConstraints<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithConstraints extends base {
    get constraints(): F.Constraints {
      return recordOf(this).constraints
    }
    set constraints(value: unknown) {
      change(this, { constraints: validated(constraints, value, 'constraints') })
    }
  }
  return WithConstraints
}
