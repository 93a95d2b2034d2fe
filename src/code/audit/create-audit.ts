import type { Size } from '../../shared/picture.ts'
import type { Audit, AuditedBitmap, ExportedRoot, Use } from '../../shared/protocol.ts'
import { historyOf } from '../history.ts'
import { chainOf } from '../layers.ts'
import { isVisible } from '../paint-key.ts'
import { createFacts } from '../rows/facts.ts'
import { coversWithin, isCovered, isCutAway } from '../rows/out-of-sight.ts'
import type { Pace } from '../rows/pace.ts'
import { densityOf } from './density.ts'
import { createUseDrafts, type DraftUse } from './draft-uses.ts'
import { createExports, scalesAmong } from './exports.ts'
import { heldImagesOf } from './held-images.ts'
import { keptAmong } from './kept-fills.ts'
import type { PageRoots } from './places.ts'
import type { Resampled } from './resampled.ts'

export interface AuditOptions {
  pace: Pace
  /** Where the layers are looked at because these are exported: nothing else counts. */
  exported: readonly ExportedRoot[] | undefined
}

/** An audit of layers of these pages. Writes nothing. */
export async function createAudit(places: readonly Pick<PageRoots, 'page'>[], { pace, exported }: AuditOptions) {
  const facts = createFacts()
  const scales = exported && scalesAmong(exported)
  const { around, draftsOn } = createUseDrafts(facts, createExports(scales && (({ id }) => [scales.get(id)])))
  const covers = new Map<string, string>()
  for (const { page } of places) for (const [frame, cover] of await coversWithin(page, pace)) covers.set(frame, cover)
  const drafts = new Map<string, DraftUse[]>()
  const counts = { layers: 0, strokes: 0, texts: 0, hidden: 0, lost: 0 }

  function isSeen(layer: SceneNode, page: PageNode): boolean {
    const { shown, inBoolean } = around(layer)
    // What lies around a layer that is exported is not in its file.
    const drawn = scales && [...chainOf(layer)].find(({ id }) => scales.has(id))
    return shown && !inBoolean && !isCovered(layer, drawn ?? page, covers) && !isCutAway(layer)
  }

  function keep(draft: DraftUse) {
    const { hash } = draft
    drafts.set(hash, drafts.get(hash) ?? [])
    drafts.get(hash)!.push(draft)
    // Asked for now, so that it is here when the layers are through.
    void facts.sizeOfImage(hash)
  }

  async function usesOf(places: readonly DraftUse[], size: Size): Promise<Use[]> {
    const uses = new Map<string, Use>()
    for (const { paint, use, area, notes } of places) {
      await pace()
      const density = densityOf(paint, size, area)
      if (density === undefined) counts.hidden++
      else if (density < (uses.get(use.id)?.density ?? Number.POSITIVE_INFINITY))
        uses.set(use.id, { ...use, density, mode: paint.scaleMode, notes: await notes() })
    }
    return [...uses.values()]
  }

  return {
    /** Counts what is on a layer, and keeps what is to be judged. */
    look(layer: SceneNode, page: PageNode): void {
      counts.layers++
      const held = heldImagesOf(layer)
      const count = held.fills.length + held.strokes.length + held.texts.length
      // Figma works out what is drawn of a layer: that is asked only where there is something to see.
      const shownOf = count > 0 && isSeen(layer, page) ? visible : () => []
      const [fills, strokes, texts] = [shownOf(held.fills), shownOf(held.strokes).length, shownOf(held.texts).length]
      counts.strokes += strokes
      counts.texts += texts
      const kept = held.fills.every(isVisible) ? 0 : keptAmong(held.fills, historyOf(layer).results).length
      counts.hidden += count - fills.length - strokes - texts - kept
      if (fills.length > 0) for (const draft of draftsOn(layer, { fills, page: page.id })) keep(draft)
    },

    /** Bitmap after bitmap: a thousand that wait for Figma would all go on in the moment that it answers. */
    async judge(): Promise<Audit> {
      const bitmaps: AuditedBitmap[] = []
      for (const [hash, places] of drafts) {
        const size = await facts.sizeOfImage(hash)
        const uses = size ? await usesOf(places, size) : []
        const resampledFrom = commonOf(places)
        if (!size) counts.lost++
        else if (uses.length > 0) bitmaps.push({ hash, ...size, resampledFrom, uses })
      }
      return { bitmaps, ...counts }
    },
  }
}

/** The original is named only where all layers hold it: it is what is made larger for all of them. */
function commonOf(places: readonly DraftUse[]): Resampled | undefined {
  const resampled = places.find(({ resampled }) => resampled)?.resampled
  const isCommon = places.every((place) => place.resampled?.hash === resampled?.hash)
  return resampled && { ...resampled, hash: isCommon ? resampled.hash : undefined }
}

const visible = (paints: ImagePaint[]): ImagePaint[] => paints.filter(isVisible)
