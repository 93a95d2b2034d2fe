import type { History, Result } from './history.ts'

/**
 * History as text within Figma's limit. The oldest words go first, then what is known of results that are no longer
 * there, last the oldest results altogether: their paints stay, as paints like any other.
 */
export function fittedHistory(
  { version, results, style }: History & { version: number },
  there: ReadonlySet<string>,
): string {
  const kept = new Map(results)
  const sizeOf = (hash: string) => bytesIn(JSON.stringify([hash, kept.get(hash)]))
  const oldestFirst = [...kept.keys()]
  let size = bytesIn(JSON.stringify({ version, style }))
  for (const hash of oldestFirst) size += sizeOf(hash)

  for (const hash of oldestFirst) {
    if (size <= LIMIT) break
    size -= sizeOf(hash)
    kept.set(hash, wordless(kept.get(hash)!))
    size += sizeOf(hash)
  }
  const leastNeededFirst = [...oldestFirst.filter((hash) => !there.has(hash)), ...oldestFirst]
  for (const hash of leastNeededFirst) {
    if (size <= LIMIT) break
    if (!kept.has(hash)) continue
    size -= sizeOf(hash)
    kept.delete(hash)
  }
  return JSON.stringify({ version, results: Object.fromEntries(kept), style })
}

/**
 * What a result stands for is the way back, and outlives how it was made; so does that it is no sharper than before, and
 * what the designer thinks of it.
 */
const wordless = ({ of, hid, at, resampled, favourite }: Result): Result => ({
  ...(of !== undefined && { of }),
  hid,
  at,
  ...(resampled && { resampled }),
  ...(favourite && { favourite }),
  prompt: '',
  provider: '',
  model: '',
})

/** UTF-8 bytes; the sandbox has no TextEncoder. */
function bytesIn(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

/** Bytes. Figma: a plugin data entry is at most 100 kB with its key; the rest is margin. */
const LIMIT = 96_000
