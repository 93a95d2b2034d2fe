import type { Size } from '../shared/picture.ts'
import type { Made } from '../shared/protocol.ts'
import { fittedHistory } from './history-text.ts'
import type { Origin } from './stack/results.ts'

/** What one result is: how it was made, from what, and what it stands for. */
export interface Result extends Made, Origin {
  /** The designer marked it. */
  favourite?: boolean | undefined
}

/** The shared style that a layer followed before its first result, and the keys of the paints that it then had. */
export interface Unlinked {
  id: string
  keys: string[]
}

export interface History {
  /** By image hash, oldest first. */
  results: ReadonlyMap<string, Result>
  style?: Unlinked | undefined
}

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
  if (!isObject(stored) || stored.version !== VERSION || !isObject(stored.results)) return { results: new Map() }
  const entries = Object.entries(stored.results).filter((entry): entry is [string, Result] => isResult(entry[1]))
  const results = new Map(entries.map(([hash, result]) => [hash, { ...UNKNOWN, ...result }]))
  return isUnlinked(stored.style) ? { results, style: stored.style } : { results }
}

/**
 * Writes what is known. Call it only together with writing the paints, so that one undo takes both back: `there` are
 * the hashes of the images on the layer now, whose results are kept the longest.
 */
export function keepHistory(layer: Keeper, { results, style }: History, there: ReadonlySet<string>): void {
  layer.setPluginData(
    KEY,
    results.size === 0 && !style ? '' : fittedHistory({ version: VERSION, results, style }, there),
  )
}

/** The text as it is kept, for putting back what a failed write has changed. */
export const historyText = (layer: Keeper): string => layer.getPluginData(KEY)
export const putBackHistory = (layer: Keeper, text: string): void => layer.setPluginData(KEY, text)

/** One more result, as the newest. */
export const withNewest = (results: History['results'], hash: string, result: Result): Map<string, Result> => {
  const others = new Map(results)
  others.delete(hash)
  return others.set(hash, result)
}

/**
 * How a picture came to be that was made from the image `hash`, which came to be as `source` says: of what is resampled
 * again, what was there at first is kept. What was edited and then resampled never lay on the layer before.
 */
export function madeFrom({ hash, source }: { hash: string; source: Made | undefined }, made: Made): Made {
  if (!made.resampled || made.prompt !== '') return made
  return { ...made, resampled: source?.resampled ?? { ...made.resampled, hash } }
}

/** How a result came to be, without what only the stack needs. */
export function madeOf({ of: _of, hid: _hid, favourite: _favourite, ...made }: Result): Made {
  return made
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

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const isResult = (value: unknown): value is Result =>
  isObject(value) &&
  isTexts(value.hid) &&
  TEXTS.every((field) => value[field] === undefined || typeof value[field] === 'string') &&
  NUMBERS.every((field) => value[field] === undefined || typeof value[field] === 'number') &&
  (value.favourite === undefined || typeof value.favourite === 'boolean') &&
  (value.resampled === undefined || isResampled(value.resampled))

const isSize = (value: unknown): value is Size =>
  isObject(value) && [value.width, value.height].every((edge) => typeof edge === 'number' && edge > 0)

const isResampled = (value: unknown): boolean => isSize(value) && (!('hash' in value) || typeof value.hash === 'string')

const isUnlinked = (value: unknown): value is Unlinked =>
  isObject(value) && typeof value.id === 'string' && isTexts(value.keys)

const TEXTS = ['of', 'prompt', 'provider', 'model', 'at', 'revisedPrompt', 'executedModel', 'requestId'] as const
const NUMBERS = ['seed', 'created', 'cost'] as const
const UNKNOWN = { prompt: '', provider: '', model: '', at: '' }
const KEY = 'refill'
/** For `findAllWithCriteria`: the layers of which something is known. */
export const hasHistory = { pluginData: { keys: [KEY] } }
const VERSION = 1
