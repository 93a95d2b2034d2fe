import type { Canvas } from './canvas.ts'

/** Spreads from the seeds over all neighbours that `joins` takes. Pixels are counted row by row; 1 marks those reached. */
export function flood(
  { width, height }: Canvas,
  seeds: Iterable<number>,
  joins: (index: number, from: number) => boolean,
): Uint8Array {
  const reached = new Uint8Array(width * height)
  const open: number[] = []
  const take = (index: number, from: number) => {
    if (reached[index] || !joins(index, from)) return
    reached[index] = 1
    open.push(index)
  }
  for (const seed of seeds) take(seed, seed)
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const x = index % width
    if (x > 0) take(index - 1, index)
    if (x < width - 1) take(index + 1, index)
    if (index >= width) take(index - width, index)
    if (index < width * (height - 1)) take(index + width, index)
  }
  return reached
}

/** How unlike two pixels are: the sum over the channels, 0 to 765. */
export const difference = ({ data }: Canvas, one: number, other: number) =>
  Math.abs(data[one * 3]! - data[other * 3]!) +
  Math.abs(data[one * 3 + 1]! - data[other * 3 + 1]!) +
  Math.abs(data[one * 3 + 2]! - data[other * 3 + 2]!)
