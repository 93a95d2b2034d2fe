import type { Size } from '../../shared/picture.ts'
import type { FileSize } from './choice.ts'

/**
 * A size as Figma's own export box writes it: `2x`, `0.5x`, `1.5` or `@2x`, `512w`, `300h`. Undefined where it is none, or out
 * of bounds.
 */
export function parseFileSize(text: string): FileSize | undefined {
  const [, number = '', unit = 'x'] = WRITTEN.exec(text.trim().toLowerCase()) ?? []
  const value = shortened(Number(number.replace(',', '.')))
  if (unit === 'x') return isWithin(value, SCALES) ? { by: 'scale', value } : undefined
  const by = unit === 'w' ? 'width' : 'height'
  return Number.isInteger(value) && isWithin(value, EDGES) ? { by, value } : undefined
}

export const fileSizeText = ({ by, value }: FileSize) => `${shortened(value)}${UNITS[by]}`

/** How many times the layer a file of that size is; `layer` in px at 1×. */
export function scaleOf({ by, value }: FileSize, layer: Size): number {
  return by === 'scale' ? value : value / (layer[by] || 1)
}

/** About the px of a file: how Figma rounds is not documented, so to the nearest, and at least 1. */
export function pixelsOf(size: FileSize, layer: Size): Size {
  const scale = scaleOf(size, layer)
  const pixels = (edge: number) => Math.max(1, Math.round(edge * scale))
  return { width: pixels(layer.width), height: pixels(layer.height) }
}

const shortened = (value: number) => Number(value.toFixed(4))
const isWithin = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most

/** A comma as well: where people write one, they type one. */
const WRITTEN = /^@?(\d*[.,]?\d+)\s*([xwh])?$/
const UNITS: Record<FileSize['by'], string> = { scale: 'x', width: 'w', height: 'h' }
/** Figma's own box takes hardly less; more would make an icon of 16 px larger than any file may be. */
const SCALES = [0.01, 100] as const
/** px: a square of the longest is as much as the canvas of a browser holds. */
const EDGES = [1, 16_384] as const
