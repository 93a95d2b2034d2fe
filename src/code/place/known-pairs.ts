import { toAppError } from '../../shared/errors.ts'
import { type Parent, parentOf } from '../layers.ts'
import type { Pace } from '../rows/pace.ts'
import { markedWithin } from './cover.ts'
import { type Pair, type Pairs, pairOf, pairsInSlices } from './pairs.ts'

/**
 * Layers and the covers above them, for work on many layers that waits in between. What was found out about a parent is
 * told as long as it is still true.
 */
export function createKnownPairs() {
  const known = new Map<string, { pairs: Pairs; covers: number }>()
  const trusted = new Set<string>()

  /** Covers that have come since may belong to any layer. */
  function isOutdated(parent: Parent, covers: number): boolean {
    return markedWithin(parent).length > covers
  }

  return {
    /** Finds out about all that lies beside the layer, once. */
    async learn(layer: SceneNode, pace: Pace): Promise<void> {
      const parent = parentOf(layer)
      if (!parent || known.has(parent.id)) return
      const { id } = parent
      const covers = markedWithin(parent).length
      const pairs = await pairsInSlices(parent, pace).catch(unlessCancelled)
      if (pairs) known.set(id, { pairs, covers })
    },

    /** To be called after each wait. */
    doubt(): void {
      trusted.clear()
    },

    of(found: SceneNode, parent: Parent): Pair | undefined {
      const { id } = parent
      const there = known.get(id)
      if (there && !trusted.has(id) && isOutdated(parent, there.covers)) known.delete(id)
      trusted.add(id)
      const pairs = known.get(id)?.pairs
      const pair = pairs?.get(found.id)
      return pairs && (!pair || isStill(pair, id)) ? pair : pairOf(found, parent)
    },
  }
}

export type KnownPairs = ReturnType<typeof createKnownPairs>

const isStill = ({ layer, cover }: Pair, parent: string) =>
  !layer.removed && !cover.removed && cover.parent?.id === parent

/** One of the layers has gone while it waited: then the parent stays unknown. */
function unlessCancelled(thrown: unknown): undefined {
  if (toAppError(thrown).fault === 'cancelled') throw thrown
}
