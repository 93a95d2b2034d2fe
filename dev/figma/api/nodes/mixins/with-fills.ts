import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf, SESSION } from '../node-face.ts'
import type { Class } from './class.ts'

/** MinimalFillsMixin. */
export function withFills<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithFills extends base {
    get fills(): ReadonlyArray<F.Paint> {
      return recordOf(this).fills
    }
    set fills(value: unknown) {
      recordOf(this)
      change(this, { fills: this[SESSION].document.storedPaints(value) })
    }

    async setFillsAsync(paints: unknown): Promise<void> {
      this.fills = paints
    }

    get fillStyleId(): string {
      return recordOf(this).styles.fill ?? ''
    }
  }
  return WithFills
}

export const FILLS_ABSENT = ['setFillStyleIdAsync'] as const
