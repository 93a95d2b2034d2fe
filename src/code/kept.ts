import { AppError } from '../shared/errors.ts'
import { NOT_KEPT } from '../shared/texts/storage.ts'
import { createSerial } from './exclusive.ts'

// What Refill writes down where only this plugin on this machine reads it.

/** Whatever Figma makes of writes that overlap, the last one asked for stands. */
export const inStorageLine = createSerial()

/** `undefined` and `null` remove it. Throws `storage` if it cannot be kept: all that a plugin keeps is at most 5 MB. */
export const keep = (key: string, value: unknown): Promise<void> => inStorageLine(() => write(key, value))

/** As `keep`, for work that is in the line already. */
export async function write(key: string, value: unknown): Promise<void> {
  try {
    if (value === undefined || value === null) await figma.clientStorage.deleteAsync(key)
    else await figma.clientStorage.setAsync(key, value)
  } catch (thrown) {
    throw new AppError('storage', NOT_KEPT, thrown)
  }
}

/** All that is kept under keys that begin so, by the rest of the key. */
export async function keptUnder(prefix: string): Promise<Record<string, unknown>> {
  const keys = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(prefix))
  const values = await Promise.all(keys.map((key) => figma.clientStorage.getAsync(key)))
  return Object.fromEntries(keys.map((key, index) => [key.slice(prefix.length), values[index]]))
}
