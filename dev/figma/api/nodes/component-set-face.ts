import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { defaultVariant, soundAxes } from '../../document/instances/variants.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withComponentProperties } from './mixins/with-component-properties.ts'
import { FRAME_MIXIN_ABSENT, withFrame } from './mixins/with-frame.ts'
import { withPublishing } from './mixins/with-publishing.ts'
import { recordOf, SESSION, treeOf } from './node-face.ts'

export class ComponentSetFace
  extends withComponentProperties(withPublishing(withFrame(LayerFace)))
  implements Pick<F.ComponentSetNode, Simulated>
{
  get [KIND]() {
    return 'ComponentSetNode'
  }
  override get [ABSENT]() {
    return wordsOf(SET_ABSENT)
  }
  get type(): 'COMPONENT_SET' {
    return 'COMPONENT_SET'
  }

  get defaultVariant(): F.ComponentNode {
    return asFigma(this[SESSION].faceOf(defaultVariant(treeOf(this), recordOf(this)).id))
  }

  get variantGroupProperties(): { [property: string]: { values: string[] } } {
    const { values } = soundAxes(treeOf(this), recordOf(this), 'set')
    return Object.fromEntries([...values].map(([property, all]) => [property, { values: [...all] }]))
  }
}

type Simulated = Extract<keyof ComponentSetFace, keyof F.ComponentSetNode>

const SET_ABSENT = [...LAYER_ABSENT, ...FRAME_MIXIN_ABSENT] as const
export type ComponentSetMembers = Holds<Exactly<F.ComponentSetNode, ComponentSetFace, typeof SET_ABSENT>>
