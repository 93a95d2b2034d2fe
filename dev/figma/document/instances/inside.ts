import type { LayerRecord } from '../layer-record.ts'
import type { Tree } from '../tree.ts'

/** Whether a layer lies in an instance, as its id says: `I<instance>;<layer in the component>`, nested ones in turn. */
export const isInside = (id: string) => id.startsWith('I')

export const idInside = (instanceId: string, sourceId: string) => `I${bare(instanceId)};${bare(sourceId)}`

const bare = (id: string) => (isInside(id) ? id.slice(1) : id)

/** The instances that a layer lies in, innermost first. */
export function* instancesAround(
  tree: Tree,
  id: string,
): Generator<LayerRecord & Required<Pick<LayerRecord, 'instance'>>> {
  for (const record of tree.chain(id)) {
    if (record.id !== id && isInstance(record)) yield record
    if (!isInside(record.id)) return
  }
}

export const isInstance = (
  record: LayerRecord | undefined,
): record is LayerRecord & Required<Pick<LayerRecord, 'instance'>> => record?.instance !== undefined

/** Whether an instance shows its own component, and not the one that the layer which it copies shows. */
export function showsOwn(tree: Tree, { mirror, instance }: LayerRecord): boolean {
  return instance !== undefined && mirror !== undefined && tree.find(mirror.of)?.instance?.mainId !== instance.mainId
}
