import type { Made } from '../shared/protocol.ts'

/** What one result is: how it was made, from what, and the keys of the paints that it hid. */
export interface Result extends Made {
  from: 'appearance' | 'image'
  hid: string[]
}

/** A layer's results by image hash, oldest first. */
export type History = ReadonlyMap<string, Result>

/** The part of a layer that keeps its history. */
export interface Keeper {
  getPluginData(key: string): string
  setPluginData(key: string, value: string): void
}

/**
 * What is known of the paints on a layer. It is a hint and may be anything: a copy, an older version or another
 * hand may have written it, so what does not read well is left out.
 */
export function historyOf(layer: Keeper): History {
  const stored = parsed(layer.getPluginData(KEY))
  if (!isObject(stored) || stored.version !== VERSION || !isObject(stored.results)) return new Map()
  return new Map(Object.entries(stored.results).filter((entry): entry is [string, Result] => isResult(entry[1])))
}

/** Writes one more result. Call it only together with writing the paint, so that one undo takes both back. */
export function remember(layer: Keeper, hash: string, result: Result): void {
  const results = new Map(historyOf(layer))
  // A picture that comes twice keeps what it first hid: hiding itself is no way back.
  const hid = [...new Set([...(results.get(hash)?.hid ?? []), ...result.hid])]
  results.delete(hash)
  results.set(hash, { ...result, hid })
  layer.setPluginData(KEY, fitted(results))
}

/** Within the limit the oldest metadata goes first, but never what a result hid: that is the way back. */
function fitted(results: Map<string, Result>): string {
  const oldestFirst = [...results.keys()]
  for (;;) {
    const text = JSON.stringify({ version: VERSION, results: Object.fromEntries(results) })
    const hash = oldestFirst.shift()
    if (bytesIn(text) <= LIMIT || hash === undefined) return text
    const { from, hid, at } = results.get(hash)!
    results.set(hash, { from, hid, at, prompt: '', provider: '', model: '' })
  }
}

/** UTF-8 bytes; the sandbox has no TextEncoder. */
function bytesIn(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0)!
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isResult = (value: unknown): value is Result =>
  isObject(value) && Array.isArray(value.hid) && value.hid.every((key) => typeof key === 'string')

const KEY = 'refill'
const VERSION = 1
/** Bytes. Figma: a plugin data entry is at most 100 kB with its key; the rest is margin. */
const LIMIT = 96_000
