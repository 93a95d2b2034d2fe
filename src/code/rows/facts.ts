import type { Size } from '../../shared/picture.ts'
import type { Component } from './surroundings.ts'

/**
 * What has to be waited for, asked once however many rows want it. Each answers `undefined` where Figma has no answer:
 * an image that is lost or cannot be fetched, a style or a component that is gone, one that has no set.
 */
export interface Facts {
  sizeOfImage(hash: string): Promise<Size | undefined>
  nameOfStyle(id: string): Promise<string | undefined>
  /** How many instances follow the component. */
  instancesOf(component: Component): Promise<number | undefined>
  /** The component set whose variant the instance shows; it may be on any page, or a library's. */
  setOf(instance: InstanceNode): Promise<{ id: string; name: string } | undefined>
}

export function createFacts(): Facts {
  return {
    sizeOfImage: once(async (hash: string) => figma.getImageByHash(hash)?.getSizeAsync()),
    nameOfStyle: once(async (id: string) => (await figma.getStyleByIdAsync(id))?.name),
    instancesOf: once(
      async ({ layer }: Component) => (await layer.getInstancesAsync()).length,
      ({ id }) => id,
    ),
    setOf: once(
      async (instance: InstanceNode) => {
        const set = (await instance.getMainComponentAsync())?.parent
        return set?.type === 'COMPONENT_SET' ? { id: set.id, name: set.name } : undefined
      },
      ({ id }) => id,
    ),
  }
}

/** A question that is asked once for each thing; a refusal is no answer. */
function once<Thing, Answer>(
  ask: (thing: Thing) => Promise<Answer | undefined>,
  keyOf: (thing: Thing) => unknown = (thing) => thing,
) {
  const answers = new Map<unknown, Promise<Answer | undefined>>()
  return (thing: Thing): Promise<Answer | undefined> => {
    const answer = answers.get(keyOf(thing)) ?? ask(thing).catch(() => undefined)
    answers.set(keyOf(thing), answer)
    return answer
  }
}
