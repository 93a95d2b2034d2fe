import { historyOf } from './history.ts'
import { readablePaints } from './layers.ts'
import { isVisible } from './paint-key.ts'
import { shownBefore, stackOf } from './stack/results.ts'

/**
 * The results that stand for what the layer showed and are not in its own stack: they lie on its cover, or are gone with
 * that. They are known from the layer alone, so what it showed can always be taken back. None of a layer that shows
 * something: then it is as its designer wants it.
 */
export function resultsElsewhere(layer: SceneNode): string[] {
  const paints = readablePaints(layer)
  if (!paints || paints.some(isVisible)) return []
  const { results } = historyOf(layer)
  const stack = stackOf(paints, results)
  return [...results.keys()].filter((hash) => !stack.places.has(hash) && shownBefore(stack, hash).length > 0)
}
