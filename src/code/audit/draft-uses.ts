import type { Note, Source, Use } from '../../shared/protocol.ts'
import { historyOf } from '../history.ts'
import { hashOf } from '../paint-key.ts'
import type { Facts } from '../rows/facts.ts'
import { notesOn } from '../rows/notes.ts'
import { spotOf } from '../rows/spot.ts'
import { createSurroundings } from '../rows/surroundings.ts'
import type { Area } from './density.ts'
import { createExports } from './exports.ts'
import { type Resampled, resampledOn } from './resampled.ts'

/** A paint that shows a bitmap, and what has been read of its layer, for when the size of the bitmap is known. */
export interface DraftUse {
  hash: string
  paint: ImagePaint
  use: Omit<Use, 'density' | 'mode' | 'notes'>
  area: Area
  resampled: Resampled | undefined
  notes(): Promise<Note[]>
}

/** Drafts the uses of one audit, on layers of one page. What has to be asked of Figma is asked once for all of them. */
export function createUseDrafts(page: string, facts: Facts) {
  const around = createSurroundings()
  const exportedOf = createExports()

  function draftsOn(layer: SceneNode, fills: readonly ImagePaint[]): DraftUse[] {
    const surroundings = around(layer)
    const { id, name, width, height, absoluteTransform: transform } = layer
    const skipped = surroundings.remote ? ('library' as const) : undefined
    const { results } = historyOf(layer)
    const draft = {
      use: { id, name, at: spotOf(layer, page), where: surroundings.where, exported: exportedOf(layer), skipped },
      area: { width, height, transform },
      notes: notesOn(layer, IMAGE, surroundings, facts),
    }
    return fills.map((paint) => {
      const hash = hashOf(paint)!
      return { ...draft, hash, paint, resampled: resampledOn(layer, hash, results) }
    })
  }
  return { around, draftsOn }
}

/** Whichever it is: what changes for others is the same. */
const IMAGE: Source = { kind: 'image', hash: '' }
