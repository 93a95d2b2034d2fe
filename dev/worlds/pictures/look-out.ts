import type { Film } from './film.ts'
import { clamp } from './numbers.ts'

export interface LookOut {
  /** Eye, in km; it looks along z. */
  x: number
  z: number
  height: number
  /** Where the horizon lies, in px from the top. */
  horizon: number
  /** Focal length in px. */
  focal: number
  from: number
  to: number
  /** No land is higher, in km. */
  highest: number
  /** Share of the distance that one step takes: smaller is finer and slower. */
  stride: number
}

/** A point of the land as the eye meets it. `colour` is to be filled by the one who asks. */
export interface Spot {
  x: number
  z: number
  height: number
  distance: number
  colour: Float32Array
}

export interface View {
  heightAt: (x: number, z: number) => number
  shade: (spot: Spot) => void
}

/**
 * Draws land over a sky, column by column from the eye outwards, each part of a pixel once, so that ridges are smooth.
 * Returns, per column, the y at which ground above 0 begins: below it lies water.
 */
export function drawLand(film: Film, eye: LookOut, { heightAt, shade }: View): Float32Array {
  const shore = new Float32Array(film.width).fill(eye.horizon)
  const spot: Spot = { x: 0, z: 0, height: 0, distance: eye.from, colour: new Float32Array(3) }
  const near = new Float32Array(3)
  const behind = new Float32Array(3)
  for (let column = 0; column < film.width; column++) {
    const slant = (column + 0.5 - film.width / 2) / eye.focal
    let top = film.height
    let dry = false
    let hidden = true
    spot.distance = eye.from
    while (top > 0 && top > Math.min(yOf(eye, eye.highest, spot.distance), yOf(eye, eye.highest, eye.to))) {
      spot.x = eye.x + slant * spot.distance
      spot.z = eye.z + spot.distance
      spot.height = heightAt(spot.x, spot.z)
      const y = yOf(eye, spot.height, spot.distance)
      if (!dry && spot.height > 0) {
        shore[column] = y
        top = Math.min(top, Math.ceil(Math.max(y, yOf(eye, 0, spot.distance))))
        shade(spot)
        dry = true
      }
      // What rises from behind a crest has nothing to do with the crest's own colour.
      if (y > top) hidden = true
      if (dry && y < top - LEAST_RISE) {
        near.set(spot.colour)
        shade(spot)
        if (hidden) near.set(spot.colour)
        hidden = false
        fill(film, column, { from: top, to: Math.max(0, y), near, far: spot.colour, behind })
        top = Math.max(0, y)
      }
      // Water, and land hidden behind nearer land, are passed in longer steps.
      spot.distance *= 1 + eye.stride * (dry ? 1 + clamp((y - top) * 0.06, 0, 7) : 3)
      if (spot.distance > eye.to) break
    }
  }
  return shore
}

function yOf(eye: LookOut, height: number, distance: number) {
  return eye.horizon - ((height - eye.height) / distance) * eye.focal
}

interface Stretch {
  from: number
  to: number
  near: Float32Array
  far: Float32Array
  /** What was seen, before any land, in the pixel that the stretch before covered only in part. */
  behind: Float32Array
}

/** Covers the column from `from` (lower) up to `to`, each pixel by the share of it that lies between. */
function fill({ width, height, light }: Film, column: number, { from, to, near, far, behind }: Stretch) {
  const length = from - to
  for (let y = Math.min(height, Math.ceil(from)) - 1; y >= Math.floor(to); y--) {
    const at = (y * width + column) * 3
    const cover = Math.min(y + 1, from) - Math.max(y, to)
    const begun = y + 1 > from
    const share = length > 1 ? clamp((from - y - 0.5) / length) : 1
    for (let channel = 0; channel < 3; channel++) {
      const value = near[channel]! + (far[channel]! - near[channel]!) * share
      if (!begun) behind[channel] = light[at + channel]!
      light[at + channel] = light[at + channel]! + (value - behind[channel]!) * cover
    }
  }
}

const LEAST_RISE = 0.5 // px that land has to rise to be looked at
