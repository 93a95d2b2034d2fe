import { exclusively } from '../exclusive.ts'
import { findLayer } from '../layers.ts'
import { removeCopies } from './copies.ts'
import { putBack } from './draw-in-place.ts'
import type { Standing } from './layers-showing.ts'

// An undo or a redo may bring back what was there for a moment, where a designer did something in that moment. From then on it
// is taken away whenever it comes. That is no step of its own: an undo that follows goes on from there.

const lent = new Map<string, Standing>()
const marks = new Set<string>()
const watched = new Set<string>()

/** A layer showed other paints. */
export function watchPaints(page: PageNode, standing: Standing): void {
  lent.set(standing.layer.id, standing)
  watch(page)
}

/** A copy with this mark was there. */
export function watchCopies(page: PageNode, mark: string): void {
  marks.add(mark)
  watch(page)
}

function watch(page: PageNode): void {
  if (watched.has(page.id)) return
  watched.add(page.id)
  page.on('nodechange', ({ nodeChanges }) => {
    const ids = nodeChanges.map(({ id }) => id).filter((id) => lent.has(id))
    const isNew = nodeChanges.some(({ type }) => type === 'CREATE')
    if (ids.length > 0 || isNew) void exclusively(() => takeAway(page, ids))
  })
}

async function takeAway(page: PageNode, ids: readonly string[]): Promise<void> {
  let found = page.removed ? 0 : removeCopies(page, marks)
  for (const id of ids) {
    const layer = await findLayer(id)
    if (layer && putBack({ ...lent.get(id)!, layer })) found++
  }
  if (found > 0) figma.commitUndo()
}
