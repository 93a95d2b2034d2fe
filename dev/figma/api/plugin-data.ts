import * as z from 'zod'
import type { PluginData } from '../document/layer-record.ts'
import { FigmaError } from '../errors.ts'
import { validated } from '../values/validated.ts'
import { change, type RecordFace, recordOf } from './nodes/node-face.ts'

/** Whose data it is: a plugin's by its id, everyone's by `shared:namespace`. */
export type DataOwner = string

export const relaunchOwner = (pluginId: string): DataOwner => `relaunch:${pluginId}`

/** T:6558: a namespace has at least three characters: letters, digits, `_` or `.`. */
export function sharedOwner(namespace: unknown): DataOwner {
  const name = validated(z.string(), namespace, 'namespace')
  if (!/^[\w.]{3,}$/.test(name)) {
    throw new FigmaError('The namespace must have at least 3 alphanumeric characters, and be about your plugin')
  }
  return `shared:${name}`
}

export function getData(face: RecordFace, owner: DataOwner, key: unknown): string {
  const entries = recordOf(face).pluginData[owner]
  const name = validated(z.string(), key, 'key')
  return entries && Object.hasOwn(entries, name) ? entries[name]! : ''
}

export const keysOfData = (face: RecordFace, owner: DataOwner): string[] =>
  Object.keys(recordOf(face).pluginData[owner] ?? {})

/** An empty value deletes the entry (T:6524). */
export function setData(face: RecordFace, owner: DataOwner, key: unknown, value: unknown): void {
  const name = validated(z.string(), key, 'key')
  const text = validated(z.string(), value, 'value')
  if (bytesIn(owner.replace(/^shared:/, '')) + bytesIn(name) + bytesIn(text) > LIMIT) {
    throw new FigmaError('The plugin data entry is larger than 100 kB')
  }
  const { pluginData } = recordOf(face)
  const { [name]: _before, ...others } = pluginData[owner] ?? {}
  change(face, { pluginData: withEntries(pluginData, owner, text === '' ? others : { ...others, [name]: text }) })
}

function withEntries(pluginData: PluginData, owner: DataOwner, entries: Record<string, string>): PluginData {
  const { [owner]: _before, ...others } = pluginData
  return Object.keys(entries).length > 0 ? { ...others, [owner]: entries } : others
}

const bytesIn = (text: string) => new TextEncoder().encode(text).length

/** Bytes of id or namespace, key and value together (T:6530). */
const LIMIT = 100_000
