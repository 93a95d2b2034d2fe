import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerFace } from '../layer-face.ts'
import type { Class } from './class.ts'

/** VariantMixin: of a component what its own name says, of an instance what its component's does. */
export function withVariant<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithVariant extends base {
    abstract get variantProperties(): F.VariantMixin['variantProperties']
  }
  return WithVariant
}
