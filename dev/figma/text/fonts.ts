import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** A family that the simulated Figma has. Lengths are of an em; all numbers are estimates of our own. */
export interface Family {
  readonly styles: readonly string[]
  readonly ascent: number
  readonly descent: number
  /** What a machine that lacks it has in its place. */
  readonly kind: 'sans-serif' | 'serif' | 'monospace'
  /** How wide its letters are next to those of Inter. */
  readonly breadth: number
  /** Of every letter, where all are equally wide. */
  readonly fixedAdvance?: number
}

/** What the font picker offers, by family. */
export const listFonts = (): F.Font[] =>
  Object.entries(FAMILIES).flatMap(([family, { styles }]) => styles.map((style) => ({ fontName: { family, style } })))

export const familyOf = (family: string): Family | undefined =>
  Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined

export const isAvailable = ({ family, style }: F.FontName) => familyOf(family)?.styles.includes(style) ?? false

/** 400 for Regular, 700 for Bold. */
export function weightOf({ style }: F.FontName): number {
  const name = style.replaceAll(/ |Italic/g, '')
  return WEIGHTS[name as keyof typeof WEIGHTS] ?? 400
}

export const isItalic = ({ style }: F.FontName) => style.includes('Italic')

const WEIGHTS = {
  Thin: 100,
  ExtraLight: 200,
  Light: 300,
  Regular: 400,
  Medium: 500,
  SemiBold: 600,
  Bold: 700,
  ExtraBold: 800,
  Black: 900,
}

function withItalics(...upright: string[]): string[] {
  return [...upright, ...upright.map((style) => (style === 'Regular' ? 'Italic' : `${style} Italic`))]
}

const NINE = ['Thin', 'ExtraLight', 'Light', 'Regular', 'Medium', 'SemiBold', 'Bold', 'ExtraBold', 'Black']
/** Inter writes “Semi Bold” where others have “SemiBold” (field): a plugin that guesses style names must fail here too. */
const SPACED = NINE.map((style) => style.replace(/(Extra|Semi)(?=\w)/, '$1 '))

const FAMILIES: Readonly<Record<string, Family>> = {
  Inter: { kind: 'sans-serif', styles: withItalics(...SPACED), ascent: 0.97, descent: 0.24, breadth: 1 },
  'Open Sans': {
    kind: 'sans-serif',
    styles: withItalics(...NINE.slice(2, 8)),
    ascent: 1.07,
    descent: 0.29,
    breadth: 0.97,
  },
  'Playfair Display': {
    kind: 'serif',
    styles: withItalics(...NINE.slice(3)),
    ascent: 1.08,
    descent: 0.25,
    breadth: 0.93,
  },
  Roboto: { kind: 'sans-serif', styles: withItalics(...NINE), ascent: 0.93, descent: 0.24, breadth: 0.94 },
  'Roboto Mono': {
    kind: 'monospace',
    styles: withItalics(...NINE.slice(0, 7)),
    ascent: 1.05,
    descent: 0.27,
    breadth: 1,
    fixedAdvance: 0.6,
  },
}
