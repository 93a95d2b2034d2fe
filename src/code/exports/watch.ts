import { exclusively } from '../exclusive.ts'
import { removeCopies } from './copies.ts'
import { filledIn } from './layers-showing.ts'
import { showOwnAgain } from './own-again.ts'
import type { Swaps } from './stand-in.ts'

// An undo or a redo may bring back what was there for a moment, where a designer did something in that moment; and what they
// duplicated then has it too. From the first loan on it is taken away whenever it comes. That is no step of its own: an undo
// that follows goes on from there.

const swapped = new Set<string>()
const marks = new Set<string>()
const watched = new Set<string>()

/** Layers are about to show other images. */
export function watchSwaps(page: PageNode, swaps: Swaps): void {
  for (const swap of swaps) swapped.add(swap)
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
    const changes = nodeChanges.filter(
      (each) => each.type === 'CREATE' || (each.type === 'PROPERTY_CHANGE' && each.properties.includes('fills')),
    )
    const isNew = changes.some(({ type }) => type === 'CREATE')
    const layers = new Map(changes.map(({ id, node }) => [id, node as SceneNode]))
    // What cannot be taken away comes again with the next change of it.
    if (layers.size > 0) void exclusively(() => takeAway(page, [...layers.values()], isNew)).catch(() => {})
  })
}

async function takeAway(page: PageNode, layers: readonly SceneNode[], isNew: boolean): Promise<void> {
  let found = isNew && !page.removed ? removeCopies(page, marks) : 0
  for (const layer of layers.flatMap(withInside)) if (await showOwnAgain(layer, swapped)) found++
  if (found > 0) figma.commitUndo()
}

/** Figma tells of a layer that is new, and need not tell of what lies in it. */
const withInside = (layer: SceneNode): SceneNode[] => (layer.removed ? [] : [layer, ...filledIn(layer)])
