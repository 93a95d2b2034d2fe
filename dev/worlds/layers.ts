import type { LayerSpec, PaintSpec } from '../figma/world.ts'
import type { Size } from './pictures/film.ts'

/** Place and size in px. */
export interface Box extends Size {
  x: number
  y: number
}

type More = Partial<Omit<LayerSpec, 'type' | 'name' | 'fills' | keyof Box>>

export function rectangle(name: string, box: Box, fills: PaintSpec[], more: More = {}): LayerSpec {
  return { type: 'RECTANGLE', name, ...box, fills, ...more }
}

export function ellipse(name: string, box: Box, fills: PaintSpec[], more: More = {}): LayerSpec {
  return { type: 'ELLIPSE', name, ...box, fills, ...more }
}

/** A frame that clips, as Figma's do at first. */
export function frame(name: string, box: Box, fills: PaintSpec[], children: LayerSpec[], more: More = {}): LayerSpec {
  return { type: 'FRAME', name, ...box, clipsContent: true, fills, children, ...more }
}
