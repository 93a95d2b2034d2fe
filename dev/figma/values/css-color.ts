import type { RGBA } from '@figma/plugin-typings/plugin-api-standalone'
import { fromHsl, fromLab, fromOklab, type Parts } from './color-spaces.ts'

export interface CssColor {
  rgba: RGBA
  /** Whether the text says how opaque it is. */
  hasAlpha: boolean
}

/** A colour in CSS: hex, `rgb()`, `hsl()`, `lab()`, `lch()`, `oklab()` or `oklch()` (T:2905–2990). Undefined for others. */
export function colorFrom(text: string): CssColor | undefined {
  const trimmed = text.trim().toLowerCase()
  return trimmed.startsWith('#') ? fromHex(trimmed.slice(1)) : fromFunction(trimmed)
}

function fromHex(digits: string): CssColor | undefined {
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(digits)) return undefined
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits
  const [r, g, b, a = 1] = long.match(/../g)!.map((pair) => Number.parseInt(pair, 16) / 255)
  return { rgba: { r: r!, g: g!, b: b!, a }, hasAlpha: long.length === 8 }
}

function fromFunction(text: string): CssColor | undefined {
  const [, name = '', inside = ''] = /^([a-z]+)\((.*)\)$/.exec(text) ?? []
  const space = SPACES[name]
  const words = inside.split(/[\s,/]+/).filter(Boolean)
  if (!space || words.length < 3 || words.length > 4) return undefined
  const parts = space.units.map((unit, index) => number(words[index]!, unit))
  const alpha = words[3] === undefined ? 1 : number(words[3], { percent: 1, plain: 1 })
  if ([...parts, alpha].some((part) => !Number.isFinite(part))) return undefined
  const [r, g, b] = space.convert(parts as unknown as Parts).map(clamped)
  return { rgba: { r: r!, g: g!, b: b!, a: clamped(alpha) }, hasAlpha: words[3] !== undefined }
}

/** What 100 % is, and what a plain number is divided by. */
interface Unit {
  percent: number
  plain: number
}

function number(word: string, { percent, plain }: Unit): number {
  const [, digits = '', unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%|deg|rad|turn|grad)?$/.exec(word) ?? []
  if (digits === '') return Number.NaN
  const value = Number(digits)
  if (unit === '%') return (value / 100) * percent
  return unit === '' ? value / plain : value * (DEGREES[unit] ?? Number.NaN)
}

const clamped = (value: number) => Math.min(1, Math.max(0, value))

const DEGREES: Readonly<Record<string, number>> = { deg: 1, grad: 0.9, rad: 180 / Math.PI, turn: 360 }

const byte: Unit = { percent: 1, plain: 255 }
const hue: Unit = { percent: 360, plain: 1 }
/** Of `hsl()`, where a plain number means per cent. */
const share: Unit = { percent: 1, plain: 100 }
const as = (percent: number): Unit => ({ percent, plain: 1 })

const polar = ([lightness, chroma, angle]: Parts): Parts => {
  const radians = (angle * Math.PI) / 180
  return [lightness, chroma * Math.cos(radians), chroma * Math.sin(radians)]
}

const RGB = { units: [byte, byte, byte], convert: (parts: Parts) => parts }
const HSL = { units: [hue, share, share], convert: fromHsl }

const SPACES: Readonly<Record<string, { units: readonly Unit[]; convert(parts: Parts): Parts }>> = {
  rgb: RGB,
  rgba: RGB,
  hsl: HSL,
  hsla: HSL,
  lab: { units: [as(100), as(125), as(125)], convert: fromLab },
  lch: { units: [as(100), as(150), hue], convert: (parts) => fromLab(polar(parts)) },
  oklab: { units: [as(1), as(0.4), as(0.4)], convert: fromOklab },
  oklch: { units: [as(1), as(0.4), hue], convert: (parts) => fromOklab(polar(parts)) },
}
