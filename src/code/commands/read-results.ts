import type { LayerResult, LayerResults } from '../../shared/protocol.ts'
import { undisturbed } from '../exclusive.ts'
import { formerStyle } from '../former-style.ts'
import { historyOf, madeOf } from '../history.ts'
import { holdersOf, stackOn, stacksOf } from '../holders.ts'
import { isVisible } from '../paint-key.ts'
import { foundForWriting } from '../place/writable.ts'
import { resultsElsewhere } from '../results-elsewhere.ts'

/** The results on a layer and on its cover, oldest first. Reading writes nothing. */
export const readResults = ({ id }: { id: string }): Promise<LayerResults> => undisturbed(() => resultsOf(id))

async function resultsOf(id: string): Promise<LayerResults> {
  const holders = holdersOf(await foundForWriting(id))
  const results = stacksOf(holders).flatMap((holder) => resultsOn(holder, holder !== holders.cover || holder.visible))
  const original = !results.some(({ shown }) => shown) && resultsElsewhere(holders.layer).length === 0
  const { layer } = holders
  const drops = layer.removed ? 0 : results.filter(({ on }) => on === layer.id).length
  const style = await formerStyle(layer)
  return { results, original, ...(style && { style: { name: style.name, drops } }) }
}

/** `isSeen`: a cover may be hidden as a whole, which says nothing of its paints. */
function resultsOn(holder: SceneNode, isSeen: boolean): LayerResult[] {
  const { paints, places } = stackOn(holder)
  return [...historyOf(holder).results].flatMap(([hash, result]) => {
    const place = places.get(hash)
    if (place === undefined) return []
    return [{ on: holder.id, hash, made: madeOf(result), shown: isSeen && isVisible(paints[place]!) }]
  })
}
