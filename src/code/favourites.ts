import { AppError } from '../shared/errors.ts'
import { resultGoneText } from '../shared/texts/layers.ts'
import { historyOf } from './history.ts'
import { type Holders, showOn, stackOn, stacksOf } from './holders.ts'
import { readablePaints } from './layers.ts'
import { type ResultOn, resultsOn } from './results-on.ts'
import { writeStack } from './write-stack.ts'

/**
 * Marks a result as a favourite, or not any more. The paints are written with it, as they are: history that were written
 * alone would part from them in an instance, which may take over the one and keep the other. Throws `layer` if the result is
 * on neither.
 */
export async function markOn(holders: Holders, hash: string, favourite: boolean): Promise<void> {
  const holder = stacksOf(holders).find((each) => stackOn(each).places.has(hash))
  if (!holder) throw new AppError('layer', resultGoneText(holders.layer.name))
  const { results } = historyOf(holder)
  const { favourite: was = false, ...result } = results.get(hash)!
  if (was === favourite) return
  const marked = favourite ? { ...result, favourite } : result
  await writeStack(holder, readablePaints(holder)!, new Map(results).set(hash, marked))
}

/**
 * Shows favourites in place of other results: of each image its newest, or where none of them shows then, the newest of
 * all. A layer that shows its original goes on showing it. Answers whether the layer has favourites.
 */
export async function showFavouritesOn(holders: Holders): Promise<boolean> {
  const { results } = resultsOn(holders)
  const favourites = results.filter(isFavourite)
  const others = results.filter((held) => held.shown && !isFavourite(held))
  for (const of of new Set(others.map(({ result }) => result.of))) {
    const own = favourites.filter(({ result }) => result.of === of)
    const newest = own.pop()
    if (newest && !newest.shown && !own.some(({ shown }) => shown)) await showOn(holders, newest.hash)
  }
  const shown = resultsOn(holders).results.filter((held) => held.shown)
  const newest = favourites.pop()
  if (newest && shown.length > 0 && !shown.some(isFavourite)) await showOn(holders, newest.hash)
  return newest !== undefined
}

const isFavourite = ({ result }: ResultOn) => result.favourite === true
