import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf, SESSION } from '../node-face.ts'
import type { Class } from './class.ts'

/** DeprecatedBackgroundMixin: the fills of a frame by their old name (T:7670). A group has none. */
export function withBackgrounds<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithBackgrounds extends base {
    get backgrounds(): ReadonlyArray<F.Paint> {
      return recordOf(this).fills
    }
    set backgrounds(value: unknown) {
      recordOf(this)
      const fills = this[SESSION].document.storedPaints(value, 'backgrounds')
      if (recordOf(this).type !== 'GROUP') change(this, { fills })
    }
  }
  return WithBackgrounds
}

export const BACKGROUNDS_ABSENT = ['backgroundStyleId'] as const
