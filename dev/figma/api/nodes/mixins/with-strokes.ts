import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { Stroke } from '../../../document/parts/stroke.ts'
import { soon } from '../../../later.ts'
import { MIXED } from '../../../sandbox/remote.ts'
import { dashPattern, strokeAlign, strokeJoin, strokeWeight } from '../../../values/strokes.ts'
import { validated } from '../../../values/validated.ts'
import { setStyleNow, setStyleSoon } from '../../styles/style-links.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf, SESSION } from '../node-face.ts'
import type { Class } from './class.ts'

/** MinimalStrokesMixin. `never` stands where a value may also be `figma.mixed`. */
export function withStrokes<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithStrokes extends base {
    get strokes(): ReadonlyArray<F.Paint> {
      return recordOf(this).strokes
    }
    set strokes(value: unknown) {
      recordOf(this)
      change(this, { strokes: this[SESSION].document.storedPaints(value, 'strokes') })
    }

    async setStrokesAsync(strokes: unknown): Promise<void> {
      recordOf(this)
      await soon()
      recordOf(this)
      change(this, { strokes: this[SESSION].document.storedPaints(strokes, 'strokes', { takesPatterns: true }) })
    }

    get strokeStyleId(): string {
      return recordOf(this).styles.stroke ?? ''
    }
    set strokeStyleId(value: unknown) {
      setStyleNow(this, 'stroke', value)
    }

    setStrokeStyleIdAsync(styleId: unknown): Promise<void> {
      return setStyleSoon(this, 'stroke', styleId)
    }

    get strokeWeight(): never {
      const { weight, sides } = recordOf(this).stroke
      if (!sides) return weight as never
      const { top, right, bottom, left } = sides
      return (right === top && bottom === top && left === top ? top : MIXED) as never
    }
    set strokeWeight(value: unknown) {
      const weight = validated(strokeWeight, value, 'strokeWeight')
      const { sides: _all, ...stroke } = recordOf(this).stroke
      change(this, { stroke: { ...stroke, weight } })
    }

    get strokeAlign(): Stroke['align'] {
      return recordOf(this).stroke.align
    }
    set strokeAlign(value: unknown) {
      keepStroke(this, { align: validated(strokeAlign, value, 'strokeAlign') })
    }

    get strokeJoin(): Stroke['join'] {
      return recordOf(this).stroke.join
    }
    set strokeJoin(value: unknown) {
      keepStroke(this, { join: validated(strokeJoin, value, 'strokeJoin') })
    }

    get dashPattern(): ReadonlyArray<number> {
      return recordOf(this).stroke.dashes
    }
    set dashPattern(value: unknown) {
      keepStroke(this, { dashes: validated(dashPattern, value, 'dashPattern') })
    }
  }
  return WithStrokes
}

export const keepStroke = (face: LayerFace, part: Partial<Stroke>): void =>
  change(face, { stroke: { ...recordOf(face).stroke, ...part } })

export const STROKES_ABSENT = ['strokeGeometry'] as const
