import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { aliasesIn } from '../../document/variables/bound-values.ts'
import { KIND } from '../../sandbox/remote.ts'
import { effectsFrom } from '../../values/effects.ts'
import type { Exactly, Holds } from '../absent.ts'
import { recordOf } from '../nodes/node-face.ts'
import { StyleFace, writeStyle } from './style-face.ts'

export class EffectStyleFace extends StyleFace implements Pick<F.EffectStyle, Simulated> {
  get [KIND]() {
    return 'EffectStyle'
  }
  get type(): 'EFFECT' {
    return 'EFFECT'
  }

  get effects(): ReadonlyArray<F.Effect> {
    return recordOf(this).effects
  }
  set effects(value: unknown) {
    writeStyle(this, { effects: effectsFrom(value, 'effects') })
  }

  get boundVariables(): NonNullable<F.EffectStyle['boundVariables']> {
    const effects = aliasesIn(recordOf(this).effects)
    return effects.length > 0 ? { effects } : {}
  }
}

type Simulated = Extract<keyof EffectStyleFace, keyof F.EffectStyle>
export type EffectStyleMembers = Holds<Exactly<F.EffectStyle, EffectStyleFace, []>>
