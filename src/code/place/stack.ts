import { AppError } from '../../shared/errors.ts'
import type { PlaceImage } from '../../shared/protocol.ts'
import { historyOf, remember } from '../history.ts'
import { asFillLayer, paintsOf } from '../layers.ts'
import { type Stacked, withAppearanceEdit, withImageEdit } from '../stack.ts'
import { writePaints } from '../write-paints.ts'

/**
 * Puts a picture that Figma holds into the layer's own stack. Reads and writes the paints in one synchronous stretch.
 * Throws `layer` if the source image is no longer on it.
 */
export async function placeInStack(
  layer: SceneNode,
  hash: string,
  shrink: number,
  { source, made }: PlaceImage,
): Promise<void> {
  const history = historyOf(layer)
  const paints = paintsOf(layer)
  const stacked: Stacked | undefined =
    source.kind === 'image'
      ? withImageEdit(paints, { source: source.hash, result: hash, shrink, results: history })
      : withAppearanceEdit(paints, hash)
  if (!stacked) throw new AppError('layer', `“${layer.name}” was repainted meanwhile, so nothing was changed.`)

  const written = writePaints(asFillLayer(layer), stacked.paints)
  const unchanged = source.kind === 'image' && source.hash === hash
  if (!unchanged) remember(layer, hash, { ...made, from: source.kind, hid: stacked.hid })
  await written
}
