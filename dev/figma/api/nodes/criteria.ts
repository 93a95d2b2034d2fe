import * as z from 'zod'
import { validated } from '../../values/validated.ts'
import { type NodeFace, SESSION } from './node-face.ts'

/** The test that `findAllWithCriteria` makes of its criteria: a node must meet all that are given (T:7165, T:12821). */
export function testOfCriteria(face: NodeFace, criteria: unknown): (id: string) => boolean {
  const { types, pluginData, sharedPluginData } = validated(CRITERIA, criteria, 'criteria')
  const { document, manifest } = face[SESSION]
  return (id) => {
    const record = document.tree.get(id)
    if (types && !types.includes(record.type)) return false
    if (pluginData && !keeps(record.pluginData[manifest.id], pluginData.keys)) return false
    if (!sharedPluginData) return true
    return keeps(record.pluginData[`shared:${sharedPluginData.namespace}`], sharedPluginData.keys)
  }
}

/** T:12833: without keys, any entry will do. */
function keeps(entries: Readonly<Record<string, string>> | undefined, keys: string[] | undefined): boolean {
  const there = Object.keys(entries ?? {})
  return keys ? keys.some((key) => there.includes(key)) : there.length > 0
}

const keys = z.array(z.string()).optional()
const CRITERIA = z.strictObject({
  types: z.array(z.string()).min(1).optional(),
  pluginData: z.strictObject({ keys }).optional(),
  sharedPluginData: z.strictObject({ namespace: z.string(), keys }).optional(),
})
