import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { notSimulated } from '../../../errors.ts'
import { blendMode, unit } from '../../../values/basics.ts'
import { assertEmpty } from '../../../values/empty.ts'
import { validated } from '../../../values/validated.ts'
import type { LayerFace } from '../layer-face.ts'
import { change, recordOf } from '../node-face.ts'
import type { Class } from './class.ts'

/** BlendMixin: opacity, blending, masks and effects. */
export function withBlend<Base extends Class<LayerFace>>(base: Base) {
  abstract class WithBlend extends base {
    get opacity(): number {
      return recordOf(this).opacity
    }
    set opacity(value: unknown) {
      change(this, { opacity: validated(unit, value, 'opacity') })
    }

    get blendMode(): F.BlendMode {
      return recordOf(this).blendMode
    }
    set blendMode(value: unknown) {
      change(this, { blendMode: validated(blendMode, value, 'blendMode') })
    }

    get isMask(): boolean {
      return recordOf(this).isMask
    }
    set isMask(value: unknown) {
      change(this, { isMask: validated(z.boolean(), value, 'isMask') })
    }

    get maskType(): F.MaskType {
      return recordOf(this).maskType
    }
    set maskType(value: unknown) {
      change(this, { maskType: validated(z.enum(['ALPHA', 'VECTOR', 'LUMINANCE']), value, 'maskType') })
    }

    get effects(): ReadonlyArray<F.Effect> {
      return recordOf(this).effects
    }
    set effects(value: unknown) {
      assertEmpty(value, 'effects')
      change(this, { effects: [] })
    }

    get effectStyleId(): string {
      return recordOf(this).styles.effect ?? ''
    }
    set effectStyleId(_value: unknown) {
      throw notSimulated('an effect style')
    }
  }
  return WithBlend
}

export const BLEND_ABSENT = ['setEffectStyleIdAsync'] as const
