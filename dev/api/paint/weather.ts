import { add, type Color, mix, multiply, repaint, saturate } from './canvas.ts'
import { createNoise } from './random.ts'
import type { Scene } from './scene.ts'
import { skyIn } from './sky.ts'

/** Thicker towards the horizon, in drifting banks. */
export async function paintFog({ canvas, random }: Scene): Promise<void> {
  const { horizon } = await skyIn(canvas)
  const banks = createNoise(random, canvas.width / 4)
  repaint(canvas, (color, x, y) => {
    const distance = 1 - Math.min(Math.abs(y - horizon) / (canvas.height * 0.6), 1)
    mix(color, [0.82, 0.85, 0.88], Math.min(0.25 + distance * 0.5 + (banks(x * 0.6, y) - 0.5) * 0.5, 0.92))
  })
}

/** A grey, wet day with slanting streaks. */
export function paintRain({ canvas, random }: Scene): void {
  const slant = 0.15 + random() * 0.25
  const streaks = createNoise(random, 6)
  repaint(canvas, (color, x, y) => {
    saturate(color, 0.5)
    multiply(color, [0.62, 0.68, 0.76])
    add(color, [0.75, 0.8, 0.9], Math.max(0, streaks((x + y * slant) * 2.4, y * 0.09) - 0.66) * 1.5)
  })
}

/** Gives the sky alone another color, keeping its clouds. */
export const paintSky =
  (paint: Color) =>
  async ({ canvas, random }: Scene): Promise<void> => {
    const sky = await skyIn(canvas)
    const depth = 0.75 + random() * 0.2
    repaint(canvas, (color, x, y) => {
      const light = 0.55 + Math.max(...color) * 0.45
      const faded = 1 - (0.4 * y) / sky.horizon
      const tinted = paint.map((channel) => (1 - (1 - channel) * faded) * light) as Color
      mix(color, tinted, sky.at(x, y) * depth)
    })
  }
