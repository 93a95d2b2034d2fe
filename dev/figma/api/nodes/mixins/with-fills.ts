import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { soon } from '../../../later.ts'
import { setStyleNow, setStyleSoon } from '../../styles/style-links.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf, SESSION } from '../node-face.ts'
import type { Class } from './class.ts'

/** Keeps paints that are checked. A text gives them to its letters. */
export const KEEP_FILLS = Symbol('keepFills')

/** MinimalFillsMixin. What is written drops the style of the fills (facts §3b): see document/links.ts. */
export function withFills<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithFills extends base {
    get fills(): ReadonlyArray<F.Paint> {
      return recordOf(this).fills
    }
    set fills(value: unknown) {
      recordOf(this)
      this[KEEP_FILLS](this[SESSION].document.storedPaints(value))
    }

    async setFillsAsync(paints: unknown): Promise<void> {
      recordOf(this)
      await soon()
      recordOf(this)
      this[KEEP_FILLS](this[SESSION].document.storedPaints(paints, 'fills', { takesPatterns: true }))
    }

    [KEEP_FILLS](fills: F.Paint[]): void {
      change(this, { fills })
    }

    get fillStyleId(): string {
      return recordOf(this).styles.fill ?? ''
    }
    set fillStyleId(value: unknown) {
      setStyleNow(this, 'fill', value)
    }

    setFillStyleIdAsync(styleId: unknown): Promise<void> {
      return setStyleSoon(this, 'fill', styleId)
    }
  }
  return WithFills
}
