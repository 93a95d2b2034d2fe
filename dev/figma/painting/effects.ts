import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'
import { isShown } from './shown.ts'

export type Shadow = F.DropShadowEffect | F.InnerShadowEffect

export const shadowsOf = <T extends Shadow['type']>({ effects }: SceneLayer, type: T) =>
  effects.filter((effect): effect is Extract<F.Effect, { type: T }> => effect.visible && effect.type === type)

/** Figma's radius of a blur of the whole layer, or of what lies behind it, in px; 0 without one. */
export function blurRadius({ effects }: SceneLayer, type: 'LAYER_BLUR' | 'BACKGROUND_BLUR'): number {
  const blur = effects.find((effect) => effect.visible && effect.type === type)
  return blur?.type === type ? blur.radius : 0
}

/** T:4369: the spread of a shadow counts on these kinds only, and on frames only if they clip and have a visible fill. */
export function spreadOf({ type, clipsContent, fills }: SceneLayer, { spread = 0 }: Shadow): number {
  if (type === 'RECTANGLE' || type === 'ELLIPSE') return spread
  return FRAMES.has(type) && clipsContent && fills.some(isShown) ? spread : 0
}

/**
 * px by which a shadow's or a blur's edge spreads. SVG files that Figma exports blur by half the radius as the deviation,
 * and leave room for the radius.
 */
export const deviation = (radius: number) => radius / 2

const FRAMES: ReadonlySet<string> = new Set(['FRAME', 'COMPONENT', 'INSTANCE'])
