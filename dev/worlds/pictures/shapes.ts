import type { Colour } from './colour.ts'
import { type Film, lay, type Mask } from './film.ts'
import { clamp, distance, smooth } from './numbers.ts'

export interface Ellipse {
  x: number
  y: number
  /** Half-axes in px, before turning. */
  long: number
  wide: number
  /** Radians, clockwise. */
  turn?: number
  /** How far the edge runs out, in px. */
  soft?: number
  strength?: number
}

/** `at` is asked for the colour with the place within the ellipse, −1…1 along both axes. */
export function drawEllipse(film: Film, ellipse: Ellipse, at: (along: number, aside: number) => Colour) {
  const { strength = 1 } = ellipse
  overEllipse(film, ellipse, (x, y, { along, aside, cover }) => lay(film, x, y, at(along, aside), cover * strength))
}

/** Adds to what the mask already covers, up to 1. */
export function coverEllipse(mask: Mask, ellipse: Ellipse) {
  const { strength = 1 } = ellipse
  overEllipse(mask, ellipse, (x, y, { cover }) => {
    const at = y * mask.width + x
    mask.cover[at] = Math.max(mask.cover[at]!, cover * strength)
  })
}

interface Within {
  along: number
  aside: number
  cover: number
}

function overEllipse(
  { width, height }: { width: number; height: number },
  { x, y, long, wide, turn = 0, soft = 0.7 }: Ellipse,
  each: (x: number, y: number, within: Within) => void,
) {
  const reach = Math.ceil(Math.max(long, wide) + soft + 1)
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const thin = Math.min(long, wide)
  const within: Within = { along: 0, aside: 0, cover: 0 }
  for (let py = Math.max(0, Math.floor(y) - reach); py <= Math.min(height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x) - reach); px <= Math.min(width - 1, x + reach); px++) {
      const dx = px + 0.5 - x
      const dy = py + 0.5 - y
      within.along = (dx * cos + dy * sin) / long
      within.aside = (dy * cos - dx * sin) / wide
      const outside = (distance(within.along, within.aside) - 1) * thin
      within.cover = smooth(soft, -soft, outside)
      if (within.cover > 0) each(px, py, within)
    }
  }
}

/** A point light out of focus: a flat disc, a little brighter at its edge, added to what is there. */
export function addBokeh(
  { width, height, light }: Film,
  { x, y, radius, colour }: { x: number; y: number; radius: number; colour: Colour },
) {
  const reach = Math.ceil(radius + 1)
  for (let py = Math.max(0, Math.floor(y) - reach); py <= Math.min(height - 1, y + reach); py++) {
    for (let px = Math.max(0, Math.floor(x) - reach); px <= Math.min(width - 1, x + reach); px++) {
      const away = distance(px + 0.5 - x, py + 0.5 - y)
      const cover = clamp(radius - away + 0.5) * (0.72 + 0.28 * smooth(radius * 0.55, radius, away))
      const at = (py * width + px) * 3
      for (let channel = 0; channel < 3; channel++)
        light[at + channel] = light[at + channel]! + colour[channel]! * cover
    }
  }
}

/** A place on a stroke: x and y in px, half its width there. */
export type Stop = readonly [x: number, y: number, radius: number]

/** A stroke with round ends. `at` is asked with the way along it (0…1) and across it (−1…1). */
export function drawLine(film: Film, stops: readonly Stop[], at: (along: number, aside: number) => Colour) {
  for (let index = 1; index < stops.length; index++) {
    const part = index - 1
    overStretch(film, stops[part]!, stops[index]!, (x, y, { along, aside, cover }) =>
      lay(film, x, y, at((part + along) / (stops.length - 1), aside), cover),
    )
  }
}

function overStretch(
  { width, height }: { width: number; height: number },
  [fromX, fromY, fromRadius]: Stop,
  [toX, toY, toRadius]: Stop,
  each: (x: number, y: number, within: Within) => void,
) {
  const dx = toX - fromX
  const dy = toY - fromY
  const length = distance(dx, dy) || 1
  const radius = Math.max(fromRadius, toRadius) + 1
  const within: Within = { along: 0, aside: 0, cover: 0 }
  const last = Math.min(height - 1, Math.ceil(Math.max(fromY, toY) + radius))
  for (let y = Math.max(0, Math.floor(Math.min(fromY, toY) - radius)); y <= last; y++) {
    const high = Math.abs(dy) < 0.01 ? 0 : clamp((y - radius - fromY) / dy)
    const low = Math.abs(dy) < 0.01 ? 1 : clamp((y + 1 + radius - fromY) / dy)
    const left = fromX + Math.min(dx * high, dx * low) - radius
    const right = fromX + Math.max(dx * high, dx * low) + radius
    for (let x = Math.max(0, Math.floor(left)); x <= Math.min(width - 1, Math.ceil(right)); x++) {
      const offX = x + 0.5 - fromX
      const offY = y + 0.5 - fromY
      within.along = clamp((offX * dx + offY * dy) / (length * length))
      const here = fromRadius + (toRadius - fromRadius) * within.along
      const away = distance(offX - dx * within.along, offY - dy * within.along)
      within.cover = clamp(here + 0.5 - away) * Math.min(1, here * 2)
      within.aside = (Math.sign(offY * dx - offX * dy) * away) / (here + 0.01)
      if (within.cover > 0) each(x, y, within)
    }
  }
}
