import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { componentAround } from '../../document/instances/component-of.ts'
import { detach } from '../../document/instances/detach.ts'
import { isInside } from '../../document/instances/inside.ts'
import { assertWritable } from '../../document/instances/internal.ts'
import { overridesOf, removeOverrides } from '../../document/instances/overrides.ts'
import { propertiesOf, variantPropertiesOf } from '../../document/instances/properties.ts'
import { setProperties } from '../../document/instances/set-properties.ts'
import { swapMain } from '../../document/instances/swap.ts'
import { FigmaError, notSimulated } from '../../errors.ts'
import { soon } from '../../later.ts'
import { ABSENT, KIND } from '../../sandbox/remote.ts'
import { validated } from '../../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from '../absent.ts'
import { asFigma } from '../as-figma.ts'
import { assertNotDynamic } from '../dynamic-page.ts'
import { ComponentFace } from './component-face.ts'
import { LAYER_ABSENT } from './layer-absent.ts'
import { LayerFace } from './layer-face.ts'
import { FRAME_MIXIN_ABSENT, withFrame } from './mixins/with-frame.ts'
import { PROTOTYPING_ABSENT } from './mixins/with-prototyping.ts'
import { withReactions } from './mixins/with-reactions.ts'
import { withVariant } from './mixins/with-variant.ts'
import { ID, recordOf, SESSION, treeOf } from './node-face.ts'

/** An instance. It is long because a class has its members in one place; what they do is in document/instances. */
export class InstanceFace
  extends withVariant(withReactions(withFrame(LayerFace)))
  implements Pick<F.InstanceNode, Simulated>
{
  get [KIND]() {
    return 'InstanceNode'
  }
  override get [ABSENT]() {
    return wordsOf(INSTANCE_ABSENT)
  }
  get type(): 'INSTANCE' {
    return 'INSTANCE'
  }

  async getMainComponentAsync(): Promise<F.ComponentNode | null> {
    recordOf(this)
    await soon()
    return mainOf(this)
  }

  get mainComponent(): F.ComponentNode | null {
    recordOf(this)
    assertNotDynamic(this[SESSION], 'node.getMainComponentAsync')
    return mainOf(this)
  }
  set mainComponent(value: unknown) {
    swap(this, value, { keeps: false })
  }

  swapComponent(component: unknown): void {
    swap(this, component, { keeps: true })
  }

  setProperties(properties: unknown): void {
    assertWritable(treeOf(this), recordOf(this).id)
    const values = validated(z.record(z.string(), z.unknown()), properties, 'properties')
    if (Object.values(values).some((value) => typeof value === 'object'))
      throw notSimulated('a bound component property')
    setProperties(treeOf(this), this[ID], validated(z.record(z.string(), plain), values, 'properties'))
  }

  get componentProperties(): F.ComponentProperties {
    return propertiesOf(treeOf(this), recordOf(this))
  }

  get variantProperties(): { [property: string]: string } | null {
    const main = treeOf(this).find(recordOf(this).instance!.mainId)
    const properties = main ? variantPropertiesOf(treeOf(this), main) : null
    return properties && { ...properties }
  }

  detachInstance(): F.FrameNode {
    assertWritable(treeOf(this), recordOf(this).id)
    return asFigma(this[SESSION].faceOf(detach(treeOf(this), this[ID])))
  }

  get overrides(): { id: string; overriddenFields: F.NodeChangeProperty[] }[] {
    return overridesOf(treeOf(this), recordOf(this).id)
  }

  removeOverrides(): void {
    assertWritable(treeOf(this), recordOf(this).id)
    removeOverrides(treeOf(this), this[ID])
  }

  resetOverrides(): void {
    this.removeOverrides()
  }

  get scaleFactor(): number {
    return recordOf(this).instance!.scaleFactor
  }
  set scaleFactor(_value: unknown) {
    throw notSimulated('scaling an instance')
  }

  get isExposedInstance(): boolean {
    return recordOf(this).instance!.isExposed
  }
  set isExposedInstance(value: unknown) {
    const isExposed = validated(z.boolean(), value, 'isExposedInstance')
    const { id, instance } = recordOf(this)
    assertWritable(treeOf(this), id)
    if (isInside(id) || !componentAround(treeOf(this), id)) {
      throw new FigmaError('Can only set isExposedInstance on primary instances within a component or component set')
    }
    treeOf(this).change(id, { instance: { ...instance!, isExposed } })
  }

  get exposedInstances(): F.InstanceNode[] {
    return exposedIn(this, recordOf(this).childIds).map((id) => asFigma<F.InstanceNode>(this[SESSION].faceOf(id)))
  }
}

/** Deeper ones too, as long as each instance on the way is exposed itself. */
function exposedIn(face: InstanceFace, childIds: readonly string[]): string[] {
  return childIds.flatMap((id) => {
    const { instance, childIds: inner } = treeOf(face).get(id)
    if (instance && !instance.isExposed) return []
    return [...(instance ? [id] : []), ...exposedIn(face, inner)]
  })
}

function mainOf(face: InstanceFace): F.ComponentNode | null {
  const { mainId } = recordOf(face).instance!
  return treeOf(face).find(mainId) ? asFigma(face[SESSION].faceOf(mainId)) : null
}

function swap(face: InstanceFace, component: unknown, { keeps }: { keeps: boolean }): void {
  const { id } = recordOf(face)
  assertWritable(treeOf(face), id)
  if (!(component instanceof ComponentFace)) throw new FigmaError('Expected "component" to have type ComponentNode')
  const main = recordOf(component)
  for (const { id: around } of treeOf(face).chain(id)) {
    if (around === main.id) throw new FigmaError('Cannot swap component. Doing so would create a component cycle')
  }
  swapMain(treeOf(face), id, main.id, { keeps })
}

const plain = z.union([z.string(), z.boolean()])

type Simulated = Extract<keyof InstanceFace, keyof F.InstanceNode>

const INSTANCE_ABSENT = [...LAYER_ABSENT, ...FRAME_MIXIN_ABSENT, ...PROTOTYPING_ABSENT] as const
export type InstanceMembers = Holds<Exactly<F.InstanceNode, InstanceFace, typeof INSTANCE_ABSENT>>
