import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'

/**
 * A name for each paint that outlives reordering and a change of visibility or opacity: an image by its hash, any
 * other by its content, equal ones numbered from the bottom.
 */
export function keysOf(paints: readonly Paint[]): string[] {
  const seen = new Map<string, number>()
  return paints.map((paint) => {
    const name = `${paint.type} ${hashOf(paint) ?? fingerprintOf(paint)}`
    const count = seen.get(name) ?? 0
    seen.set(name, count + 1)
    return count === 0 ? name : `${name} ${count}`
  })
}

/** The image that a key names; `undefined` for the key of another paint. */
export function hashIn(key: string): string | undefined {
  const [type, hash] = key.split(' ')
  return type === 'IMAGE' ? hash : undefined
}

export const isVisible = (paint: Paint) => paint.visible !== false

/** The hash of an image paint's picture; `undefined` for other paints and for an image without one. */
export const hashOf = (paint: Paint): string | undefined =>
  paint.type === 'IMAGE' ? (paint.imageHash ?? undefined) : undefined

/** FNV-1a over the paint's content in a fixed order; short, because keys are kept in plugin data. */
function fingerprintOf(paint: Paint): string {
  const { visible: _visible, opacity: _opacity, ...content } = paint
  let hash = 0x811c9dc5
  for (const character of stableText(content)) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return (hash >>> 0).toString(36)
}

function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join()}]`
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value))
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${key}:${stableText(item)}`).join()}}`
}
