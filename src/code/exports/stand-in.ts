import type { ImagePaint, Paint } from '@figma/plugin-typings/plugin-api-standalone'
import { hashOf, isVisible, stableText } from '../paint-key.ts'
import type { Paints } from '../stack/results.ts'

/** What stands in for an image, by the hash of that. */
export interface Stand {
  hash: string
  /** The width of the image over that of what stands in for it. */
  shrink: number
}

/** Which images stand in for which: the hash of the one that shows, a space, the hash of the one that is hidden. */
export type Swaps = ReadonlySet<string>

/** The paints of a layer and those that it has while a file is drawn. */
export interface StandIn {
  before: Paints
  during: Paints
  swaps: Swaps
}

/**
 * What a layer shows with larger images in place of its own; undefined where it shows none of these. Its own stay, hidden:
 * Figma discards an image that no layer uses. They lie above, and in a fill stack below, so that the two are told apart.
 */
export function standInFor(before: Paints, stands: ReadonlyMap<string, Stand>): StandIn | undefined {
  const swaps = new Set<string>()
  const during = before.flatMap((own) => {
    const found = own.type === 'IMAGE' && isVisible(own) ? stands.get(own.imageHash ?? '') : undefined
    if (!found) return [own]
    swaps.add(`${found.hash} ${hashOf(own)}`)
    return [withImage(own as ImagePaint, found), { ...own, visible: false }]
  })
  return swaps.size > 0 ? { before, during, swaps } : undefined
}

/**
 * What the layer should have now that the file is drawn; undefined where nothing of the stand-in shows on it. What a
 * designer changed meanwhile stays changed.
 */
export const afterwards = (now: Paints, { before, during, swaps }: StandIn): Paint[] | undefined =>
  stableText(now) === stableText(during) ? [...before] : withOwn(now, swaps)

/** The paints of a layer, whichever that is, with the images of its own; undefined where it shows no other. */
export function withOwn(now: Paints, swaps: Swaps): Paint[] | undefined {
  const after: Paint[] = []
  for (let at = 0; at < now.length; at++) {
    const [paint, above] = [now[at]!, now[at + 1]]
    const isSwapped = above && !isVisible(above) && swaps.has(`${hashOf(paint)} ${hashOf(above)}`)
    after.push(isSwapped ? ownOf(paint as ImagePaint, above as ImagePaint) : paint)
    if (isSwapped) at++
  }
  return after.length < now.length ? after : undefined
}

/** Whether the layer shows all that it should while the file is drawn, whatever else was changed on it. */
export function showsAll(now: Paints, { swaps }: StandIn): boolean {
  const shown = new Set(now.filter(isVisible).map(hashOf))
  return [...swaps].every((swap) => shown.has(swap.split(' ')[0]))
}

/** Figma: a tile is shown at its picture's size times `scalingFactor`. */
const withImage = (own: ImagePaint, { hash, shrink }: Stand): ImagePaint => ({
  ...own,
  imageHash: hash,
  ...(own.scaleMode === 'TILE' && { scalingFactor: (own.scalingFactor ?? 1) * shrink }),
})

const ownOf = (paint: ImagePaint, { imageHash, scalingFactor }: ImagePaint): ImagePaint => ({
  ...paint,
  imageHash,
  ...(scalingFactor !== undefined && { scalingFactor }),
})
