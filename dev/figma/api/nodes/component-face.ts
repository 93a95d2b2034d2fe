import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { instancesOf } from '../../document/instances/component-of.ts'
import { isInternal } from '../../document/instances/internal.ts'
import { makeInstance } from '../../document/instances/make-instance.ts'
import { variantPropertiesOf } from '../../document/instances/properties.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { assertNotDynamic } from '../dynamic-page.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { withComponentProperties } from './mixins/with-component-properties.ts'
import { FRAME_MIXIN_ABSENT, withFrame } from './mixins/with-frame.ts'
import { PROTOTYPING_ABSENT } from './mixins/with-prototyping.ts'
import { withPublishing } from './mixins/with-publishing.ts'
import { withReactions } from './mixins/with-reactions.ts'
import { withVariant } from './mixins/with-variant.ts'
import { ID, recordOf, SESSION, treeOf } from './node-face.ts'

export class ComponentFace
  extends withVariant(withComponentProperties(withPublishing(withReactions(withFrame(LayerFace)))))
  implements Pick<F.ComponentNode, Simulated>
{
  get [KIND]() {
    return 'ComponentNode'
  }
  override get [ABSENT]() {
    return wordsOf(COMPONENT_ABSENT)
  }
  get type(): 'COMPONENT' {
    return 'COMPONENT'
  }

  get variantProperties(): { [property: string]: string } | null {
    const properties = variantPropertiesOf(treeOf(this), recordOf(this))
    return properties && { ...properties }
  }

  createInstance(): F.InstanceNode {
    const { document, faceOf } = this[SESSION]
    return asFigma(faceOf(makeInstance(document.tree, recordOf(this).id, document.pageId)))
  }

  async getInstancesAsync(): Promise<F.InstanceNode[]> {
    recordOf(this)
    await soon()
    return instances(this)
  }

  get instances(): F.InstanceNode[] {
    assertNotDynamic(this[SESSION], 'node.getInstancesAsync')
    return instances(this)
  }
}

/** Nested ones too, wherever a page shows them (believed). */
function instances(face: ComponentFace): F.InstanceNode[] {
  const tree = treeOf(face)
  return instancesOf(tree, face[ID])
    .filter(({ id }) => !isInternal(tree, id))
    .map(({ id }) => asFigma<F.InstanceNode>(face[SESSION].faceOf(id)))
}

type Simulated = Extract<keyof ComponentFace, keyof F.ComponentNode>

const COMPONENT_ABSENT = [...LAYER_ABSENT, ...FRAME_MIXIN_ABSENT, ...PROTOTYPING_ABSENT, 'createSlot'] as const
export type ComponentMembers = Holds<Exactly<F.ComponentNode, ComponentFace, typeof COMPONENT_ABSENT>>
