import type { Size } from '../../shared/picture.ts'
import type { History } from '../history.ts'
import { readablePaints } from '../layers.ts'
import { hashOf } from '../paint-key.ts'

/** px of the picture that a bitmap was merely resampled from, and its hash where the layer still holds it. */
export interface Resampled extends Size {
  hash?: string | undefined
}

/** Undefined where the layer does not know of it. */
export function resampledOn(layer: SceneNode, hash: string, results: History['results']): Resampled | undefined {
  const resampled = results.get(hash)?.resampled
  if (!resampled) return undefined
  const isThere = readablePaints(layer)?.some((paint) => hashOf(paint) === resampled.hash)
  return { ...resampled, hash: isThere ? resampled.hash : undefined }
}
