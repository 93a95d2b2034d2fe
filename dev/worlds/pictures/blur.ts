import type { Film, Mask, Size } from './film.ts'

/** Three box blurs, which is nearly a bell. `radius` in pixels is about the bell's deviation. */
export function blurFilm(film: Film, radius: number): Film {
  return { ...film, light: blur(film.light, film, { channels: 3, radius }) }
}

export function blurMask(mask: Mask, radius: number): Mask {
  return { ...mask, cover: blur(mask.cover, mask, { channels: 1, radius }) }
}

function blur(
  values: Float32Array,
  { width, height }: Size,
  { channels, radius }: { channels: number; radius: number },
) {
  const reach = Math.round(radius)
  if (reach < 1) return values.slice()
  let from = values.slice()
  let to = new Float32Array(values.length)
  const across = { lines: height, length: width, lineStep: width * channels, step: channels }
  const down = { lines: width, length: height, lineStep: channels, step: width * channels }
  for (const run of [across, down, across, down, across, down]) {
    for (let channel = 0; channel < channels; channel++) boxBlur(from, to, { ...run, channel, reach })
    const kept = from
    from = to
    to = kept
  }
  return from
}

interface Run {
  lines: number
  length: number
  lineStep: number
  step: number
  channel: number
  reach: number
}

function boxBlur(from: Float32Array, to: Float32Array, { lines, length, lineStep, step, channel, reach }: Run) {
  const share = 1 / (reach * 2 + 1)
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep + channel
    const end = start + (length - 1) * step
    const first = from[start]!
    const last = from[end]!
    let sum = first * (reach + 1)
    for (let ahead = 1; ahead <= reach; ahead++) sum += from[Math.min(start + ahead * step, end)]!
    for (let place = 0, at = start; place < length; place++, at += step) {
      to[at] = sum * share
      const leaving = place - reach >= 0 ? from[at - reach * step]! : first
      const coming = place + reach + 1 < length ? from[at + (reach + 1) * step]! : last
      sum += coming - leaving
    }
  }
}
