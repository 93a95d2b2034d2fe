import type { ImageStore } from '../images/image-store.ts'
import type { PaintSources } from '../values/paints.ts'
import type { LayerRecord } from './layer-record.ts'
import type { Tree } from './tree.ts'

/** What paints of this document may point at. */
export function paintSources(tree: Tree, images: ImageStore, { takesPatterns = false } = {}): PaintSources {
  return {
    hasImage: (hash) => images.get(hash) !== undefined,
    hasVideo: (hash) => hasPaint(tree, (paint) => paint.type === 'VIDEO' && paint.videoHash === hash),
    hasShader: (id) => hasPaint(tree, (paint) => paint.type === 'SHADER' && paint.id === id),
    hasLayer: (id) => tree.find(id) !== undefined,
    takesPatterns,
  }
}

/** As above for a world, which says itself what is there: only its images must be real. */
export const worldSources = (images: ImageStore): PaintSources => ({
  hasImage: (hash) => images.get(hash) !== undefined,
  hasVideo: () => true,
  hasShader: () => true,
  hasLayer: () => true,
  takesPatterns: true,
})

type Paint = LayerRecord['fills'][number]

function hasPaint(tree: Tree, isWanted: (paint: Paint) => boolean): boolean {
  for (const { fills, strokes, text } of tree.all()) {
    if (fills.some(isWanted) || strokes.some(isWanted)) return true
    if (text?.runs.some((run) => run.fills?.some(isWanted))) return true
  }
  return false
}
