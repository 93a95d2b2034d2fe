import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { inverse } from '../document/geometry.ts'
import type { Profiles } from '../scene.ts'
import { cssColor, transformBy, within } from './composite.ts'
import { apart, lay, type Surface } from './surface.ts'

interface Stretch {
  /** What the gradient is stretched over, in px of the layer. */
  box: F.Rect
  /** Px of the stack that can take paint. */
  extent: F.Rect | null
}

/**
 * Covers all that the context shows with a gradient, in one operation. `gradientTransform` takes the layer's unit square to
 * a space where a linear gradient runs from x = 0 to x = 1, and the others around (0.5, 0.5) with the radius 0.5: the way
 * that plugins which translate gradients agree on (T:4795 names the field only).
 */
export function coverWithGradient(surface: Surface, paint: F.GradientPaint, { box, extent }: Stretch): void {
  const { context } = surface
  const toLayer = inverse(paint.gradientTransform)
  if (!toLayer) return
  within(context, () => {
    context.translate(box.x, box.y)
    context.scale(box.width, box.height)
    transformBy(context, toLayer)
    if (paint.type === 'GRADIENT_DIAMOND') {
      coverWithDiamond(surface, paint, extent)
      return
    }
    context.fillStyle = gradientOf(surface, paint)
    context.fillRect(-FAR, -FAR, 2 * FAR, 2 * FAR)
  })
}

function gradientOf({ context, profiles }: Surface, { type, gradientStops }: F.GradientPaint): CanvasGradient {
  if (type === 'GRADIENT_LINEAR') return withStops(context.createLinearGradient(0, 0, 1, 0), gradientStops, profiles)
  if (type === 'GRADIENT_ANGULAR') {
    return withStops(context.createConicGradient(0, 0.5, 0.5), wrapped(gradientStops), profiles)
  }
  return withStops(context.createRadialGradient(0.5, 0.5, 0, 0.5, 0.5, 0.5), gradientStops, profiles)
}

function withStops(gradient: CanvasGradient, stops: readonly F.ColorStop[], { document }: Profiles): CanvasGradient {
  const all = document === 'srgb' ? stops : stops.flatMap((stop, index) => [stop, ...between(stop, stops[index + 1])])
  for (const { position, color } of all) gradient.addColorStop(position, cssColor(color, document))
  return gradient
}

/** Between colours of another profile a canvas would run through Oklab: so many stops leave it no room to. */
function between(from: F.ColorStop, to: F.ColorStop | undefined): F.ColorStop[] {
  if (!to) return []
  return Array.from({ length: STEPS - 1 }, (_, index) => {
    const share = (index + 1) / STEPS
    return {
      position: from.position + (to.position - from.position) * share,
      color: mixed(from.color, to.color, share),
    }
  })
}

const mixed = (from: F.RGBA, to: F.RGBA, share: number): F.RGBA => {
  const mix = (channel: keyof F.RGBA) => from[channel] * (1 - share) + to[channel] * share
  return { r: mix('r'), g: mix('g'), b: mix('b'), a: mix('a') }
}

/** A field report: an angular gradient whose stops leave a gap runs across it from the last stop to the first. */
function wrapped(stops: readonly F.ColorStop[]): F.ColorStop[] {
  const sorted = [...stops].sort((one, other) => one.position - other.position)
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const gap = 1 - last.position + first.position
  if (gap <= 0) return sorted
  const share = (1 - last.position) / gap
  const color = mixed(last.color, first.color, share)
  return [{ position: 0, color }, ...sorted, { position: 1, color }]
}

/**
 * A canvas has no diamonds: each quarter is a linear gradient. They are drawn apart and replace each other where they
 * meet, or the seams would show.
 */
function coverWithDiamond(surface: Surface, { gradientStops }: F.GradientPaint, extent: F.Rect | null): void {
  const drawn = apart(surface, extent)
  if (!drawn) return
  const { context } = drawn
  context.translate(0.5, 0.5)
  for (const [right, down] of QUARTERS) {
    within(context, () => {
      context.scale(right, down)
      context.beginPath()
      if (right === 1 && down === 1) context.rect(-FAR, -FAR, 2 * FAR, 2 * FAR)
      else context.rect(0, 0, FAR, FAR)
      context.clip()
      context.globalCompositeOperation = 'copy'
      context.fillStyle = withStops(context.createLinearGradient(0, 0, 0.25, 0.25), gradientStops, surface.profiles)
      context.fillRect(-FAR, -FAR, 2 * FAR, 2 * FAR)
    })
  }
  lay(surface, drawn)
}

const QUARTERS = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const
/** In widths of the gradient: more than any layer shows of it. */
const FAR = 1000
const STEPS = 32
