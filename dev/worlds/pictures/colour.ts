import { smooth } from './numbers.ts'

/** Linear light, 1 = white paper in full light; lamps and suns go above. */
export type Colour = readonly [red: number, green: number, blue: number]

/** `#rrggbb` as linear light, times `strength`. */
export function colour(hex: string, strength = 1): Colour {
  const bits = Number.parseInt(hex.slice(1), 16)
  return [linear(bits >> 16) * strength, linear((bits >> 8) & 255) * strength, linear(bits & 255) * strength]
}

export function mix(from: Colour, to: Colour, share: number): Colour {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share, from[2] + (to[2] - from[2]) * share]
}

export function scale([red, green, blue]: Colour, factor: number): Colour {
  return [red * factor, green * factor, blue * factor]
}

/** The colour at `place` among stops sorted by place. */
export function ramp(stops: readonly (readonly [place: number, colour: Colour])[], place: number): Colour {
  const next = stops.findIndex(([at]) => at >= place)
  if (next === 0) return stops[0]![1]
  if (next < 0) return stops.at(-1)![1]
  const [low, from] = stops[next - 1]!
  const [high, to] = stops[next]!
  return mix(from, to, smooth(low, high, place))
}

/** The colours between two ends worked out once, to be asked per pixel: making a colour costs more than finding one. */
export function palette(at: (place: number) => Colour): (place: number) => Colour {
  const colours = Array.from({ length: SHADES + 1 }, (_, step) => at(step / SHADES))
  return (place) => colours[place <= 0 ? 0 : place >= 1 ? SHADES : Math.round(place * SHADES)]!
}

function linear(byte: number) {
  const value = byte / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

const SHADES = 255
