import type { Task } from '../../shared/channel.ts'
import type { Beside, Placed, PlaceImage } from '../../shared/protocol.ts'
import { hashFor } from '../hash-for.ts'
import { historyOf, madeFrom } from '../history.ts'
import { findLayer, imagesOn, isOfInstance, pageOf, readablePaints } from '../layers.ts'
import { hashOf } from '../paint-key.ts'
import { placeOnCopy, placeOnRectangle, type Where } from '../place/beside.ts'
import { fitOf, isOfShape } from '../place/fit-of.ts'
import type { NewResult } from '../place/in-stack.ts'
import { placeOn } from '../place/place-on.ts'
import { asUndoStep } from '../place/undo-step.ts'
import { showButtons } from '../relaunch.ts'

/**
 * Puts a finished picture where its source is, as one undo step. The layer is found again by id, whatever is selected
 * now; where it can no longer take the picture, that is laid beside it. Throws `image` if Figma does not take the
 * picture, and `cancelled` while nothing is written yet; then nothing changed.
 */
export async function placeImage(input: PlaceImage, task: Task): Promise<Placed> {
  return asUndoStep(
    async () => {
      task.throwIfCancelled()
      const fit = await fitOf(input)
      const page = await pageFor(input)
      const found = await findLayer(input.id)
      // Figma: what lies on a page that was not loaded cannot be read.
      if (found) await pageOf(found)?.loadAsync()
      const regions = await layersNamed(input.hides ?? [])
      task.throwIfCancelled()
      return { fit, page, regions, layer: found && !found.removed ? found : undefined }
    },
    async ({ fit, page, regions, layer }) => {
      const { source } = input
      const from = source.kind === 'image' ? source.hash : ''
      const made = madeFrom({ hash: from, source: layer && historyOf(layer).results.get(from) }, input.made)
      const result: NewResult = { hash: hashFor(input.picture.bytes), source, fit, made }
      const reason = besideBecause(layer, input)
      if (layer && !reason && followsComponent(layer, result)) return { id: layer.id, hash: result.hash, follows: true }
      if (layer && !reason) {
        const holder = await placeOn(layer, result).catch(() => undefined)
        if (holder) {
          for (const region of regions) hide(region)
          showButtons(holder, layer)
          return { id: holder.id, hash: result.hash }
        }
      }
      const beside = reason ?? 'closed'
      const near = beside === 'gone' || beside === 'moved' ? undefined : layer
      const where = { ...input, page, reshaped: beside === 'reshaped' }
      const holder = await placeBeside(near, result, where, beside === 'asked')
      showButtons(holder)
      return { id: holder.id, hash: result.hash, beside }
    },
  )
}

/** The result counts, and is there: what cannot be hidden is left to the designer. */
function hide(region: SceneNode): void {
  try {
    if (!region.removed) region.visible = false
  } catch {}
}

/** Those that are still there. */
async function layersNamed(ids: readonly string[]): Promise<SceneNode[]> {
  const found = await Promise.all(ids.map(findLayer))
  return found.flatMap((layer) => layer ?? [])
}

/** Why the picture cannot go where it should. Product: “The right layer”. */
function besideBecause(layer: SceneNode | undefined, { source, ratio, at, place }: PlaceImage): Beside | undefined {
  const page = layer && pageOf(layer)
  // Figma: what was removed of a component is kept for its instances, on no page.
  if (!page) return 'gone'
  if (page.id !== at.page) return 'moved'
  if (source.kind === 'image' && !readablePaints(layer)?.some((paint) => hashOf(paint) === source.hash)) {
    return 'repainted'
  }
  if (source.kind === 'appearance' && !isOfShape(layer, ratio)) return 'reshaped'
  // The row said so before the run.
  const isPlanned = source.kind === 'appearance' && source.place === 'beside'
  return place === 'beside' || isPlanned ? 'asked' : undefined
}

/** Its component shows the result by now: an instance in which that is written as well would follow it no longer. */
const followsComponent = (layer: SceneNode, { hash, source }: NewResult) =>
  source.kind === 'image' && source.hash !== hash && imagesOn(layer).includes(hash) && isOfInstance(layer)

/** A copy that was asked for keeps the layer's stack, where the stack can hold the picture. */
async function placeBeside(
  layer: SceneNode | undefined,
  result: NewResult,
  where: Where,
  asked: boolean,
): Promise<SceneNode> {
  const { source } = result
  const fitsStack = source.kind === 'image' || source.place === 'stack'
  const copy = layer && asked && fitsStack && (await placeOnCopy(layer, result, where.page).catch(() => undefined))
  return copy || placeOnRectangle(layer, result, where)
}

/** The page of the source, ready to be read; should it be gone too, the one that is open. */
async function pageFor({ at }: PlaceImage): Promise<PageNode> {
  const found = await figma.getNodeByIdAsync(at.page)
  const page = found?.type === 'PAGE' && !found.removed ? found : figma.currentPage
  await page.loadAsync()
  return page
}
