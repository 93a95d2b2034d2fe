import type { ImagePaint, Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, isVisible, stableText } from '../paint-key.ts'
import type { Paints } from '../stack/results.ts'

/** What stands in for an image, by the hash of that. */
export interface Stand {
  hash: string
  /** The width of the image over that of what stands in for it. */
  shrink: number
}

/** The paints of a layer and those that it has while a file is drawn: plain data, as it is written down. */
export interface StandIn {
  before: Paints
  during: Paints
  /** What shows in place of what. */
  pairs: readonly { image: ImagePaint; own: ImagePaint }[]
}

/**
 * What a layer shows with larger images in place of its own; undefined where it shows none of these. Its own stay, hidden:
 * Figma discards an image that no layer uses. They lie above, and in a fill stack below, so that the two are told apart.
 */
export function standInFor(before: Paints, stands: ReadonlyMap<string, Stand>): StandIn | undefined {
  const pairs: { image: ImagePaint; own: ImagePaint }[] = []
  const during = before.flatMap((own) => {
    const found = own.type === 'IMAGE' && isVisible(own) ? stands.get(own.imageHash ?? '') : undefined
    if (!found) return [own]
    const image = withImage(own as ImagePaint, found)
    pairs.push({ image, own: own as ImagePaint })
    return [image, { ...own, visible: false }]
  })
  return pairs.length > 0 ? { before, during, pairs } : undefined
}

/**
 * What the layer should have now that the file is drawn; undefined where nothing of the stand-in shows on it. What a
 * designer changed meanwhile stays changed.
 */
export function afterwards(now: Paints, { before, during, pairs }: StandIn): Paint[] | undefined {
  if (isSame(now, during)) return [...before]
  const after: Paint[] = []
  for (let at = 0; at < now.length; at++) {
    const paint = now[at]!
    const pair = pairs.find((each) => isPair(paint, now[at + 1], each))
    after.push(pair ? withOwn(paint as ImagePaint, pair) : paint)
    if (pair) at++
  }
  return after.length < now.length ? after : undefined
}

/** One above the other as they were laid: a result in a fill stack lies above its source. */
const isPair = (paint: Paint, above: Paint | undefined, { image, own }: StandIn['pairs'][number]) =>
  above !== undefined && hashOf(paint) === image.imageHash && hashOf(above) === own.imageHash && !isVisible(above)

/** Whether the layer shows all that it should while the file is drawn, whatever else was changed on it. */
export function showsAll(now: Paints, { pairs }: StandIn): boolean {
  const shown = new Set(now.filter(isVisible).map(hashOf))
  return pairs.every(({ image }) => shown.has(image.imageHash ?? undefined))
}

/** Figma: a tile is shown at its picture's size times `scalingFactor`. */
const withImage = (own: ImagePaint, { hash, shrink }: Stand): ImagePaint => ({
  ...own,
  imageHash: hash,
  ...(own.scaleMode === 'TILE' && { scalingFactor: (own.scalingFactor ?? 1) * shrink }),
})

function withOwn(paint: ImagePaint, { image, own }: StandIn['pairs'][number]): ImagePaint {
  if (isSame(paint, image)) return own
  const { imageHash, scalingFactor } = own
  return { ...paint, imageHash, ...(scalingFactor !== undefined && { scalingFactor }) }
}

const isSame = (one: unknown, other: unknown) => stableText(one) === stableText(other)
