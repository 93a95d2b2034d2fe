import type { LayerRow, Skipped, Source } from '../shared/protocol.ts'
import { historyOf } from './history.ts'
import { isInInstance, isRemote, isShown } from './layers.ts'
import { coverOf } from './place/inside.ts'
import { hashOf, isVisible } from './stack.ts'

/** The rows of one selected layer: one for each visible image, else one for its look, else why there is none. */
export async function rowsOf(layer: SceneNode): Promise<LayerRow[]> {
  const { id, name } = layer
  const results = resultsOn(layer)
  const row = (source: LayerRow['source'], { width, height }: { width: number; height: number }): LayerRow => ({
    key: source.kind === 'image' ? `${id} ${source.hash}` : id,
    id,
    name,
    source,
    width,
    height,
    results,
  })
  const why = skippedBecause(layer)
  if (why) return [row({ kind: 'skipped', why }, sizeOf(layer))]

  const hashes = imagesOn(layer)
  if (hashes.length === 0) return [row(appearanceOf(layer), sizeOf(layer))]
  return Promise.all(
    hashes.map(async (hash) => {
      const image = figma.getImageByHash(hash)
      if (!image) return row({ kind: 'skipped', why: 'lost' }, sizeOf(layer))
      return row({ kind: 'image', hash }, await image.getSizeAsync())
    }),
  )
}

function skippedBecause(layer: SceneNode): Skipped | undefined {
  if (!isShown(layer)) return 'hidden'
  if (layer.width < LEAST_EDGE || layer.height < LEAST_EDGE) return 'empty'
  if (isRemote(layer)) return 'library'
  if (!('fills' in layer)) return 'kind'
  if (layer.fills === figma.mixed) return 'mixed'
  return undefined
}

const imagesOn = (layer: SceneNode): string[] =>
  'fills' in layer && layer.fills !== figma.mixed
    ? [...new Set(layer.fills.filter(isVisible).flatMap((paint) => hashOf(paint) ?? []))]
    : []

/** Where the edited look of a layer would go. Product: “The fill stack”, edit of the appearance. */
function appearanceOf(layer: SceneNode): Source | { kind: 'skipped'; why: Skipped } {
  if (!SHAPES.has(layer.type) && layer.type !== 'FRAME') return { kind: 'skipped', why: 'kind' }
  if (layer.type === 'FRAME' && layer.children.length > 0) {
    return isInInstance(layer) ? { kind: 'skipped', why: 'instance' } : { kind: 'appearance', place: 'inside' }
  }
  if ('fills' in layer && layer.fills !== figma.mixed && !layer.fills.some(isVisible)) {
    return { kind: 'skipped', why: 'empty' }
  }
  if (isPlain(layer)) return { kind: 'appearance', place: 'stack' }
  return isInInstance(layer) ? { kind: 'skipped', why: 'instance' } : { kind: 'appearance', place: 'above' }
}

/** Whether nothing of the layer, rendered into a picture, would apply to that picture a second time. */
function isPlain(layer: SceneNode): boolean {
  const strokes = 'strokes' in layer && layer.strokes.some(isVisible)
  const effects = 'effects' in layer && layer.effects.some(({ visible }) => visible)
  const mask = 'isMask' in layer && layer.isMask
  const blended = 'blendMode' in layer && layer.blendMode !== 'PASS_THROUGH' && layer.blendMode !== 'NORMAL'
  const faded = 'opacity' in layer && layer.opacity < 1
  return !(strokes || effects || mask || blended || faded)
}

/** How many of the layer's paints, and of those on the rectangle that covers it, Refill made. */
function resultsOn(layer: SceneNode): number {
  return [layer, coverOf(layer)].reduce((count, holder) => {
    if (!holder || !('fills' in holder) || holder.fills === figma.mixed) return count
    const history = historyOf(holder)
    return count + holder.fills.filter((paint) => history.has(hashOf(paint) ?? '')).length
  }, 0)
}

const sizeOf = ({ width, height }: SceneNode) => ({ width, height })

/** Shapes whose box the result fills as the shape itself does. */
const SHAPES: ReadonlySet<string> = new Set(['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR'])
/** px; Figma: nothing thinner than this can be exported. */
const LEAST_EDGE = 0.01
