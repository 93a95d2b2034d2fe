import type { Colour } from './colour.ts'
import { curve } from './curve.ts'
import { type Film, lay, type Mask } from './film.ts'
import { clamp } from './numbers.ts'

/** Something turned on a wheel, standing upright, seen from its own height through a long lens. */
export interface Lathe {
  x: number
  /** Where it stands, in px from the top. */
  foot: number
  height: number
  /** Radius at places from the foot (0) to the top (1), as a share of the height; straight lines between. */
  profile: readonly (readonly [up: number, radius: number])[]
}

/** A point of the surface: where it is (up 0…1, turn −π/2 left … π/2 right) and which way it faces. */
export interface Facing {
  up: number
  turn: number
  right: number
  rise: number
  front: number
}

/** `seenAs` gives the colour of each point. With a mask, edges go into the mask and the film gets whole pixels. */
export function drawLathe(film: Film, lathe: Lathe, seenAs: (facing: Facing) => Colour, mask?: Mask) {
  const { x, foot, height, profile } = lathe
  const facing: Facing = { up: 0, turn: 0, right: 0, rise: 0, front: 1 }
  for (let y = Math.max(0, Math.floor(foot - height)); y < Math.min(film.height, foot); y++) {
    facing.up = clamp((foot - y - 0.5) / height)
    const radius = radiusAt(profile, facing.up) * height
    const slope = (radiusAt(profile, facing.up + 0.004) - radiusAt(profile, facing.up - 0.004)) / 0.008
    const flat = 1 / Math.sqrt(1 + slope * slope)
    const level = Math.min(1, foot - y, y + 1 - (foot - height))
    for (let px = Math.floor(x - radius - 1); px <= x + radius + 1; px++) {
      const across = (px + 0.5 - x) / radius
      const cover = clamp(radius + 0.5 - Math.abs(px + 0.5 - x)) * level
      if (cover <= 0 || px < 0 || px >= film.width) continue
      const side = clamp(across, -1, 1)
      facing.turn = Math.asin(side)
      facing.right = side * flat
      facing.front = Math.sqrt(1 - side * side) * flat
      facing.rise = -slope * flat
      lay(film, px, y, seenAs(facing), mask ? 1 : cover)
      if (mask) mask.cover[y * mask.width + px] = Math.max(mask.cover[y * mask.width + px]!, cover)
    }
  }
}

function radiusAt(profile: Lathe['profile'], up: number) {
  const next = profile.findIndex(([at]) => at >= up)
  if (next === 0) return profile[0]![1]
  if (next < 0) return profile.at(-1)![1]
  const [low, from] = profile[next - 1]!
  const [high, to] = profile[next]!
  return from + ((to - from) * (up - low)) / (high - low)
}

/** A profile through the given points without corners. */
export function rounded(points: readonly (readonly [up: number, radius: number])[]): Lathe['profile'] {
  const at = (index: number) => points[Math.min(points.length - 1, Math.max(0, index))]!
  const between = (index: number) =>
    Array.from({ length: 12 }, (_, step) => {
      const share = step / 12
      const [from, to] = [at(index), at(index + 1)]
      const radius = curve([at(index - 1)[1], from[1], to[1], at(index + 2)[1]], share)
      return [from[0] + (to[0] - from[0]) * share, Math.max(0.001, radius)] as const
    })
  return [...points.slice(0, -1).flatMap((_, index) => between(index)), at(points.length)]
}
