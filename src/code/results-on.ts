import { historyOf, type Result } from './history.ts'
import { type Holders, stackOn, stacksOf } from './holders.ts'
import { isVisible } from './paint-key.ts'
import { resultsElsewhere } from './results-elsewhere.ts'

/** A result, and the layer that holds its paint. */
export interface ResultOn {
  on: SceneNode
  hash: string
  result: Result
  shown: boolean
}

/** The results on a layer and on its cover, oldest first, and whether none of them shows. */
export function resultsOn(holders: Holders): { results: ResultOn[]; original: boolean } {
  // A cover may be hidden as a whole, which says nothing of its paints.
  const results = stacksOf(holders).flatMap((holder) => heldBy(holder, holder !== holders.cover || holder.visible))
  const original = !results.some(({ shown }) => shown) && resultsElsewhere(holders.layer).length === 0
  return { results, original }
}

function heldBy(on: SceneNode, isSeen: boolean): ResultOn[] {
  const { paints, places } = stackOn(on)
  return [...historyOf(on).results].flatMap(([hash, result]) => {
    const place = places.get(hash)
    return place === undefined ? [] : [{ on, hash, result, shown: isSeen && isVisible(paints[place]!) }]
  })
}
