import type { Size } from '../sizes.ts'
import { type Canvas, toCanvas } from './canvas.ts'
import { sharpen } from './filters.ts'
import { vary } from './grades.ts'
import { understand } from './prompt.ts'
import { createRandom, seedOf } from './random.ts'
import type { Scene } from './scene.ts'

interface Brief {
  prompt: string
  /** Main picture first. */
  pictures: readonly { bytes: Buffer }[]
  size: Size
  seed: number
  turbo: boolean
  weights?: string | undefined
}

/** Changes the main picture as the prompt says, by ordinary filters; the same brief gives the same picture. */
export async function paint({ prompt, pictures, size, seed, turbo, weights = '' }: Brief) {
  const [main, ...references] = pictures.map(({ bytes }) => bytes)
  const random = createRandom(weights ? seed ^ seedOf(weights) : seed)
  const scene: Scene = { canvas: await toCanvas(main!, size), random }
  vary(scene)
  const steps = understand(prompt, references)
  // Without turbo a model takes more steps and gives finer detail.
  if (!turbo) steps.push({ name: 'fine detail', operation: sharpen })
  for (const { operation } of steps) await operation(scene)
  const canvas: Canvas = scene.canvas
  return { canvas, did: steps.map(({ name }) => name) }
}
