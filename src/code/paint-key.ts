import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'

/**
 * A name for each paint that outlives reordering and a change of visibility or opacity: a result of Refill or another
 * image by its hash, any other by its content. Equal ones are numbered from the bottom; `results` are indexes.
 */
export function keysOf(paints: readonly Paint[], results: ReadonlySet<number>): string[] {
  const seen = new Map<string, number>()
  return paints.map((paint, index) => {
    const hash = hashOf(paint)
    if (hash !== undefined && results.has(index)) return resultKey(hash)
    const name = `${paint.type} ${hash ?? fingerprintOf(paint)}`
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return count === 0 ? name : `${name} ${count}`
  })
}

export const resultKey = (hash: string) => `${RESULT}${hash}`

/** The result that a key names; `undefined` for the key of a paint that was there before Refill. */
export const resultIn = (key: string): string | undefined =>
  key.startsWith(RESULT) ? key.slice(RESULT.length) : undefined

export const isVisible = (paint: Paint) => paint.visible !== false

/** The hash of an image paint's picture; `undefined` for other paints and for an image without one. */
export const hashOf = (paint: Paint): string | undefined =>
  paint.type === 'IMAGE' ? (paint.imageHash ?? undefined) : undefined

/** FNV-1a over the paint's content in a fixed order; short, because keys are kept in plugin data. */
function fingerprintOf(paint: Paint): string {
  const { visible: _visible, opacity: _opacity, ...content } = paint
  // A bound colour reads as what its variable is worth now, which is no change of the paint.
  const named = 'boundVariables' in paint && paint.boundVariables?.color ? { ...content, color: undefined } : content
  let hash = 0x811c9dc5
  for (const character of stableText(named)) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** JSON with its names in one order: equal values give equal texts. */
export function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join()}]`
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value))
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${key}:${stableText(item)}`).join()}}`
}

const RESULT = 'RESULT '
