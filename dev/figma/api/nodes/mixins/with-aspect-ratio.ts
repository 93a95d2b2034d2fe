import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** AspectRatioLockMixin. */
export function withAspectRatio<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithAspectRatio extends base {
    get targetAspectRatio(): F.Vector | null {
      return recordOf(this).targetAspectRatio ?? null
    }

    lockAspectRatio(): void {
      const { width, height } = recordOf(this)
      change(this, { targetAspectRatio: { x: width, y: height } })
    }

    unlockAspectRatio(): void {
      change(this, { targetAspectRatio: undefined })
    }
  }
  return WithAspectRatio
}
