import type { Note, Source, Use } from '../../shared/protocol.ts'
import { historyOf } from '../history.ts'
import { hashOf } from '../paint-key.ts'
import type { Facts } from '../rows/facts.ts'
import { notesOn } from '../rows/notes.ts'
import { spotOf } from '../rows/spot.ts'
import { createSurroundings } from '../rows/surroundings.ts'
import type { Area } from './density.ts'
import type { ExportedOf } from './exports.ts'
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

/** What shows on a layer, and the id of the page that it lies on. */
interface Showing {
  fills: readonly ImagePaint[]
  page: string
}

/** Drafts the uses of one audit. What has to be asked of Figma is asked once for all of them. */
export function createUseDrafts(facts: Facts, exportedOf: ExportedOf) {
  const around = createSurroundings()

  function draftsOn(layer: SceneNode, { fills, page }: Showing): DraftUse[] {
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
