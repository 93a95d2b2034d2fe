import type { Canvas } from './canvas.ts'
import type { Random } from './random.ts'

/** What an operation works on: it changes the canvas or puts another of the same size in its place. */
export interface Scene {
  canvas: Canvas
  /** Drawn from the seed, so that another seed gives another picture. */
  random: Random
}

export type Operation = (scene: Scene) => void | Promise<void>
