import { combined, IDENTITY, intersection } from '../document/geometry.ts'
import type { SceneLayer } from '../scene.ts'
import { COMPOSITE, clipTo, transformBy, within } from './composite.ts'
import { drawBlurredBackdrop, drawDropShadow, drawInnerShadow, effectMargin, layBlurred } from './draw-effects.ts'
import { drawPaints, paintedExtent } from './draw-paint.ts'
import { drawnExtent, isMasking, maskExtent } from './drawn-extent.ts'
import { blurRadius, shadowsOf } from './effects.ts'
import { mayBeInSight } from './in-sight.ts'
import { keepLuminance } from './luminance.ts'
import { extentOf, grown } from './outline/extent.ts'
import { areaOf, wholeArea } from './outline/shapes.ts'
import { fillRegion, strokeRegion } from './region.ts'
import { drawnChildren, isShown } from './shown.ts'
import { silhouette } from './silhouette.ts'
import { apart, blankLike, lay, type Surface, toStack } from './surface.ts'
import { drawText } from './text/draw-text.ts'

/** Draws layers, first is lowest, in the space that the surface is in. */
export function drawLayers(surface: Surface, layers: readonly SceneLayer[]): void {
  const space = toStack(surface)
  for (const [index, layer] of layers.entries()) {
    if (isMasking(layer)) {
      drawMasked(surface, layer, layers.slice(index + 1))
      return
    }
    if (mayBeInSight(layer, combined(space, layer.transform), surface.area)) drawLayer(surface, layer)
  }
}

function drawLayer(surface: Surface, layer: SceneLayer): void {
  if (!layer.visible || layer.opacity === 0 || layer.type === 'SLICE') return
  within(surface.context, () => {
    transformBy(surface.context, layer.transform)
    if (mustBlendAsWhole(layer)) drawAsWhole(surface, layer)
    else drawContent(surface, layer)
  })
}

/** What a pattern repeats: a layer as it is, wherever it lies and whether or not it is shown there. */
function drawAtOrigin(surface: Surface, layer: SceneLayer): void {
  drawLayer(surface, { ...layer, transform: IDENTITY, visible: true })
}

/** The paints of a layer and what lies in it, in the layer's space. */
function drawContent(surface: Surface, layer: SceneLayer): void {
  const { context } = surface
  if (layer.type === 'TEXT') {
    const extent = paintedExtent(surface, layer)
    if (!extent || !intersection(extent, surface.area)) return
    within(context, () => {
      context.globalAlpha *= layer.opacity
      drawText(surface, layer, drawAtOrigin)
    })
    return
  }
  drawOwn(surface, layer, 'fills')
  // SVG files that Figma exports have the strokes of a clipping frame over its children, of others below them.
  if (!layer.clipsContent) drawOwn(surface, layer, 'strokes')
  const area = layer.clipsContent ? areaOf(layer) : undefined
  within(context, () => {
    if (area) clipTo(context, area)
    const seen = area ? extentOf(area, toStack(surface)) : surface.area
    const inner = seen && intersection(seen, surface.area)
    if (inner) drawLayers({ ...surface, area: inner }, drawnChildren(layer))
  })
  if (layer.clipsContent) drawOwn(surface, layer, 'strokes')
}

function drawOwn(surface: Surface, layer: SceneLayer, which: 'fills' | 'strokes'): void {
  if (!layer[which].some(isShown)) return
  const region = which === 'fills' ? fillRegion(layer) : strokeRegion(layer)
  if (!region) return
  within(surface.context, () => {
    surface.context.globalAlpha *= layer.opacity
    drawPaints(surface, layer[which], { region, layer, drawLayer: drawAtOrigin })
  })
}

/** What shows through half a layer is what lies below it, not its own other parts: it is drawn apart and laid on. */
function drawAsWhole(surface: Surface, layer: SceneLayer): void {
  const opaque = { ...layer, opacity: 1, visible: true }
  const space = toStack(surface)
  const margin = effectMargin(layer, space)
  // Beyond the layer too: an inner shadow is cast by what is not the layer.
  const whole = apart(surface, grown(drawnExtent(opaque, space, LAST_TRACE), margin), margin)
  if (!whole) return
  if (blurRadius(layer, 'BACKGROUND_BLUR') > 0) drawBlurredBackdrop(whole, layer)
  const dropped = shadowsOf(layer, 'DROP_SHADOW')
  const inner = shadowsOf(layer, 'INNER_SHADOW')
  const solid = dropped.length + inner.length > 0 ? blankLike(whole) : undefined
  if (solid) drawContent(solid, silhouette(opaque))
  for (const shadow of dropped) drawDropShadow(whole, solid!, layer, shadow)
  drawContent(whole, opaque)
  for (const shadow of inner) drawInnerShadow(whole, solid!, layer, shadow)
  within(surface.context, () => {
    surface.context.globalAlpha *= layer.opacity
    surface.context.globalCompositeOperation = COMPOSITE[layer.blendMode]
    layBlurred(surface, whole, blurRadius(layer, 'LAYER_BLUR'))
  })
}

function mustBlendAsWhole({ opacity, blendMode, fills, strokes, children, effects }: SceneLayer): boolean {
  if (COMPOSITE[blendMode] !== 'source-over' || effects.some(({ visible }) => visible)) return true
  const paints = [...fills, ...strokes].filter(isShown)
  const parts = [...paints, ...children]
  if (blendMode === 'NORMAL' && parts.some(blends)) return true
  return opacity < 1 && (children.length > 0 || paints.length > 1)
}

const blends = ({ blendMode = 'NORMAL' }: Pick<Partial<SceneLayer>, 'blendMode'>) =>
  COMPOSITE[blendMode] !== 'source-over'

/** T:7603: a mask masks its later siblings, further masks among them too. Itself it draws nothing. */
function drawMasked(surface: Surface, mask: SceneLayer, layers: readonly SceneLayer[]): void {
  const area = mask.maskType === 'VECTOR' ? wholeArea(mask) : undefined
  const space = toStack(surface)
  const extent = maskExtent(mask, space)
  if (!extent) return
  if (area) {
    within(surface.context, () => {
      const before = surface.context.getTransform()
      transformBy(surface.context, mask.transform)
      clipTo(surface.context, area)
      surface.context.setTransform(before)
      const seen = intersection(extent, surface.area)
      if (seen) drawLayers({ ...surface, area: seen }, layers)
    })
    return
  }
  const shown = apart(surface, drawnExtent(mask, combined(space, mask.transform), LAST_TRACE))
  if (!shown) return
  const cut = blankLike(shown)
  drawLayers(shown, layers)
  drawLayer(cut, mask.maskType === 'VECTOR' ? silhouette(mask) : mask)
  if (mask.maskType === 'LUMINANCE') keepLuminance(cut.context)
  shown.context.globalCompositeOperation = 'destination-in'
  lay(shown, cut)
  lay(surface, shown)
}

/** In radii: where nothing of a blur can be seen any more. */
const LAST_TRACE = 1.5
