import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { intersection } from '../document/geometry.ts'
import type { Profiles } from '../scene.ts'
import type { Bitmaps } from './bitmaps.ts'
import type { Context } from './composite.ts'
import { grown } from './outline/extent.ts'

/**
 * A canvas that is drawn on, in a stack of them: what must blend as a whole is drawn apart and laid on. All of a stack
 * count in the pixels of the lowest.
 */
export interface Surface {
  readonly context: Context
  /** Stack px of this canvas's top left pixel. */
  readonly corner: F.Vector
  /** Stack px outside of which nothing can be seen any more. */
  readonly area: F.Rect
  readonly bitmaps: Bitmaps
  readonly profiles: Profiles
  /** What lies behind. */
  readonly below: Surface | undefined
}

export const lowestSurface = (context: Context, bitmaps: Bitmaps, profiles: Profiles = PLAIN): Surface => ({
  context,
  profiles,
  corner: { x: 0, y: 0 },
  area: { x: 0, y: 0, width: context.canvas.width, height: context.canvas.height },
  bitmaps,
  below: undefined,
})

/** The space that a surface's context is in → px of the stack. */
export function toStack({ context, corner }: Surface): F.Transform {
  const { a, b, c, d, e, f } = context.getTransform()
  return [
    [a, c, e + corner.x],
    [b, d, f + corner.y],
  ]
}

/**
 * A clear canvas over `surface`, in the same space, no larger than `extent` (px of the stack) and what can be seen of it;
 * `margin` px more where what lies outside still matters, as it does for a blur. Undefined if nothing can be seen.
 */
export function apart(surface: Surface, extent: F.Rect | null, margin = 0): Surface | undefined {
  const area = extent && intersection(extent, grown(surface.area, margin) ?? surface.area)
  if (!area) return undefined
  const corner = { x: Math.floor(area.x), y: Math.floor(area.y) }
  const width = Math.ceil(area.x + area.width) - corner.x
  const height = Math.ceil(area.y + area.height) - corner.y
  const context = canvasFor(surface, width, height)
  const [[a, c, x], [b, d, y]] = toStack(surface)
  context.setTransform(a, b, c, d, x - corner.x, y - corner.y)
  return { ...surface, context, corner, area: { ...corner, width, height }, below: surface }
}

/** Lays one surface on another, moved by `offset` px, with the alpha, operation and filter that the target's context has. */
export function lay(target: Surface, source: Surface, offset: F.Vector = { x: 0, y: 0 }): void {
  const { context, corner } = target
  const before = context.getTransform()
  context.resetTransform()
  context.drawImage(source.context.canvas, source.corner.x - corner.x + offset.x, source.corner.y - corner.y + offset.y)
  context.setTransform(before)
}

/** A clear canvas of the same size and place. */
export function blankLike(surface: Surface): Surface {
  const { width, height } = surface.context.canvas
  const context = canvasFor(surface, width, height)
  context.setTransform(surface.context.getTransform())
  return { ...surface, context }
}

/** Keeps of a surface what `operation` leaves, then paints all of its canvas. */
export function flood({ context }: Surface, color: string, operation: GlobalCompositeOperation): void {
  context.save()
  context.resetTransform()
  context.globalCompositeOperation = operation
  context.fillStyle = color
  context.fillRect(0, 0, context.canvas.width, context.canvas.height)
  context.restore()
}

export const canvasFor = ({ profiles }: Pick<Surface, 'profiles'>, width: number, height: number) =>
  new OffscreenCanvas(width, height).getContext('2d', { colorSpace: profiles.file })!

const PLAIN: Profiles = { document: 'srgb', file: 'srgb' }
