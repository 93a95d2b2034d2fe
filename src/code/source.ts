import type { LayerRow, Skipped, Source } from '../shared/protocol.ts'
import { historyOf } from './history.ts'
import { isInInstance, isRemote, isShown } from './layers.ts'
import { goesInside, isPlain } from './looks.ts'
import { hashOf, isVisible } from './paint-key.ts'
import { coverOf } from './place/cover.ts'

/**
 * The rows of one selected layer: one for each visible image, else one for its look, else why there is none. A layer
 * whose look lies on a rectangle above it is edited there.
 */
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
  const cover = goesInside(layer) ? undefined : coverOf(layer)
  if (cover && imagesOn(cover).length > 0) return rowsOf(cover)
  const why = skippedBecause(layer)
  if (why) return [row({ kind: 'skipped', why }, sizeOf(layer))]

  const hashes = imagesOn(layer)
  if (hashes.length === 0) return [row(appearanceOf(layer), sizeOf(layer))]
  return Promise.all(
    hashes.map(async (hash) => {
      const size = await sizeOfImage(hash)
      return size ? row({ kind: 'image', hash }, size) : row({ kind: 'skipped', why: 'lost' }, sizeOf(layer))
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
  if (goesInside(layer)) {
    return isInInstance(layer) ? { kind: 'skipped', why: 'instance' } : { kind: 'appearance', place: 'inside' }
  }
  if ('fills' in layer && layer.fills !== figma.mixed && !layer.fills.some(isVisible)) {
    return { kind: 'skipped', why: 'empty' }
  }
  if (isPlain(layer)) return { kind: 'appearance', place: 'stack' }
  return isInInstance(layer) ? { kind: 'skipped', why: 'instance' } : { kind: 'appearance', place: 'above' }
}

/** How many of the layer's paints, and of those on the rectangle that covers it, Refill made. */
function resultsOn(layer: SceneNode): number {
  return [layer, coverOf(layer)].reduce((count, holder) => {
    if (!holder || !('fills' in holder) || holder.fills === figma.mixed) return count
    const history = historyOf(holder)
    return count + holder.fills.filter((paint) => history.has(hashOf(paint) ?? '')).length
  }, 0)
}

/** px; `undefined` for an image that Figma no longer has, or cannot fetch. */
const sizeOfImage = async (hash: string) =>
  figma
    .getImageByHash(hash)
    ?.getSizeAsync()
    .catch(() => undefined)

const sizeOf = ({ width, height }: SceneNode) => ({ width, height })

/** Shapes whose box the result fills as the shape itself does. */
const SHAPES: ReadonlySet<string> = new Set(['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR'])
/** px; Figma: nothing thinner than this can be exported. */
const LEAST_EDGE = 0.01
