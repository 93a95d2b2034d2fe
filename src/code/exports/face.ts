import { AppError } from '../../shared/errors.ts'
import type { ExportFile } from '../../shared/protocol.ts'
import { resultGoneText } from '../../shared/texts/layers.ts'
import { holdersOf, showOn, showOriginalOn, stackOn, stacksOf } from '../holders.ts'
import { imagesOn } from '../layers.ts'

/** The layer, or the rectangle above it that shows its look by now: that is what a designer sees. */
export function faceOf(found: SceneNode, { layer, cover, above } = holdersOf(found)): SceneNode {
  return found.id === layer.id && above && cover?.visible && imagesOn(cover).length > 0 ? cover : found
}

/** What is drawn to show a result, or what was there before Refill. Throws `layer` where the result is gone. */
export function holderOf(found: SceneNode, shows: NonNullable<ExportFile['shows']>): SceneNode {
  const holders = holdersOf(found)
  const { layer, cover, above } = holders
  if (shows === 'original') return layer
  const holder = stacksOf(holders).find((each) => stackOn(each).places.has(shows.result))
  if (!holder) throw new AppError('layer', resultGoneText(layer.name))
  return above && cover && holder.id === cover.id ? cover : layer
}

/** Shows that on a copy of the holder. */
export async function showOnCopy(twin: SceneNode, shows: NonNullable<ExportFile['shows']>): Promise<void> {
  twin.visible = true
  const holders = holdersOf(twin)
  if (shows === 'original') await showOriginalOn(holders)
  else await showOn(holders, shows.result)
}
