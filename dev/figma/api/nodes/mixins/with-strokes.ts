import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { assertEmpty } from '../../../values/empty.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** MinimalStrokesMixin. */
export function withStrokes<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithStrokes extends base {
    get strokes(): ReadonlyArray<F.Paint> {
      return recordOf(this).strokes
    }
    set strokes(value: unknown) {
      assertEmpty(value, 'strokes')
      change(this, { strokes: [] })
    }

    get strokeStyleId(): string {
      return recordOf(this).styles.stroke ?? ''
    }
  }
  return WithStrokes
}

export const STROKES_ABSENT = [
  'setStrokeStyleIdAsync strokeWeight strokeJoin strokeAlign dashPattern strokeGeometry setStrokesAsync',
] as const
