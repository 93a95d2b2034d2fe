import type { FontName } from '@figma/plugin-typings/plugin-api-standalone'
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

export function component(
  name: string,
  box: Box,
  fills: PaintSpec[],
  children: LayerSpec[],
  more: More = {},
): LayerSpec {
  return { ...frame(name, box, fills, children, more), type: 'COMPONENT' }
}

/** Shows a component; of a set, `set/variant`. It is as large as that unless `more` says otherwise. */
export function instance(name: string, at: Place, component: string, more: More & Partial<Size> = {}): LayerSpec {
  return { type: 'INSTANCE', name, ...at, width: 0, height: 0, component, ...more }
}

/** What lies in it is placed in the space that the group itself lies in. */
export function group(name: string, children: LayerSpec[], more: More = {}): LayerSpec {
  return { type: 'GROUP', name, x: 0, y: 0, ...UNMEASURED, children, ...more }
}

export interface Lettering {
  characters: string
  /** px */
  size: number
  fill: PaintSpec
  font?: FontName
  /** px: lines break at it. Without it there is one line for each in `characters`. */
  width?: number
  /** px: of a text that keeps its size, whatever is written in it. */
  height?: number
}

/** A text that is as large as its letters. */
export function text(
  name: string,
  at: Place,
  { characters, size, fill, font, width, height }: Lettering,
  more: More = {},
) {
  return {
    type: 'TEXT',
    name,
    ...at,
    width: width ?? UNMEASURED.width,
    height: height ?? UNMEASURED.height,
    fills: [fill],
    ...more,
    text: {
      characters,
      letters: { fontSize: size, fontName: font ?? REGULAR },
      autoResize: height !== undefined ? 'NONE' : width !== undefined ? 'HEIGHT' : 'WIDTH_AND_HEIGHT',
      ...more.text,
    },
  } satisfies LayerSpec
}

export const REGULAR: FontName = { family: 'Inter', style: 'Regular' }
export const BOLD: FontName = { family: 'Inter', style: 'Bold' }
export const SERIF: FontName = { family: 'Playfair Display', style: 'Bold' }

interface Place {
  x: number
  y: number
}

/** Taken over from elsewhere as soon as the world is open. */
const UNMEASURED = { width: 100, height: 100 }
