import type { LayerResult } from '../../shared/protocol.ts'

/**
 * How many results go when favourites are kept; none where there are none. What shows for another image of the layer stays,
 * as without it that image would change. `most`: not all of them may go, as a look that goes may bring back what showed
 * before it.
 */
export function notKept(results: readonly LayerResult[]): { count: number; most: boolean } {
  const favourites = results.filter(({ favourite }) => favourite)
  const newest = favourites.at(-1)
  if (!newest) return { count: 0, most: false }
  const others = results.filter(({ favourite }) => !favourite)
  const hasFavourite = ({ of }: LayerResult) => favourites.some((one) => one.of === of)
  const shown = others.filter((one) => one.shown)
  const beside = shown.filter((one) => !isLook(one) && !hasFavourite(one))
  // Where no favourite comes to show for an image, the newest of all does: as a look, in place of everything.
  const showsSome = favourites.some((one) => one.shown) || shown.some(hasFavourite)
  const isCovered = !showsSome && shown.length > 0 && isLook(newest)
  const comesBack = shown.some(isLook) && !shown.some(hasFavourite) && !isLook(newest)
  const most = comesBack && others.some((one) => !isLook(one) && one.of !== newest.of && !hasFavourite(one))
  return { count: others.length - (isCovered ? 0 : beside.length), most }
}

/** Made of how the layer looked, and not of one of its images. */
const isLook = ({ of }: LayerResult) => of === undefined
