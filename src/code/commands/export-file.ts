import type { Task } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import type { ExportedFile, ExportFile, MissingImages } from '../../shared/protocol.ts'
import { changedWhileDrawnText, onlyAsShownText } from '../../shared/texts/exports.ts'
import { hiddenText } from '../../shared/texts/layers.ts'
import { alone, exclusively } from '../exclusive.ts'
import { draw } from '../exports/draw.ts'
import { drawCopy } from '../exports/draw-copy.ts'
import { drawInPlace } from '../exports/draw-in-place.ts'
import { faceOf, holderOf, showOnCopy } from '../exports/face.ts'
import { assertLent, canStandIn, createBringer, layersShowing, showingIn } from '../exports/layers-showing.ts'
import { type Lent, lentOf } from '../exports/lent.ts'
import { assertThere, isShown } from '../layers.ts'
import { foundForWriting } from '../place/writable.ts'
import { writePaints } from '../write-paints.ts'

/**
 * One file as Figma draws it; decision 022 says how it shows what the document does not. Throws `layer` if the layer is gone,
 * hidden or changed meanwhile, `image` if there is nothing to draw.
 */
export async function exportFile(
  { id, as, shows, larger = [], anyway }: ExportFile,
  task: Task,
): Promise<ExportedFile | MissingImages> {
  const found = await foundForWriting(id)
  const { name } = found
  if (!isShown(found)) throw new AppError('layer', hiddenText(name))
  task.throwIfCancelled()

  const layer = shows ? holderOf(found, shows) : faceOf(found)
  const owns = new Set(larger)
  // What is hidden now may be what is to be shown.
  const showing = layersShowing(layer, owns, shows && (() => true))
  const needed = [...new Set(showing.flatMap(({ hashes }) => hashes))]
  const lent = lentOf(needed)
  if (lent.size < needed.length && !anyway) return { needs: needed.filter((own) => !lent.has(own)) }
  const drawAs = (layer: SceneNode) => draw(layer, as, owns)
  if (!shows && lent.size === 0) return drawAs(layer)

  // Figma: a section takes in what lies below it; and a copy lies above all that is to be seen with the layer.
  const isNeverCopied = layer.type === 'SECTION' || as.contentsOnly === false
  if (isNeverCopied && shows) throw new AppError('layer', onlyAsShownText(name))
  const drawOnce =
    !shows && (isNeverCopied || showing.every(({ layer }) => canStandIn(layer)))
      ? () => drawInPlace(layer, { draw: drawAs, lent })
      : () => drawCopy(layer, { draw: drawAs, prepare: (twin) => prepare(twin, shows, lent) })
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const file = await alone(() => exclusively(() => onceMore(drawOnce, layer, task)))
    if (file) return file
  }
  throw new AppError('layer', changedWhileDrawnText(name))
}

async function onceMore<T>(draw: () => Promise<T>, layer: SceneNode, task: Task): Promise<T> {
  task.throwIfCancelled()
  assertThere(layer)
  return draw()
}

async function prepare(twin: SceneNode, shows: ExportFile['shows'], lent: ReadonlyMap<string, Lent>): Promise<void> {
  if (shows) await showOnCopy(twin, shows)
  const bring = createBringer(lent)
  for (const each of showingIn(twin, lent)) {
    bring(each)
    await writePaints(each.layer as SceneNode & MinimalFillsMixin, each.standIn.during)
    assertLent(each)
  }
}

/** An undo that comes in between takes what is borrowed away. */
const ATTEMPTS = 3
