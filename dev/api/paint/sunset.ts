import { add, type Color, copyOf, lumaOf, mix, multiply, repaint, rowsOf } from './canvas.ts'
import { createNoise } from './random.ts'
import type { Scene } from './scene.ts'
import { skyIn } from './sky.ts'

/** A low sun behind streaks of cloud, and its warm light on everything. */
export async function paintSunset(scene: Scene): Promise<void> {
  const { canvas, random } = scene
  const { width, height } = canvas
  const sky = await skyIn(canvas)
  const clouds = createNoise(random, height / 7)
  const sun = { x: width * (0.2 + random() * 0.6), y: sky.horizon * (0.8 + random() * 0.12), radius: height * 0.035 }

  const rows = rowsOf(EVENING_SKY, canvas, sky.horizon)

  repaint(canvas, (color, x, y) => {
    const inSky = sky.at(x, y)
    const away = Math.hypot(x - sun.x, y - sun.y)
    const farGlow = Math.exp(-away / (height * 0.5))
    if (inSky < 1) {
      const bright = lumaOf(color)
      multiply(color, WARM_SHADE)
      add(color, LOW_LIGHT, farGlow * (0.08 + bright * 0.38))
    }
    if (inSky === 0) return
    const evening = copyOf(rows[y]!)
    const cloud = copyOf(CLOUD_DARK)
    mix(cloud, CLOUD_LIT, Math.min(1, farGlow * 1.5))
    const cover = Math.max(0, clouds(x * 0.28, y * 1.5) - 0.47) * 2.6
    mix(evening, cloud, Math.min(cover, 0.8))
    add(evening, GLOW, Math.exp(-away / (height * 0.16)) * 0.75)
    const disc = Math.min(Math.max((sun.radius - away) / 2 + 0.5, 0), 1)
    mix(evening, SUN, disc * (1 - Math.min(cover, 0.5)))
    mix(color, evening, inSky)
  })
}

const EVENING_SKY: [number, Color][] = [
  [0, [0.2, 0.17, 0.4]],
  [0.4, [0.56, 0.27, 0.46]],
  [0.7, [0.92, 0.44, 0.33]],
  [1, [1, 0.74, 0.4]],
]
const SUN: Color = [1, 0.95, 0.78]
const GLOW: Color = [1, 0.62, 0.25]
const LOW_LIGHT: Color = [1, 0.5, 0.18]
const CLOUD_DARK: Color = [0.36, 0.2, 0.36]
const CLOUD_LIT: Color = [1, 0.62, 0.42]
const WARM_SHADE: Color = [0.78, 0.54, 0.44]
