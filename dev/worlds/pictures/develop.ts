import { blurFilm } from './blur.ts'
import type { Film, Mask } from './film.ts'
import { clamp } from './numbers.ts'
import { enlarge, shrink } from './resize.ts'
import { grainTile } from './tile.ts'

export interface Darkroom {
  exposure?: number
  /** How much the bright parts glow over their edges, 0…1. */
  bloom?: number
  /** How much darker the corners are, 0…1. */
  vignette?: number
  /** Grain in steps of 255. */
  grain?: number
  /** Above 1: deeper shadows. */
  contrast?: number
  /** Added to the shadows, per channel, 0…1 of full. */
  shadows?: readonly [number, number, number]
  alpha?: Mask
}

/** Linear light becomes the picture's bytes (sRGB, RGBA, not premultiplied), the way film would: shoulder, glow, grain. */
export function develop(film: Film, darkroom: Darkroom = {}): Uint8ClampedArray {
  const { exposure = 1, bloom = 0.08, vignette = 0.25, grain = 5, alpha } = darkroom
  const { width, height, light } = film
  const glow = glowOf(film)
  const [redCurve, greenCurve, blueCurve] = curvesOf(darkroom)
  const { values: noise } = grainTile()
  const pixels = new Uint8ClampedArray(width * height * 4)
  const own = 1 - bloom
  const acrossStep = 1.8 / width
  for (let y = 0, at = 0, to = 0; y < height; y++) {
    const down = (y / height - 0.5) * 1.8
    const noiseRow = ((y + 37) & 255) * 256
    const noiseShift = Math.imul(y >> 8, 101)
    const glowRow = (y >> 2) * glow.width
    for (let x = 0; x < width; x++, at += 3, to += 4) {
      const across = x * acrossStep - 0.9
      const fall = across * across + down * down
      const gain = exposure * (1 - vignette * fall * (0.35 + 0.2 * fall))
      const speck = noise[noiseRow + ((x + noiseShift) & 255)]! * grain
      const from = (glowRow + (x >> 2)) * 3
      pixels[to] = shown(redCurve, (light[at]! * own + glow.light[from]! * bloom) * gain, speck)
      pixels[to + 1] = shown(greenCurve, (light[at + 1]! * own + glow.light[from + 1]! * bloom) * gain, speck)
      pixels[to + 2] = shown(blueCurve, (light[at + 2]! * own + glow.light[from + 2]! * bloom) * gain, speck)
      pixels[to + 3] = alpha ? alpha.cover[to >> 2]! * 255 : 255
    }
  }
  return pixels
}

/** Grain shows most in the middle tones. */
function shown(curve: Float32Array, value: number, speck: number) {
  const step = Math.sqrt(value) * STEPS_PER_ROOT
  const tone = curve[step < LAST_STEP ? step | 0 : LAST_STEP]!
  return tone + speck * (1.15 - Math.abs(tone - 110) * 0.006)
}

/** The picture without any detail, at a quarter of its size. */
function glowOf(film: Film) {
  const small = shrink(film, Math.max(2, Math.round(film.width / 160)))
  return enlarge(blurFilm(small, small.width / 45), Math.ceil(film.width / 4), Math.ceil(film.height / 4))
}

/** Per channel: root of the light (steps) to the shown value 0…255. */
function curvesOf({ contrast = 1.08, shadows: [red, green, blue] = [0.012, 0.014, 0.022] }: Darkroom) {
  const curve = (lift: number) =>
    Float32Array.from({ length: LAST_STEP + 1 }, (_, step) => {
      const value = (step / STEPS_PER_ROOT) ** 2
      const shoulder = value < KNEE ? value : KNEE + (1 - KNEE) * (1 - Math.exp(-(value - KNEE) / (1 - KNEE)))
      const encoded = shoulder <= 0.0031308 ? shoulder * 12.92 : 1.055 * shoulder ** (1 / 2.4) - 0.055
      const firm = encoded ** contrast + (contrast - 1) * encoded * (1 - encoded) * (encoded - 0.35)
      return clamp(lift + firm * (1 - lift)) * 255
    })
  return [curve(red), curve(green), curve(blue)] as const
}

const STEPS_PER_ROOT = 512 // of the root of the light, which gives the shadows more steps
const LAST_STEP = 2047
const KNEE = 0.55 // light from which the shoulder bends
