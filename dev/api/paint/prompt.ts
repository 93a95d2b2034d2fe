import { background } from './background.ts'
import type { Color } from './canvas.ts'
import { blur, flip, illustrate, neon, pixelate, sharpen, sketch, turnOver } from './filters.ts'
import { blackAndWhite, brighten, contrast, drift, invert, mood, saturation, sepia, tint } from './grades.ts'
import { lettering } from './lettering.ts'
import { paintNight } from './night.ts'
import { inset, takePalette } from './references.ts'
import type { Operation } from './scene.ts'
import { paintAutumn, paintSummer, paintWinter } from './seasons.ts'
import { paintSunset } from './sunset.ts'
import { paintFog, paintRain, paintSky } from './weather.ts'

/** A thing to do and its name, as the answer reports it. */
export interface Step {
  name: string
  operation: Operation
}

/** Finds what to do by plain words; what follows "keep" or "without" is not asked for. */
export function understand(prompt: string, references: readonly Buffer[]): Step[] {
  const quoted = [...prompt.matchAll(QUOTED)].map(([, words]) => words!)
  const asked = prompt.replace(QUOTED, ' ').toLowerCase().replace(UNASKED, ' ')
  const places = PLACES.flatMap((place) => place(asked))
  const rest = asked.replace(PLACE_PHRASE, ' ')
  const scenes = SCENES.filter(([, words]) => words.test(rest)).map(([name, , operation]) => ({ name, operation }))
  const tints = Object.entries(COLORS)
    .filter(([name]) => name !== 'black' && name !== 'white' && new RegExp(`\\b${name}\\b`).test(rest))
    .map(([name, color]) => ({ name: `${name} tint`, operation: tint(color) }))
  const texts = quoted.map((words) => ({ name: `text “${words}”`, operation: lettering(words) }))

  const steps = [...places, ...scenes, ...tints]
  const others = combine(asked, references)
  const takesPalette = others.some(({ name }) => name.startsWith('palette'))
  const fallback = steps.length + texts.length === 0 && !takesPalette ? [{ name: 'mood', operation: mood }] : []
  return [...steps, ...fallback, ...others, ...texts]
}

/** The other pictures give their colors where the prompt speaks of colors or style, else they are set into the main one. */
function combine(prompt: string, references: readonly Buffer[]): Step[] {
  const [first] = references
  if (!first) return []
  if (!/\b(palette|colou?rs?|style|mood|look|tones?)\b/.test(prompt)) {
    return [
      { name: `${references.length} picture${references.length > 1 ? 's' : ''} inset`, operation: inset(references) },
    ]
  }
  const named = Number(/\bimage ([2-5])\b/.exec(prompt)?.[1] ?? 2)
  return [{ name: `palette of image ${named}`, operation: takePalette(references[named - 2] ?? first) }]
}

const COLORS: Record<string, Color> = {
  red: [0.9, 0.12, 0.1],
  orange: [1, 0.5, 0.08],
  yellow: [1, 0.85, 0.15],
  green: [0.15, 0.7, 0.25],
  teal: [0.05, 0.6, 0.6],
  blue: [0.12, 0.3, 0.95],
  purple: [0.5, 0.18, 0.8],
  pink: [1, 0.4, 0.68],
  brown: [0.45, 0.28, 0.14],
  black: [0.03, 0.03, 0.04],
  white: [1, 1, 1],
}

const COLOR_NAME = Object.keys(COLORS).join('|')
const PLACE_PHRASE = new RegExp(
  `\\b(${COLOR_NAME}) (sky|background)\\b|\\bbackground (?:to |in |is )?(${COLOR_NAME})\\b`,
  'g',
)

/** "a blue sky" and "a white background" speak of one part of the picture, not of all of it. */
const PLACES = [
  (prompt: string): Step[] => {
    const color = new RegExp(`\\b(${COLOR_NAME}) sky\\b`).exec(prompt)?.[1]
    return color ? [{ name: `${color} sky`, operation: paintSky(COLORS[color]!) }] : []
  },
  (prompt: string): Step[] => {
    const [, before, after] =
      new RegExp(`\\b(${COLOR_NAME}) background\\b|\\bbackground (?:to |in |is )?(${COLOR_NAME})\\b`).exec(prompt) ?? []
    const removed = /\bremove the background|\bremove background|\bplain background/.test(prompt) ? 'white' : undefined
    const color = before ?? after ?? removed
    return color ? [{ name: `${color} background`, operation: background(COLORS[color]!) }] : []
  },
]

const SCENES: [name: string, words: RegExp, operation: Operation][] = [
  ['winter', /\b(winter|snow|snowy|snowing|frozen|ice|icy|christmas)\b/, paintWinter],
  ['autumn', /\b(autumn|fall colou?rs|autumnal)\b/, paintAutumn],
  ['summer', /\b(summer|spring|sunny|daylight)\b/, paintSummer],
  ['sunset', /\b(sunset|sunrise|dusk|dawn|golden hour|warm|warmer)\b/, paintSunset],
  ['night', /\b(night|starry|stars|dark|midnight|moonlight|moonlit)\b/, paintNight],
  ['fog', /\b(fog|foggy|mist|misty|haze|hazy)\b/, paintFog],
  ['rain', /\b(rain|rainy|storm|stormy)\b/, paintRain],
  ['black and white', /\b(black and white|monochrome|gr[ae]yscale|noir)\b/, blackAndWhite],
  ['sepia', /\b(sepia|vintage|old photo|retro)\b/, sepia],
  ['sketch', /\b(sketch|pencil|drawing|line art)\b/, sketch],
  ['illustration', /\b(cartoon|illustration|painting|poster|watercolou?r|flat colou?rs)\b/, illustrate],
  ['neon', /\b(neon|cyberpunk)\b/, neon],
  ['pixels', /\b(pixel art|pixelate|pixelated|8-bit)\b/, pixelate],
  ['negative', /\b(invert|inverted|negative)\b/, invert],
  ['brighter', /\b(bright|brighter|lighter)\b/, brighten(0.65)],
  ['darker', /\bdarker\b/, brighten(1.7)],
  ['contrast', /\b(contrast|dramatic)\b/, contrast],
  ['vivid', /\b(vivid|vibrant|saturated|colou?rful)\b/, saturation(1.6)],
  ['muted', /\b(muted|desaturated|faded|pastel)\b/, saturation(0.45)],
  ['blur', /\b(blur|blurred|blurry|out of focus)\b/, blur],
  ['sharp', /\b(sharpen|sharper|crisp)\b/, sharpen],
  ['flipped', /\b(flip|flipped|mirror|mirrored)\b/, flip],
  ['drift', /\b(drift|colou?r cast)\b/, drift],
  ['upside down', /\bupside[- ]down\b/, turnOver],
]

const QUOTED = /["“]([^"”]{1,60})["”]/g
const UNASKED = /\b(keep|keeping|without|do not|don't|leave)\b[^.!?;\n]*/g
