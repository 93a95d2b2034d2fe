import type { LayerResults } from '../../shared/protocol.ts'
import { undisturbed } from '../exclusive.ts'
import { formerStyle } from '../former-style.ts'
import { madeOf } from '../history.ts'
import { holdersOf } from '../holders.ts'
import { hiddenImage, originalOf } from '../original-of.ts'
import { foundForWriting } from '../place/writable.ts'
import { resultsOn } from '../results-on.ts'

/** The results on a layer and on its cover, oldest first. Reading writes nothing. */
export const readResults = ({ id }: { id: string }): Promise<LayerResults> => undisturbed(() => resultsOf(id))

async function resultsOf(id: string): Promise<LayerResults> {
  const holders = holdersOf(await foundForWriting(id))
  const { results: held, original } = resultsOn(holders)
  const results = held.map(({ on, hash, result, shown }) => ({
    ...{ on: on.id, hash, made: madeOf(result), shown, favourite: result.favourite === true },
    ...{ of: originalOf(on, result), hid: hiddenImage(on, result) },
  }))
  const { layer } = holders
  const drops = layer.removed ? 0 : results.filter(({ on }) => on === layer.id).length
  const style = await formerStyle(layer)
  return { results, original, ...(style && { style: { name: style.name, drops } }) }
}
