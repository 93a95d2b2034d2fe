import { AppError } from '../../shared/errors.ts'
import type { Made, Source } from '../../shared/protocol.ts'
import { repaintedText } from '../../shared/texts/layers.ts'
import { historyOf, withNewest } from '../history.ts'
import { asFillLayer } from '../layers.ts'
import { type Fit, withAppearanceEdit, withImageEdit } from '../stack/insert.ts'
import { writeStack } from '../write-stack.ts'

/** A picture that Figma holds, and where it comes from. */
export interface NewResult {
  hash: string
  source: Source
  fit: Fit
  made: Made
}

/**
 * Puts a picture into the layer's own stack. Reads and writes the paints in one synchronous stretch. Throws `layer` if
 * the source image is no longer on it.
 */
export async function placeInStack(layer: SceneNode, { hash, source, fit, made }: NewResult): Promise<void> {
  // A model may answer with the very picture that it was sent.
  if (source.kind === 'image' && source.hash === hash) return
  const { paints } = asFillLayer(layer)
  const { results } = historyOf(layer)
  const picked =
    source.kind === 'image'
      ? withImageEdit(paints, { source: source.hash, result: hash, fit, results })
      : withAppearanceEdit(paints, hash, results)
  if (!picked) throw new AppError('layer', repaintedText(layer.name))
  // The same picture once more is what the designer marked.
  const favourite = results.get(hash)?.favourite ? { favourite: true } : {}
  await writeStack(layer, picked.paints, withNewest(results, hash, { ...made, ...picked.origin, ...favourite }))
}
