import type { Task } from '../../shared/channel.ts'
import { AppError } from '../../shared/errors.ts'
import type { ExportedFile, ExportFile, MissingImages } from '../../shared/protocol.ts'
import { exclusively, undisturbed } from '../exclusive.ts'
import { draw } from '../exports/draw.ts'
import { drawCopy } from '../exports/draw-copy.ts'
import { drawInPlace } from '../exports/draw-in-place.ts'
import { faceOf, holderOf, showOnCopy } from '../exports/face.ts'
import { bring, canStandIn, layersShowing, standingIn } from '../exports/layers-showing.ts'
import { type Lent, lentOf } from '../exports/lent.ts'
import { isShown } from '../layers.ts'
import { foundForWriting } from '../place/writable.ts'
import { writePaints } from '../write-paints.ts'

/**
 * One file as Figma draws it; decision 022 says how it shows what the document does not. Throws `layer` if the layer is gone,
 * hidden or changed meanwhile, `image` if there is nothing to draw.
 */
export async function exportFile(wanted: ExportFile, task: Task): Promise<ExportedFile | MissingImages> {
  const { id, as, shows, larger = [], anyway } = wanted
  const found = await foundForWriting(id)
  const { name } = found
  if (!isShown(found)) throw new AppError('layer', `“${name}” is hidden.`)
  task.throwIfCancelled()

  const layer = shows ? holderOf(found, shows) : faceOf(found)
  const showing = layersShowing(layer, new Set(larger))
  const owns = [...new Set(showing.flatMap(({ hashes }) => hashes))]
  const lent = lentOf(owns)
  if (lent.size < owns.length && !anyway) return { needs: owns.filter((own) => !lent.has(own)) }
  if (!shows && lent.size === 0) return withMissed(await draw(layer, as), showing.length)

  // Figma: a section takes in what lies below it, so that none is copied.
  const isCopied = shows !== undefined || (layer.type !== 'SECTION' && !showing.every(({ layer }) => canStandIn(layer)))
  const drawOnce = isCopied
    ? () => drawCopy(layer, { as, prepare: (twin) => prepare(twin, shows, lent) })
    : () => drawInPlace(layer, { as, lent })
  const stays = ({ layer, hashes }: (typeof showing)[number]) =>
    !hashes.every((hash) => lent.has(hash)) || (!isCopied && !canStandIn(layer))
  const missed = showing.filter(stays).length
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const file = await exclusively(() => undisturbed(() => onceMore(drawOnce, layer, task)))
    if (file) return withMissed(file, missed)
  }
  throw new AppError('layer', `“${name}” was changed while it was drawn.`)
}

const withMissed = (file: ExportedFile, missed: number): ExportedFile => (missed > 0 ? { ...file, missed } : file)

async function onceMore<T>(draw: () => Promise<T>, layer: SceneNode, task: Task): Promise<T> {
  task.throwIfCancelled()
  if (layer.removed) throw new AppError('layer', 'That layer is no longer in the file.')
  return draw()
}

async function prepare(twin: SceneNode, shows: ExportFile['shows'], lent: ReadonlyMap<string, Lent>): Promise<void> {
  if (shows) await showOnCopy(twin, shows)
  for (const each of standingIn(twin, lent)) {
    bring(each, lent)
    await writePaints(each.layer as SceneNode & MinimalFillsMixin, each.standIn.during)
  }
}

/** An undo that comes in between takes what is borrowed away. */
const ATTEMPTS = 3
