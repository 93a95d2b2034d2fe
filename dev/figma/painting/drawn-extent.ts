import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { boxOf, combined, IDENTITY, intersection, movedTo, union } from '../document/geometry.ts'
import type { SceneLayer } from '../scene.ts'
import { reachOf } from '../text/metrics.ts'
import { placedPieces } from '../text/placed-pieces.ts'
import { blurRadius, type Shadow, shadowsOf, spreadOf } from './effects.ts'
import { extentOf, grown } from './outline/extent.ts'
import { areaOf, wholeArea } from './outline/shapes.ts'
import { strokeExtent } from './outline/stroke-extent.ts'
import { drawnChildren, isShown } from './shown.ts'

/**
 * The upright box around all that a layer draws, in the space that `transform` takes it to; null if that is nothing.
 * `reach` is how far blurs are followed, in radii: Figma's bounds end at 1, the last trace of them at 1.5. What a turned
 * frame cuts is cut by the upright box around it.
 */
export function drawnExtent(layer: SceneLayer, transform: F.Transform, reach = 1): F.Rect | null {
  if (!layer.visible || layer.opacity === 0) return null
  const area = areaOf(layer)
  const inside = childrenExtent(drawnChildren(layer), transform, reach)
  const cut = layer.clipsContent && inside && area ? boxOrNull(inside, extentOf(area, transform)) : inside
  const content = union(ownExtent(layer, transform), cut)
  return content && withEffects(layer, content, transform, reach)
}

/** Of its own paints alone: fills, strokes, letters. */
export function ownExtent(layer: SceneLayer, transform: F.Transform): F.Rect | null {
  const strokes = layer.strokes.some(isShown)
  if (layer.type === 'TEXT') {
    return grown(lettersExtent(layer, transform), strokes ? textOverhang(layer) : 0)
  }
  const area = layer.width > 0 && layer.height > 0 && layer.fills.some(isShown) ? areaOf(layer) : undefined
  return union(area ? extentOf(area, transform) : null, strokes ? strokeExtent(layer, transform) : null)
}

/** Of layers that lie in one parent, cut by the masks among them (T:7603). */
function childrenExtent(layers: readonly SceneLayer[], space: F.Transform, reach: number): F.Rect | null {
  let sum: F.Rect | null = null
  let mask: F.Rect | undefined
  for (const layer of layers) {
    const extent = isMasking(layer) ? maskExtent(layer, space) : placedExtent(layer, space, reach)
    const seen = mask && extent ? intersection(extent, mask) : extent
    if (!isMasking(layer)) sum = union(sum, seen)
    if (isMasking(layer) && !seen) return sum
    if (isMasking(layer)) mask = seen ?? undefined
  }
  return sum
}

/** A hidden mask masks nothing. */
export const isMasking = ({ isMask, visible, type }: SceneLayer) => isMask && visible && type !== 'SLICE'

/** What a mask lets be seen. A vector mask does so with its whole area, whatever its paints. */
export function maskExtent(layer: SceneLayer, space: F.Transform): F.Rect | null {
  const transform = combined(space, layer.transform)
  const area = layer.maskType === 'VECTOR' ? wholeArea(layer) : undefined
  return area ? extentOf(area, transform) : drawnExtent(layer, transform)
}

const placedExtent = (layer: SceneLayer, space: F.Transform, reach: number) =>
  drawnExtent(layer, combined(space, layer.transform), reach)

function withEffects(layer: SceneLayer, content: F.Rect, transform: F.Transform, reach: number): F.Rect | null {
  const shadows = shadowsOf(layer, 'DROP_SHADOW').map((shadow) =>
    shadowExtent(layer, shadow, content, transform, reach),
  )
  const all = shadows.reduce<F.Rect | null>((sum, shadow) => union(sum, shadow), content)
  return grown(all, blurRadius(layer, 'LAYER_BLUR') * reach * scaleOf(transform))
}

function shadowExtent(layer: SceneLayer, shadow: Shadow, content: F.Rect, transform: F.Transform, reach: number) {
  const [[a, c], [b, d]] = transform
  const { x, y } = shadow.offset
  const moved = { ...content, x: content.x + a * x + c * y, y: content.y + b * x + d * y }
  return grown(moved, (spreadOf(layer, shadow) + shadow.radius * reach) * scaleOf(transform))
}

/**
 * Figma's bounds of text are those of its letters (T:5141: an export of a text is cropped). Of one letter it is only known
 * here how far letters of its font reach.
 */
function lettersExtent(layer: SceneLayer, transform: F.Transform): F.Rect | null {
  const isStroked = layer.strokes.some(isShown)
  return placedPieces(layer)
    .filter(({ characters, letter }) => /\S/.test(characters) && (isStroked || letter.fills.some(isShown)))
    .map(({ letter: { fontName }, fontSize, x, y, width }) => {
      const { above, below } = reachOf({ fontName, fontSize })
      return boxOf(combined(transform, movedTo(IDENTITY, { x, y: y - above })), { width, height: above + below })
    })
    .reduce<F.Rect | null>((sum, box) => union(sum, box), null)
}

function textOverhang({ stroke }: SceneLayer): number {
  return { INSIDE: 0, CENTER: 0.5, OUTSIDE: 1 }[stroke.align] * stroke.weight
}

const boxOrNull = (one: F.Rect, other: F.Rect | null) => other && intersection(one, other)

/** How many px of the target a px of the layer is, on average over directions. */
export const scaleOf = ([[a, c], [b, d]]: F.Transform) => Math.sqrt(Math.abs(a * d - b * c))
