import * as z from 'zod'
import { componentAround, definerOf } from '../../document/instances/component-of.ts'
import { showDefaults } from '../../document/instances/edit-properties.ts'
import { isInside } from '../../document/instances/inside.ts'
import { definitionFor } from '../../document/instances/properties.ts'
import type { LayerRecord } from '../../document/layer-record.ts'
import { FigmaError } from '../../errors.ts'
import { validated } from '../../values/validated.ts'
import type { LayerFace } from './layer-face.ts'
import { change, recordOf, treeOf } from './node-face.ts'

/** `componentPropertyReferences`: null for what lies neither in a component nor in an instance (T:6682). */
export function linksOf(face: LayerFace): Record<string, string> | null {
  const { id, type, propertyReferences = {} } = recordOf(face)
  const isSublayer = isInside(id) || (type !== 'COMPONENT' && componentAround(treeOf(face), id) !== undefined)
  return isSublayer ? { ...propertyReferences } : null
}

/** Words: field. The layer then shows what the properties say. */
export function setLinks(face: LayerFace, value: unknown): void {
  const record = recordOf(face)
  const references = validated(LINKS.nullable(), value, 'componentPropertyReferences') ?? {}
  if (isInside(record.id)) throw new FigmaError('Cannot set component property references on instance sublayer')
  const component = record.type === 'COMPONENT' ? undefined : componentAround(treeOf(face), record.id)
  const definer = component && definerOf(treeOf(face), component)
  if (!definer) throw new FigmaError('Can only set component property references on symbol sublayer')
  const links = Object.entries(references).filter((entry): entry is [string, string] => entry[1] !== undefined)
  for (const [field, key] of links) {
    if (!fits(record, field, definitionFor(definer, key).type)) {
      throw new FigmaError('Could not create a new component property reference.')
    }
  }
  change(face, { propertyReferences: Object.fromEntries(links) })
  showDefaults(treeOf(face), definer)
}

function fits({ type }: LayerRecord, field: string, property: string): boolean {
  if (field === 'visible') return property === 'BOOLEAN'
  if (field === 'characters') return property === 'TEXT' && type === 'TEXT'
  return property === 'INSTANCE_SWAP' && type === 'INSTANCE'
}

const LINKS = z.strictObject({
  visible: z.string().optional(),
  characters: z.string().optional(),
  mainComponent: z.string().optional(),
})
