import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'
import { COMPOSITE, clipTo, cssColor, fillRuleOf, pathOf, within } from './composite.ts'
import { scaleOf } from './drawn-extent.ts'
import { blurRadius, deviation, type Shadow, spreadOf } from './effects.ts'
import { extentOf } from './outline/extent.ts'
import { areaOf, grownArea } from './outline/shapes.ts'
import { overhang } from './outline/strokes.ts'
import { isShown } from './shown.ts'
import { apart, blankLike, flood, lay, type Surface, toStack } from './surface.ts'

// All of these take the layer apart on a surface in the layer's space, and `solid`, its silhouette on one like it.

/** Px of the stack that effects take into account around what can be seen. */
export function effectMargin(layer: SceneLayer, space: F.Transform): number {
  const reaches = layer.effects.map((effect) => {
    if (!effect.visible) return 0
    if (effect.type === 'LAYER_BLUR' || effect.type === 'BACKGROUND_BLUR') return 1.5 * effect.radius
    if (effect.type !== 'DROP_SHADOW' && effect.type !== 'INNER_SHADOW') return 0
    const spread = Math.abs(spreadOf(layer, effect))
    return 1.5 * effect.radius + spread + Math.hypot(effect.offset.x, effect.offset.y)
  })
  return Math.ceil(Math.max(0, ...reaches) * scaleOf(space)) + 1
}

export function drawDropShadow(whole: Surface, solid: Surface, layer: SceneLayer, shadow: F.DropShadowEffect): void {
  const cast = blurred(caster(solid, layer, shadow), shadow.radius, turned(whole, shadow.offset))
  flood(cast, cssColor(shadow.color, whole.profiles.document), 'source-in')
  if (!shadow.showShadowBehindNode) {
    cast.context.globalCompositeOperation = 'destination-out'
    lay(cast, solid)
  }
  blend(whole, cast, shadow)
}

/** What casts it is all that is not the layer. */
export function drawInnerShadow(whole: Surface, solid: Surface, layer: SceneLayer, shadow: F.InnerShadowEffect): void {
  const hole = blankLike(whole)
  lay(hole, caster(solid, layer, shadow), turned(whole, shadow.offset))
  flood(hole, 'black', 'source-out')
  const cast = blurred(hole, shadow.radius)
  flood(cast, cssColor(shadow.color, whole.profiles.document), 'source-in')
  cast.context.globalCompositeOperation = 'destination-in'
  lay(cast, solid)
  blend(whole, cast, shadow)
}

/** What lies below, blurred, where the layer is. It shows only where a fill is there to show it through (Figma's help). */
export function drawBlurredBackdrop(whole: Surface, layer: SceneLayer): void {
  const area = areaOf(layer)
  if (!area || !layer.fills.some(isShown)) return
  const radius = blurRadius(layer, 'BACKGROUND_BLUR')
  const space = toStack(whole)
  const backdrop = apart(whole, extentOf(area, space), effectMargin(layer, space))
  if (!backdrop) return
  for (const surface of stackOf(whole.below)) lay(backdrop, surface)
  const { context } = whole
  within(context, () => {
    clipTo(context, area)
    lay(whole, blurred(backdrop, radius))
  })
}

/** Lays a layer on, blurred as a whole. */
export function layBlurred(surface: Surface, whole: Surface, radius: number, offset?: F.Vector): void {
  const { context } = surface
  if (radius > 0) context.filter = blurFilter(whole, radius)
  lay(surface, whole, offset)
  context.filter = 'none'
}

/** The silhouette, or the layer's shape larger or smaller by the spread: an inner shadow shrinks what is left clear. */
function caster(solid: Surface, layer: SceneLayer, shadow: Shadow): Surface {
  const spread = spreadOf(layer, shadow) * (shadow.type === 'INNER_SHADOW' ? -1 : 1)
  const strokes = layer.strokes.some(isShown) ? overhang(layer) : 0
  const shape = spread === 0 ? undefined : grownArea(layer, spread + strokes)
  if (!shape) return solid
  const drawn = blankLike(solid)
  drawn.context.fill(pathOf(shape), fillRuleOf(shape))
  return drawn
}

/** In px of the stack: the offset of a shadow turns with the layer. */
function turned(whole: Surface, { x, y }: F.Vector): F.Vector {
  const [[a, c], [b, d]] = toStack(whole)
  return { x: a * x + c * y, y: b * x + d * y }
}

function blurred(source: Surface, radius: number, offset?: F.Vector): Surface {
  const target = blankLike(source)
  layBlurred(target, source, radius, offset)
  return target
}

function blend({ context, ...whole }: Surface, cast: Surface, { blendMode }: Shadow): void {
  within(context, () => {
    context.globalCompositeOperation = COMPOSITE[blendMode]
    lay({ context, ...whole }, cast)
  })
}

const blurFilter = (surface: Surface, radius: number) => `blur(${deviation(radius) * scaleOf(toStack(surface))}px)`

/** Lowest first. */
const stackOf = (surface: Surface | undefined): Surface[] => (surface ? [...stackOf(surface.below), surface] : [])
