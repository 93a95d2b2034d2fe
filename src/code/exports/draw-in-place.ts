import { AppError } from '../../shared/errors.ts'
import type { ExportAs, ExportedFile } from '../../shared/protocol.ts'
import { type FillLayer, pageOf, readablePaints } from '../layers.ts'
import { draw } from './draw.ts'
import { keepBorrowed, strikeOut } from './journal.ts'
import { bring, canStandIn, type Standing, standingIn } from './layers-showing.ts'
import type { Lent } from './lent.ts'
import { onClose } from './on-close.ts'
import { afterwards, showsAll } from './stand-in.ts'
import { watchPaints } from './watch.ts'

/**
 * A file of a layer in which some show what is lent while it is drawn. Afterwards they are as they were,
 * but for what a designer changed meanwhile. Undefined where they did not show them to the end: an undo came in between.
 * Throws `layer` where Figma does not let them be changed.
 */
export async function drawInPlace(
  root: SceneNode,
  { as, lent }: { as: ExportAs; lent: ReadonlyMap<string, Lent> },
): Promise<ExportedFile | undefined> {
  const page = pageOf(root)!
  const { standing, name } = await keptStanding(page.id, () =>
    standingIn(root, lent).filter(({ layer }) => canStandIn(layer)),
  )
  // What the designer or another plugin did before is closed off first.
  figma.commitUndo()
  let failed = false
  function giveBack() {
    for (const each of standing) {
      try {
        putBack(each)
      } catch {
        failed = true
      }
    }
  }
  const forget = onClose(giveBack)
  let file: ExportedFile | undefined
  try {
    for (const each of standing) show(each, lent)
    const drawn = await draw(root, as)
    if (standing.every(isLent)) file = drawn
  } finally {
    giveBack()
    figma.commitUndo()
    for (const each of standing) watchPaints(page, each)
    if (!failed) {
      forget()
      await strikeOut(name)
    }
  }
  if (failed) throw new AppError('layer', 'Figma did not let a layer be put back: the next start of Refill does it.')
  return file
}

/** Writes down what will be changed until nothing of it changes while that is written. No wait comes after it. */
async function keptStanding(page: string, read: () => Standing[]) {
  let standing = read()
  let name: string | undefined
  for (let text = ''; ; standing = read()) {
    const standIns = Object.fromEntries(standing.map(({ layer, standIn }) => [layer.id, standIn]))
    const next = JSON.stringify(standIns)
    if (name !== undefined && next === text) return { standing, name }
    text = next
    name = await keepBorrowed({ page, standIns }, name)
  }
}

function show(each: Standing, lent: ReadonlyMap<string, Lent>): void {
  const { layer, standIn } = each
  bring(each, lent)
  try {
    ;(layer as FillLayer).fills = standIn.during
  } catch (thrown) {
    throw new AppError('layer', `“${layer.name}” cannot be changed.`, thrown)
  }
  if (!isLent(each)) throw new AppError('layer', `Figma did not keep what was written to “${layer.name}”.`)
}

const isLent = ({ layer, standIn }: Standing) => !layer.removed && showsAll(readablePaints(layer) ?? [], standIn)

/** At once. Answers whether there was anything of it. */
export function putBack({ layer, standIn }: Standing): boolean {
  const now = layer.removed ? undefined : readablePaints(layer)
  const after = now && afterwards(now, standIn)
  if (after) (layer as FillLayer).fills = after
  return after !== undefined
}
