import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { blendMode, unit } from '../../../values/basics.ts'
import { assertSpread, effectsFrom } from '../../../values/effects.ts'
import { validated } from '../../../values/validated.ts'
import { setStyleNow, setStyleSoon } from '../../styles/style-links.ts'
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
      const effects = effectsFrom(value, 'effects')
      assertSpread(effects, 'effects', WITH_SPREAD.has(recordOf(this).type))
      change(this, { effects })
    }

    get effectStyleId(): string {
      return recordOf(this).styles.effect ?? ''
    }
    set effectStyleId(value: unknown) {
      setStyleNow(this, 'effect', value)
    }

    setEffectStyleIdAsync(styleId: unknown): Promise<void> {
      return setStyleSoon(this, 'effect', styleId)
    }
  }
  return WithBlend
}

const WITH_SPREAD: ReadonlySet<string> = new Set([
  ...['RECTANGLE', 'ELLIPSE', 'FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'],
])
