import { createNoise } from './noise.ts'
import { clamp, smooth } from './numbers.ts'

/** A trough with the lake in it, walls on both sides and a massif at its end. */
export function mountains(seed: number) {
  const noise = createNoise(seed)
  return (x: number, z: number) => {
    // Neither seen nor throwing a shadow that is.
    if (Math.abs(x) > z * 0.6 + 1.4) return -0.05
    const bend = noise(z * 0.16, 3.5) * 0.9
    const side = Math.abs(x - bend - 0.1 * z)
    const walls = smooth(0.9 + 0.12 * z, 3.6 + 0.22 * z, side)
    const end = smooth(6.4, 9.4, z + noise(x * 0.5, 9.1) * 0.9)
    const massif = Math.exp(-(((x - 1.0) / 2.9) ** 2) - ((z - 10) / 2.3) ** 2)
    const rise = Math.max(walls * 0.9, end * 0.6) + massif * 1.05
    if (rise <= 0.004) return -0.05
    return -0.05 + rise * (0.5 + 1.6 * ridges(noise, x * 0.27 + 7.3, z * 0.27))
  }
}

/** Sharp crests with gullies: each octave is folded, and counts more where the ones before were high. */
function ridges(noise: (x: number, y: number) => number, x: number, y: number) {
  let sum = 0
  let strength = 0.5
  let weight = 1
  for (let octave = 0; octave < 5; octave++) {
    const folded = (1 - Math.min(1, Math.abs(noise(x, y)) * 1.1)) ** 1.7
    sum += folded * strength * weight
    weight = clamp(folded * 1.35, 0.12)
    strength *= 0.47
    const turned = x * 1.62 - y * 1.24
    y = x * 1.24 + y * 1.62 + 5.3
    x = turned + 1.7
  }
  return sum
}
