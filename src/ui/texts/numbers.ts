import type { Size } from '../../shared/picture.ts'

export const zoomText = (zoom: number) => `${zoom * 100} %`

export const sizeChange = (from: Size, to: Size) => `${sizeText(from)} → ${sizeText(to)}`

export const sizeText = ({ width, height }: Size) => `${Math.round(width)} × ${Math.round(height)}`

export const elapsedText = (ms: number) => (ms < MINUTE ? `${(ms / 1000).toFixed(1)} s` : spanText(ms))

/** A stretch of time in whole seconds, or from an hour on in whole minutes. */
export function spanText(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (ms < MINUTE) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

export const scaleText = (scale: number) => `${Number(scale.toFixed(2))}×`

export const layersText = (count: number) => countOf(count, 'layer')

export const weightText = (bytes: number) =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

export const filesText = (count: number) => countOf(count, 'file')

export const countOf = (count: number, one: string) => (count === 1 ? `1 ${one}` : `${count} ${one}s`)

/** ms */
export const MINUTE = 60_000
