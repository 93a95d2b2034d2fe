import type { GradientPaint, ImagePaint, Paint, SolidPaint } from '@figma/plugin-typings/plugin-api-standalone'
import { withAppearanceEdit, withImageEdit } from '../../../src/code/stack/insert.ts'
import type { Picked } from '../../../src/code/stack/pick.ts'
import { type Origin, type Results, resultAt, stackOf } from '../../../src/code/stack/results.ts'

export const image = (imageHash: string, more: Partial<ImagePaint> = {}): ImagePaint => ({
  type: 'IMAGE',
  scaleMode: 'FILL',
  imageHash,
  visible: true,
  opacity: 1,
  blendMode: 'NORMAL',
  ...more,
})

export const solid: SolidPaint = { type: 'SOLID', color: { r: 1, g: 0, b: 0 }, visible: true, opacity: 0.3 }

export const overlay: GradientPaint = {
  type: 'GRADIENT_LINEAR',
  gradientStops: [],
  gradientTransform: [
    [1, 0, 0],
    [0, 1, 0],
  ],
  visible: true,
}

export const shader = { type: 'SHADER', shader: 'ripple', visible: true } as unknown as Paint

export const hidden = <P extends Paint>(paint: P): P => ({ ...paint, visible: false })

/** A stack as a layer holds it: its paints, and what is kept of its results. */
export interface Layer {
  paints: readonly Paint[]
  results: Results
}

export const bare = (...paints: Paint[]): Layer => ({ paints, results: new Map() })

/** The layer after what was picked or put in; `picked` tells of the result `hash`. */
export function after({ results }: Layer, hash: string, picked: Picked | undefined): Layer {
  if (!picked) throw new Error('The stack does not hold that image.')
  return { paints: picked.paints, results: new Map<string, Origin>(results).set(hash, picked.origin) }
}

export const SAME = { shrink: 1, alike: true }

export const edit = (layer: Layer, source: string, result: string, fit = SAME) =>
  after(layer, result, withImageEdit(layer.paints, { source, result, fit, results: layer.results }))

export const look = (layer: Layer, result: string) =>
  after(layer, result, withAppearanceEdit(layer.paints, result, layer.results))

/** What shows, lowest first: images by hash, others by type. */
export const shown = ({ paints }: { paints: readonly Paint[] }) =>
  paints.filter(({ visible }) => visible !== false).map(nameOf)

export const names = ({ paints }: { paints: readonly Paint[] }) => paints.map(nameOf)

const nameOf = (paint: Paint) => (paint.type === 'IMAGE' ? paint.imageHash : paint.type)

/** The paints that Refill did not add. */
export function own({ paints, results }: Layer): Paint[] {
  const stack = stackOf(paints, results)
  return paints.filter((_, index) => resultAt(stack, index) === undefined)
}
