import { AppError } from '../shared/errors.ts'
import { resultGoneText } from '../shared/texts/layers.ts'
import { historyOf } from './history.ts'
import { parentOf, readablePaints } from './layers.ts'
import { isSeeThrough } from './looks.ts'
import { coverInside, liesInside } from './place/cover.ts'
import { layOverAgain } from './place/lay-over.ts'
import { pairOf as onePairOf } from './place/pairs.ts'
import { removeButtons } from './relaunch.ts'
import { resultsElsewhere } from './results-elsewhere.ts'
import { withNothing, withOriginal, withShownAgain } from './stack/original.ts'
import { withResult } from './stack/pick.ts'
import { withoutHidden } from './stack/remove.ts'
import { shownResults, stackOf } from './stack/results.ts'
import { writeStack } from './write-stack.ts'

/** A layer and the rectangle that Refill made for its looks: together they show one of its results, or none. */
export interface Holders {
  layer: SceneNode
  cover?: RectangleNode | undefined
  /** Whether the cover lies above the layer, and not inside it. */
  above: boolean
}

/** Of a layer or of its cover, whichever was found. `pairOf` tells of covers above; work on many layers knows them before. */
export function holdersOf(found: SceneNode, pairOf = onePairOf): Holders {
  const inside = coverInside(found)
  if (inside) return { layer: found, cover: inside, above: false }
  const parent = parentOf(found)
  if (!parent) return { layer: found, above: false }
  if (parent.type !== 'PAGE' && liesInside(found) && coverInside(parent)?.id === found.id) {
    return { layer: parent, cover: found as RectangleNode, above: false }
  }
  const pair = pairOf(found, parent)
  return pair ? { ...pair, above: true } : { layer: found, above: false }
}

export const stacksOf = ({ layer, cover }: Holders): SceneNode[] =>
  [layer, cover].filter((holder): holder is SceneNode => holder !== undefined && readablePaints(holder) !== undefined)

/** The layer's stack with what is known of it. Without readable paints it is empty. */
export const stackOn = (holder: SceneNode) => stackOf(readablePaints(holder) ?? [], historyOf(holder).results)

/** Shows one result in place of what shows now. Throws `layer` if it is on neither. */
export async function showOn(holders: Holders, hash: string): Promise<void> {
  const { layer, cover } = holders
  const holder = stacksOf(holders).find((each) => stackOn(each).places.has(hash))
  if (!holder) throw new AppError('layer', resultGoneText(layer.name))
  if (holder !== cover) await takeOff(holders)
  const looks = cover && holder === cover ? shownResults(stackOn(cover)) : []
  const { results } = historyOf(holder)
  const { paints, origin } = withResult(readablePaints(holder)!, hash, results)!
  await writeStack(holder, paints, new Map(results).set(hash, { ...results.get(hash)!, ...origin }))
  if (!cover || holder !== cover) return
  cover.visible = true
  await hideBelow(holders, hash, looks)
}

/** Shows what there was before Refill. Answers whether anything of Refill showed that could be taken back. */
export async function showOriginalOn(holders: Holders): Promise<boolean> {
  const tookOff = await takeOff(holders)
  const { paints, results } = stackOn(holders.layer)
  const original = withOriginal(paints, results)
  if (original) await writeStack(holders.layer, original, historyOf(holders.layer).results)
  return tookOff || original !== undefined
}

/** Removes the results that do not show, and a cover that then holds nothing. Answers how many. Favourites stay, unless `all`. */
export async function tidyOn(holders: Holders, { all = false } = {}): Promise<number> {
  let count = 0
  let left = 0
  for (const holder of stacksOf(holders)) {
    const known = historyOf(holder).results
    const { paints, removed } = withoutHidden(readablePaints(holder)!, known, {
      isCover: holder === holders.cover,
      stays: (hash) => !all && known.get(hash)?.favourite === true,
    })
    left += stackOn(holder).places.size - removed.length
    if (removed.length === 0) continue
    count += removed.length
    if (holder === holders.cover && paints.length === 0) {
      holder.remove()
      continue
    }
    const results = new Map([...known].filter(([hash]) => !removed.includes(hash)))
    await writeStack(holder, paints, results)
  }
  if (count > 0 && left === 0) removeButtons(holders.layer, ...(holders.cover ? [holders.cover] : []))
  return count
}

/**
 * A see-through layer would be seen through its cover another time: what it shows is hidden while the look `hash` shows
 * there, which then stands for that, and for what the `looks` stood for that showed on the cover before.
 */
export async function hideBelow(
  { layer, cover, above }: Holders,
  hash: string,
  looks: readonly string[],
): Promise<void> {
  if (!above || !cover) return
  layOverAgain(layer, cover)
  const below = readablePaints(layer)
  if (!below || !isSeeThrough(layer)) return
  const { results } = historyOf(layer)
  const nothing = withNothing(below, results)
  const before = [...looks, ...resultsElsewhere(layer)]
  const hid = [...new Set([...nothing.hid, ...before.flatMap((look) => results.get(look)?.hid ?? [])])]
  const known = results.get(hash)
  if (hid.length === 0 && known) return
  const look = known ?? historyOf(cover).results.get(hash)!
  await writeStack(layer, nothing.paints, new Map(results).set(hash, { ...look, hid }))
}

/**
 * Hides the looks on the cover, and shows on the layer what they stand for, also where a look has gone with its cover.
 * Answers whether there were any.
 */
export async function takeOff({ layer, cover, above }: Holders): Promise<boolean> {
  const looks = resultsElsewhere(layer)
  if (cover) {
    if (above) layOverAgain(layer, cover)
    const stack = stackOn(cover)
    const bare = withOriginal(stack.paints, stack.results, { isCover: true })
    if (bare) await writeStack(cover, bare, historyOf(cover).results)
    if (bare) looks.push(...shownResults(stack))
  }
  await showAgain(layer, looks)
  return looks.length > 0
}

/** A look that is taken off is known to its cover alone: the layer no longer stands behind it. */
async function showAgain(layer: SceneNode, looks: readonly string[]): Promise<void> {
  const below = readablePaints(layer)
  const { results } = historyOf(layer)
  if (!below || !looks.some((look) => results.has(look))) return
  const { places } = stackOf(below, results)
  const others = new Map([...results].filter(([hash]) => places.has(hash) || !looks.includes(hash)))
  await writeStack(layer, withShownAgain(below, results, looks), others)
}
