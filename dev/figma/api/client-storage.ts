import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import { soon } from '../later.ts'
import type { MessageLog } from '../message-log.ts'
import { KIND, Remote } from '../sandbox/remote.ts'
import { carried } from '../values/carried.ts'
import { validated } from '../values/validated.ts'

/** What a plugin keeps on this machine, by key. */
export type Storage = Map<string, unknown>

/** `figma.clientStorage`: 5 MB in all, counted as key and JSON (developers.figma.com, clientStorage). */
export class ClientStorageFace extends Remote implements F.ClientStorageAPI {
  readonly #storage: Storage
  readonly #log: MessageLog

  constructor(storage: Storage, log: MessageLog) {
    super()
    this.#storage = storage
    this.#log = log
  }

  get [KIND]() {
    return 'ClientStorageAPI'
  }

  async getAsync(key: unknown): Promise<unknown> {
    const name = validated(z.string(), key, 'key')
    await soon()
    return structuredClone(this.#storage.get(name))
  }

  async setAsync(key: unknown, value: unknown): Promise<void> {
    const name = validated(z.string(), key, 'key')
    const kept = storable(value)
    await soon()
    const others = [...this.#storage].filter(([other]) => other !== name)
    const total = [...others, [name, kept] as const].reduce(
      (sum, [other, item]) => sum + bytesIn(other) + sizeOf(item),
      0,
    )
    if (total > QUOTA) throw new FigmaError('The storage quota of 5 MB is exceeded')
    this.#log.learn(name, kept)
    this.#storage.set(name, kept)
  }

  async deleteAsync(key: unknown): Promise<void> {
    const name = validated(z.string(), key, 'key')
    await soon()
    this.#storage.delete(name)
  }

  async keysAsync(): Promise<string[]> {
    await soon()
    return [...this.#storage.keys()]
  }
}

/** A copy. What messages carry can be kept, but for dates. */
export function storable(value: unknown): unknown {
  if (holdsDate(value)) throw new FigmaError('A Date cannot be kept in clientStorage')
  return carried(value, 'value')
}

function holdsDate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  return value instanceof Date || Object.values(value).some(holdsDate)
}

/** Bytes: of an array its length, of anything else its JSON. */
function sizeOf(value: unknown): number {
  let bytes = 0
  const json = JSON.stringify(value, (_key, item) => {
    if (!(item instanceof Uint8Array)) return item
    bytes += item.length
    return undefined
  })
  return bytes + (json === undefined ? 0 : bytesIn(json))
}

const bytesIn = (text: string) => new TextEncoder().encode(text).length

/** Bytes. */
const QUOTA = 5_000_000
