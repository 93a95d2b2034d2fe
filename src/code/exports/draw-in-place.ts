import { AppError } from '../../shared/errors.ts'
import type { ExportedFile } from '../../shared/protocol.ts'
import { NOT_PUT_BACK } from '../../shared/texts/exports.ts'
import { unchangeableText } from '../../shared/texts/layers.ts'
import { assertThere, type FillLayer, pageOf, readablePaints } from '../layers.ts'
import { keepBorrowed, strikeOut } from './journal.ts'
import { assertLent, canStandIn, createBringer, type ShowingLayer, showingIn, showsLent } from './layers-showing.ts'
import type { Lent } from './lent.ts'
import { onClose } from './on-close.ts'
import { afterwards } from './stand-in.ts'
import { watchSwaps } from './watch.ts'

/**
 * A file of a layer in which some show what is lent while it is drawn. Afterwards they are as they were,
 * but for what a designer changed meanwhile. Undefined where they did not show them to the end: an undo came in between.
 * Throws `layer` where Figma does not let them be changed.
 */
export async function drawInPlace(
  root: SceneNode,
  { draw, lent }: { draw: (layer: SceneNode) => Promise<ExportedFile>; lent: ReadonlyMap<string, Lent> },
): Promise<ExportedFile | undefined> {
  const page = pageOf(root)!
  const { showing, name } = await keptShowing(root, () =>
    root.removed ? [] : showingIn(root, lent).filter(({ layer }) => canStandIn(layer)),
  )
  if (root.removed) await strikeOut(name)
  assertThere(root)
  // What the designer or another plugin did before is closed off first.
  figma.commitUndo()
  let failed = false
  function giveBack() {
    for (const each of showing) {
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
    const bring = createBringer(lent)
    for (const each of showing) {
      watchSwaps(page, each.standIn.swaps)
      bring(each)
      show(each)
    }
    const drawn = await draw(root)
    if (showing.every(showsLent)) file = drawn
  } finally {
    giveBack()
    figma.commitUndo()
    if (!failed) {
      forget()
      await strikeOut(name)
    }
  }
  if (failed) throw new AppError('layer', NOT_PUT_BACK)
  return file
}

/** Writes down what will be changed until nothing of it changes while that is written. No wait comes after it. */
async function keptShowing(root: SceneNode, read: () => ShowingLayer[]) {
  const page = pageOf(root)!.id
  const { id, name: rootName } = root
  let showing = read()
  let name: string | undefined
  for (let text = ''; ; showing = read()) {
    const layers = showing.map(({ layer }) => layer.id)
    const swaps = [...new Set(showing.flatMap(({ standIn }) => [...standIn.swaps]))]
    const next = JSON.stringify([layers, swaps])
    if (name !== undefined && next === text) return { showing, name }
    text = next
    name = await keepBorrowed({ page, root: { id, name: rootName }, layers, swaps }, name)
  }
}

function show(each: ShowingLayer): void {
  const { layer, standIn } = each
  try {
    ;(layer as FillLayer).fills = standIn.during
  } catch (thrown) {
    throw new AppError('layer', unchangeableText(layer.name), thrown)
  }
  assertLent(each)
}

/** At once, as a plugin that is closed has to. */
function putBack({ layer, standIn }: ShowingLayer): void {
  const now = layer.removed ? undefined : readablePaints(layer)
  const after = now && afterwards(now, standIn)
  if (after) (layer as FillLayer).fills = after
}
