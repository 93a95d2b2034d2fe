import type { Size } from '../sizes.ts'
import { add, type Color, copyOf, lumaOf, mix, multiply, repaint, rowsOf, saturate } from './canvas.ts'
import { createNoise, type Random } from './random.ts'
import type { Scene } from './scene.ts'
import { skyIn } from './sky.ts'

/** A clear night: stars and a milky way where the sky was, moonlight on the rest. */
export async function paintNight(scene: Scene): Promise<void> {
  const { canvas, random } = scene
  const sky = await skyIn(canvas)
  const stars = starField(canvas, sky.horizon, random)
  const haze = createNoise(random, canvas.width / 5)
  const slope = (random() - 0.5) * 1.6
  const middle = canvas.width * (0.25 + random() * 0.5)

  const rows = rowsOf(NIGHT_SKY, canvas, sky.horizon)

  repaint(canvas, (color, x, y) => {
    const inSky = sky.at(x, y)
    if (inSky < 1) {
      const bright = lumaOf(color)
      saturate(color, 0.4)
      multiply(color, MOONLIGHT)
      add(color, MOON_GLINT, Math.max(0, bright - 0.6) * 0.5)
    }
    if (inSky === 0) return
    const night = copyOf(rows[y]!)
    const fromBand = Math.abs(x - middle - (y - sky.horizon / 2) * slope) / (canvas.width * 0.16)
    const band = fromBand > 2.5 ? 0 : Math.exp(-fromBand * fromBand) * haze(x, y)
    add(night, MILKY_WAY, band * 0.75)
    add(night, STARLIGHT, stars[y * canvas.width + x]! * (0.6 + band))
    mix(color, night, inSky)
  })
}

/** Light of the stars for each pixel: very many faint ones, a few that glow. */
function starField({ width, height }: Size, horizon: number, random: Random): Float32Array {
  const light = new Float32Array(width * height)
  const count = Math.round((width * horizon) / AREA_PER_STAR)
  for (let star = 0; star < count; star++) {
    const bright = 0.15 + 0.85 * random() ** 5
    const radius = 0.55 + bright * bright * 1.5
    const [centerX, centerY] = [random() * width, random() ** 1.25 * horizon]
    const reach = Math.ceil(radius * 4)
    for (let y = Math.floor(centerY) - reach; y <= centerY + reach; y++) {
      for (let x = Math.floor(centerX) - reach; x <= centerX + reach; x++) {
        if (x < 0 || y < 0 || x >= width || y >= height) continue
        const away = ((x - centerX) ** 2 + (y - centerY) ** 2) / (radius * radius)
        light[y * width + x]! += bright * (Math.exp(-away) * 1.3 + Math.exp(-away / 9) * 0.14 * bright)
      }
    }
  }
  return light
}

const NIGHT_SKY: [number, Color][] = [
  [0, [0.012, 0.02, 0.07]],
  [0.55, [0.04, 0.065, 0.17]],
  [1, [0.12, 0.15, 0.29]],
]
const MILKY_WAY: Color = [0.34, 0.31, 0.44]
const STARLIGHT: Color = [1, 0.97, 0.92]
const MOON_GLINT: Color = [0.25, 0.32, 0.5]
const MOONLIGHT: Color = [0.2, 0.26, 0.42]
const AREA_PER_STAR = 420 // px²
