import type { GradientPaint } from '@figma/plugin-typings/plugin-api-standalone'
import type { PaintSpec } from '../figma/world.ts'
import type { Size } from './pictures/film.ts'

type ImageSpec = Extract<PaintSpec, { type: 'IMAGE' }>

/** `#rrggbb`. */
export function solid(hex: string, opacity = 1): PaintSpec {
  return { type: 'SOLID', color: rgb(hex), opacity }
}

export function image(picture: string, scaleMode: ImageSpec['scaleMode'] = 'FILL'): ImageSpec {
  return { type: 'IMAGE', scaleMode, picture }
}

/** A colour of the world's variables, by its name; `fallback` shows where there is none. */
export function bound(variable: string, fallback = '#888888'): PaintSpec {
  const boundVariables = { color: { type: 'VARIABLE_ALIAS', id: variable } } as const
  return { type: 'SOLID', color: rgb(fallback), boundVariables }
}

/** Repeats the picture at `scalingFactor` of its own size. */
export function tiled(picture: string, scalingFactor: number): ImageSpec {
  return { ...image(picture, 'TILE'), scalingFactor }
}

/** The largest part of the picture that has the layer's shape, shrunk by `zoom`, its middle at `x`, `y` (0…1). */
export function cropped(picture: string, from: Size, { layer, zoom, x, y }: Crop): ImageSpec {
  const most = Math.min(from.width / layer.width, from.height / layer.height) / zoom
  const wide = (layer.width * most) / from.width
  const high = (layer.height * most) / from.height
  const left = Math.min(1 - wide, Math.max(0, x - wide / 2))
  const top = Math.min(1 - high, Math.max(0, y - high / 2))
  // Figma: imageTransform maps the layer's unit square to the part of the picture that it shows.
  return {
    ...image(picture, 'CROP'),
    imageTransform: [
      [wide, 0, left],
      [0, high, top],
    ],
  }
}

export interface Crop {
  layer: Size
  zoom: number
  x: number
  y: number
}

/** Black from top to bottom; `stops` are place and opacity, 0…1. */
export function scrim(stops: readonly (readonly [position: number, opacity: number])[]): GradientPaint {
  return {
    type: 'GRADIENT_LINEAR',
    gradientTransform: [
      [0, 1, 0],
      [-1, 0, 1],
    ],
    gradientStops: stops.map(([position, a]) => ({ position, color: { r: 0.02, g: 0.04, b: 0.09, a } })),
  }
}

function rgb(hex: string) {
  const bits = Number.parseInt(hex.slice(1), 16)
  return { r: (bits >> 16) / 255, g: ((bits >> 8) & 255) / 255, b: (bits & 255) / 255 }
}
