import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, isVisible, keysOf, resultIn, resultKey } from '../paint-key.ts'

export type Paints = readonly Paint[]

/** What a stack needs to know of a result: what it took the place of. */
export interface Origin {
  /** Hash of the image that was there before Refill; without it, the layer's whole look. Also of a result of a result. */
  readonly of?: string | undefined
  /**
   * The keys of what shows again without it. Of an image's result only paints that were there before Refill; of a look
   * also results of images that it took the place of. Looks are never named, so there is no way round in circles.
   */
  readonly hid: readonly string[]
}

/** What is known of results, by image hash: a hint, which may name images that are not in the stack. */
export type Results = ReadonlyMap<string, Origin>

/** A stack with what is known of it. */
export interface Stack {
  paints: Paints
  results: Results
  keys: readonly string[]
  /** Index of each result that is really there, by hash. */
  places: ReadonlyMap<string, number>
}

export function stackOf(paints: Paints, results: Results): Stack {
  const places = new Map<string, number>()
  const indexes = indexesIn(paints)
  for (const [hash, own] of indexes) {
    const origin = results.get(hash)
    if (origin) places.set(hash, placeIn(own, origin.of === undefined ? undefined : indexes.get(origin.of)?.[0]))
  }
  return { paints, results, places, keys: keysOf(paints, new Set(places.values())) }
}

/** Where each image lies: a layer may hold hundreds of results, and each looked for by itself would take as many looks again. */
function indexesIn(paints: Paints): Map<string, number[]> {
  const indexes = new Map<string, number[]>()
  for (const [index, paint] of paints.entries()) {
    const hash = hashOf(paint)
    if (hash === undefined) continue
    const others = indexes.get(hash)
    if (others) others.push(index)
    else indexes.set(hash, [index])
  }
  return indexes
}

/** A designer may have copied a result, or own the same image: Refill's is the one next above its source, else on top. */
const placeIn = (indexes: readonly number[], source: number | undefined): number =>
  (source === undefined ? undefined : indexes.find((index) => index > source)) ?? indexes[indexes.length - 1]!

/** The hash of the result at an index; `undefined` for a paint that Refill did not add. */
export function resultAt({ paints, places }: Stack, index: number): string | undefined {
  const hash = hashOf(paints[index]!)
  return hash !== undefined && places.get(hash) === index ? hash : undefined
}

/** The hashes of the results that show, lowest first. */
export const shownResults = (stack: Stack): string[] =>
  visibleIn(stack).flatMap((index) => resultAt(stack, index) ?? [])

/** The indexes of the paints that show, lowest first. */
export const visibleIn = ({ paints }: Stack): number[] =>
  paints.flatMap((paint, index) => (isVisible(paint) ? [index] : []))

/** The image that a result took the place of, or the image itself; `undefined` for a layer's whole look. */
export function rootOf(hash: string, results: Results): string | undefined {
  const origin = results.get(hash)
  return origin ? origin.of : hash
}

/** The keys among these of paints that were there before Refill. */
export const ownKeys = (keys: readonly string[]): string[] => keys.filter((key) => resultIn(key) === undefined)

/** What a result stands for when it takes the place of the paints at these indexes. */
export function standingFor(stack: Stack, indexes: readonly number[], as: 'look' | 'image'): string[] {
  const keys = indexes.flatMap((index) => {
    const result = resultAt(stack, index)
    if (result === undefined) return [stack.keys[index]!]
    const { hid } = stack.results.get(result)!
    if (rootOf(result, stack.results) === undefined) return hid
    return [resultKey(result), ...hid]
  })
  return [...new Set(as === 'look' ? keys : ownKeys(keys))]
}

/** The indexes of what showed directly before a look was laid over it. */
export function shownBefore(stack: Stack, look: string): number[] {
  const hid = stack.results.get(look)?.hid ?? []
  // A result that was removed since leaves what it had taken the place of.
  const there = hid.flatMap((key) => resultIn(key) ?? []).filter((hash) => stack.places.has(hash))
  const replaced = new Set(there.flatMap((hash) => stack.results.get(hash)!.hid))
  return stack.keys.flatMap((key, index) => (hid.includes(key) && !replaced.has(key) ? [index] : []))
}

/** The paints with just these showing. Paints that do not change are the very ones that were given. */
export function showing(paints: Paints, visible: Iterable<number>): Paint[] {
  const shown = new Set(visible)
  return paints.map((paint, index) =>
    isVisible(paint) === shown.has(index) ? paint : { ...paint, visible: shown.has(index) },
  )
}
