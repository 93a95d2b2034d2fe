import { AppError } from '../shared/errors.ts'
import { lostChangeText, unchangeableText } from '../shared/texts/layers.ts'
import { type History, historyOf, historyText, keepHistory, putBackHistory, type Unlinked } from './history.ts'
import { asFillLayer, type FillLayer } from './layers.ts'
import { hashOf, isVisible, keysOf } from './paint-key.ts'
import { ownKeys, type Paints, stackOf } from './stack/results.ts'
import { writePaints } from './write-paints.ts'

/**
 * Replaces the layer's paints and what is known of them in one synchronous stretch (but for pattern paints), and reads
 * back whether Figma took them. Throws `layer` if it did not; then the layer is as it was.
 */
export async function writeStack(layer: SceneNode, paints: Paints, results: History['results']): Promise<void> {
  const { layer: filled, paints: before } = asFillLayer(layer)
  const past = historyOf(layer)
  const text = historyText(layer)
  try {
    const style = linkOf(filled, () => stackOf(before, past.results).keys) ?? past.style
    const written = writePaints(filled, paints)
    keepHistory(layer, { results, style }, new Set(paints.flatMap((paint) => hashOf(paint) ?? [])))
    await written
    assertTaken(layer, paints)
  } catch (thrown) {
    await putBack(filled, before, text)
    throw new AppError('layer', unchangeableText(layer.name), thrown)
  }
}

/** Figma: writing raw paints drops the link to a shared style. */
function linkOf({ fillStyleId }: FillLayer, keys: () => readonly string[]): Unlinked | undefined {
  return typeof fillStyleId === 'string' && fillStyleId !== '' ? { id: fillStyleId, keys: ownKeys(keys()) } : undefined
}

/** Field reports tell of writes under locked groups that Figma lost without a word. */
function assertTaken(layer: SceneNode, wanted: Paints): void {
  const { paints } = asFillLayer(layer)
  if (shapeOf(paints) === shapeOf(wanted)) return
  throw new AppError('layer', lostChangeText(layer.name))
}

const shapeOf = (paints: Paints) => [...keysOf(paints, new Set()), ...paints.map(isVisible)].join()

async function putBack(layer: FillLayer, paints: Paints, text: string): Promise<void> {
  try {
    if (historyText(layer) !== text) putBackHistory(layer, text)
    if (shapeOf(asFillLayer(layer).paints) !== shapeOf(paints)) await writePaints(layer, paints)
  } catch {
    // It takes no writing at all, which is why we are here.
  }
}
