import type { PictureType } from '../picture-type.ts'
import { ROOM, type Room, type Store } from '../store.ts'

/**
 * Keeps pictures in an R2 bucket. What is there is counted before each upload; uploads at the same moment may overdraw
 * the room by themselves, since a bucket has no counter.
 */
export function bucketStore(bucket: Bucket, room: Room = ROOM): Store {
  async function listed(): Promise<Listed[]> {
    const objects: Listed[] = []
    let cursor: string | undefined
    do {
      const page: Page = await bucket.list({ prefix: PREFIX, include: ['customMetadata'], ...(cursor && { cursor }) })
      objects.push(...page.objects)
      cursor = page.truncated ? page.cursor : undefined
    } while (cursor)
    return objects
  }

  async function deleteExpired(objects: readonly Listed[], now: number): Promise<Listed[]> {
    const over = objects.filter((object) => expiresOf(object) <= now)
    // R2: at most 1000 keys in one call.
    for (let at = 0; at < over.length; at += 1000) await bucket.delete(over.slice(at, at + 1000).map(({ key }) => key))
    return objects.filter((object) => !over.includes(object))
  }

  return {
    async put({ id, type, expires }, bytes) {
      const kept = await deleteExpired(await listed(), Date.now())
      const used = kept.reduce((sum, { size }) => sum + size, 0)
      if (kept.length >= room.files || used + bytes.byteLength > room.bytes) return false
      await bucket.put(PREFIX + id, bytes, { customMetadata: { type, expires: String(expires) } })
      return true
    },

    async get(id) {
      const object = await bucket.get(PREFIX + id)
      const type = object?.customMetadata?.type as PictureType | undefined
      return object && type
        ? { id, type, expires: expiresOf(object), bytes: object.size, body: object.body }
        : undefined
    },

    async delete(id) {
      await bucket.delete(PREFIX + id)
    },

    async sweep(now) {
      await deleteExpired(await listed(), now)
    },
  }
}

/** A file that does not say when it ends has ended. */
const expiresOf = ({ customMetadata }: Listed) => Number(customMetadata?.expires ?? 0)

const PREFIX = 'files/'

/** What is used of R2's own interface. */
export interface Bucket {
  list(options: { prefix: string; include: ['customMetadata']; cursor?: string }): Promise<Page>
  get(key: string): Promise<(Listed & { body: ReadableStream<Uint8Array> }) | null>
  put(key: string, bytes: Uint8Array, options: { customMetadata: Record<string, string> }): Promise<unknown>
  delete(keys: string | string[]): Promise<void>
}

interface Page {
  objects: Listed[]
  truncated: boolean
  cursor?: string
}

interface Listed {
  key: string
  size: number
  customMetadata?: Record<string, string>
}
