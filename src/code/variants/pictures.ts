import { AppError } from '../../shared/errors.ts'
import type { Placed, PlaceVariant } from '../../shared/protocol.ts'
import { changedText, otherShapeText, repaintedText } from '../../shared/texts/layers.ts'
import { hashFor } from '../hash-for.ts'
import { historyOf, madeFrom } from '../history.ts'
import { readablePaints } from '../layers.ts'
import { hashOf } from '../paint-key.ts'
import { placeAbove } from '../place/above.ts'
import { isOfShape } from '../place/fit-of.ts'
import { placeOn } from '../place/place-on.ts'
import { showButtons } from '../relaunch.ts'
import type { Fit } from '../stack/insert.ts'
import { layerAt } from './twin.ts'

/** A picture of an order, how it fits, and the way to its layer in the component. */
export interface Aimed {
  ordered: PlaceVariant['pictures'][number]
  fit: Fit
  path: readonly number[]
}

/** Puts a picture on the layer of the copy that is what its own is in the component. Throws `layer` or `image`. */
export async function placeIn(copy: ComponentNode, { ordered, fit, path }: Aimed): Promise<Placed> {
  const { source, picture, ratio } = ordered
  const layer = layerAt(copy, path)
  if (!layer) throw new AppError('layer', changedText(copy.name))
  if (source.kind === 'image' && !readablePaints(layer)?.some((paint) => hashOf(paint) === source.hash)) {
    throw new AppError('layer', repaintedText(layer.name))
  }
  if (source.kind === 'appearance' && !isOfShape(layer, ratio)) {
    throw new AppError('layer', otherShapeText(layer.name))
  }
  const from = source.kind === 'image' ? source.hash : ''
  const made = madeFrom({ hash: from, source: historyOf(layer).results.get(from) }, ordered.made)
  const result = { hash: hashFor(picture.bytes), source, fit, made }
  // There is nothing beside a layer within a variant.
  const isBeside = source.kind === 'appearance' && source.place === 'beside'
  const holder = await (isBeside ? placeAbove(layer, result) : placeOn(layer, result))
  showButtons(holder, layer)
  return { id: holder.id, hash: result.hash }
}
