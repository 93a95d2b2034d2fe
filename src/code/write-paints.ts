import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'

/** The part of a layer that holds its paints. */
interface Painted {
  fills: readonly Paint[] | symbol
  setFillsAsync(paints: readonly Paint[]): Promise<void>
}

/** Replaces the layer's paints. Figma: a pattern paint can only be written by `setFillsAsync`. */
export async function writePaints(layer: Painted, paints: readonly Paint[]): Promise<void> {
  if (paints.some(({ type }) => type === 'PATTERN')) await layer.setFillsAsync(paints)
  else layer.fills = paints
}
