import { type Canvas, type Color, lumaOf, mix, multiply, repaint, saturate } from './canvas.ts'
import { createNoise, type Random } from './random.ts'
import type { Scene } from './scene.ts'
import { skyIn } from './sky.ts'

/** Snow on the ground, most where it was green, under a pale sky, with flakes in the air. */
export async function paintWinter(scene: Scene): Promise<void> {
  const { canvas, random } = scene
  const sky = await skyIn(canvas)
  const patches = createNoise(random, canvas.width / 12)

  repaint(canvas, (color, x, y) => {
    const inSky = sky.at(x, y)
    const bright = lumaOf(color)
    const cover = 0.3 + greenness(color) * 3.4 + (patches(x, y) - 0.5) * 0.55
    const snow: Color = [0.6 + bright * 0.55, 0.66 + bright * 0.5, 0.76 + bright * 0.4]
    saturate(color, 0.55)
    multiply(color, [0.92, 0.98, 1.08])
    mix(color, snow, Math.min(Math.max(cover, 0.15), 0.95) * (1 - inSky))
    const pale = 0.76 + bright * 0.14
    mix(color, [pale * 0.95, pale * 0.985, pale * 1.02], inSky * 0.85)
  })
  drawFlakes(canvas, random)
}

/** Green turns to gold, orange and red, in patches as on trees. */
export function paintAutumn({ canvas, random }: Scene): void {
  const patches = createNoise(random, canvas.width / 20)
  const shift = random() * 0.3
  repaint(canvas, (color, x, y) => {
    const amount = Math.min(1, greenness(color) * 3.2)
    const bright = lumaOf(color)
    const redness = Math.min(Math.max((patches(x, y) - 0.3) * 2 + shift - 0.15, 0), 1)
    const leaf: Color = [bright * 1.75 + 0.1, bright * (1.3 - redness * 0.8) + 0.02, bright * 0.28]
    multiply(color, [1.05, 0.99, 0.9])
    mix(color, leaf, amount)
  })
}

/** Fresh greens and light. */
export function paintSummer({ canvas, random }: Scene): void {
  const warmth = 0.03 + random() * 0.05
  repaint(canvas, (color) => {
    saturate(color, 1.35)
    multiply(color, [1.06 + warmth, 1.08, 0.98])
  })
}

/** How much the green stands out, 0 for greys, reds and blues. */
const greenness = ([red, green, blue]: Color) => Math.max(0, green - Math.max(blue, red * 0.82))

function drawFlakes(canvas: Canvas, random: Random): void {
  const { data, width, height } = canvas
  const count = Math.round((width * height) / AREA_PER_FLAKE)
  for (let flake = 0; flake < count; flake++) {
    const near = random() ** 4
    const radius = 0.8 + near * 5
    const strength = 0.85 - near * 0.35
    const [centerX, centerY] = [random() * width, random() * height]
    for (let y = Math.max(0, Math.floor(centerY - radius)); y <= Math.min(height - 1, centerY + radius); y++) {
      for (let x = Math.max(0, Math.floor(centerX - radius)); x <= Math.min(width - 1, centerX + radius); x++) {
        const cover = Math.max(0, 1 - Math.hypot(x - centerX, y - centerY) / radius) * strength
        const index = (y * width + x) * 3
        for (let channel = 0; channel < 3; channel++) data[index + channel]! += (255 - data[index + channel]!) * cover
      }
    }
  }
}

const AREA_PER_FLAKE = 700 // px²
