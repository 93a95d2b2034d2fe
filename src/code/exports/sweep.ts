import { exclusively } from '../exclusive.ts'
import { findLayer, readablePaints } from '../layers.ts'
import { writePaints } from '../write-paints.ts'
import { removeCopies } from './copies.ts'
import { type Borrowed, borrowedBefore, strikeOut } from './journal.ts'
import { afterwards } from './stand-in.ts'

/** Puts back what an earlier run of the plugin borrowed in this file and could not: it was killed. */
export const sweepBorrowed = (): Promise<void> =>
  exclusively(async () => {
    for (const [name, borrowed] of Object.entries(await borrowedBefore())) {
      // One that cannot be put back must not keep the others.
      const found = await sweep(borrowed).catch(() => 0)
      const isHere = found > 0 || borrowed.file === figma.root.name
      if (isHere || Date.now() - borrowed.at > KEPT) await strikeOut(name)
    }
  })

/** Answers how many layers there were. In another file there are none: no other has the very same paints. */
async function sweep({ page: id, standIns, copy }: Borrowed): Promise<number> {
  const page = await figma.getNodeByIdAsync(id)
  if (page?.type !== 'PAGE') return 0
  await page.loadAsync()
  figma.commitUndo()
  let found = copy === undefined ? 0 : removeCopies(page, new Set([copy]))
  for (const [id, standIn] of Object.entries(standIns)) {
    const layer = await findLayer(id)
    const paints = layer && readablePaints(layer)
    const after = paints && afterwards(paints, standIn)
    if (!after) continue
    await writePaints(layer as SceneNode & MinimalFillsMixin, after)
    found++
  }
  figma.commitUndo()
  return found
}

/** ms, 60 days: of a file that is not opened any more. */
const KEPT = 60 * 24 * 3600 * 1000
