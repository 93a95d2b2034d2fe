import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'

/** The part of a layer that holds its paints. */
interface Painted {
  fills: readonly Paint[] | symbol
  setFillsAsync(paints: readonly Paint[]): Promise<void>
}

/** Replaces the layer's paints. Figma: a pattern paint can only be written by `setFillsAsync`. */
export function writePaints(layer: Painted, paints: readonly Paint[]): Promise<void> | undefined {
  if (paints.some(({ type }) => type === 'PATTERN')) return layer.setFillsAsync(paints)
  layer.fills = paints
  return undefined
}
