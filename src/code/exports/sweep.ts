import { exclusively } from '../exclusive.ts'
import { findLayer } from '../layers.ts'
import { removeCopies } from './copies.ts'
import { type Borrowed, borrowedBefore, strikeOut } from './journal.ts'
import { showOwnAgain } from './own-again.ts'

/** Puts back what an earlier run of the plugin borrowed in this file and could not: it was killed. */
export const sweepBorrowed = (): Promise<void> =>
  exclusively(async () => {
    for (const [name, borrowed] of Object.entries(await borrowedBefore())) {
      // One that cannot be put back must not keep the others.
      const isDone = await sweep(borrowed).catch(() => false)
      if (isDone || Date.now() - borrowed.at > KEPT) await strikeOut(name)
    }
  })

/**
 * Answers whether this was the file: not every one of that name is, and a duplicate is put back as well, under another
 * name. In any other there is nothing to find, for none shows the very same images.
 */
async function sweep({ file, page: id, root, layers, swaps, copy }: Borrowed): Promise<boolean> {
  const page = await figma.getNodeByIdAsync(id)
  if (page?.type !== 'PAGE') return false
  await page.loadAsync()
  figma.commitUndo()
  let found = copy === undefined ? 0 : removeCopies(page, new Set([copy]))
  for (const id of layers) {
    const layer = await findLayer(id)
    if (layer && (await showOwnAgain(layer, new Set(swaps)))) found++
  }
  figma.commitUndo()
  const isThere = found > 0 || (await findLayer(root.id))?.name === root.name
  return isThere && file === figma.root.name
}

/** ms, 60 days: of a file that is not opened any more. */
const KEPT = 60 * 24 * 3600 * 1000
