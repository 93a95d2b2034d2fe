import * as z from 'zod'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** ContainerMixin. */
export function withContainer<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithContainer extends base {
    get expanded(): boolean {
      return recordOf(this).expanded
    }
    set expanded(value: unknown) {
      change(this, { expanded: validated(z.boolean(), value, 'expanded') })
    }
  }
  return WithContainer
}
