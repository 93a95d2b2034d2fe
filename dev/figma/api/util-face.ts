import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError, notSimulated } from '../errors.ts'
import { ABSENT, KIND, Remote } from '../sandbox/remote.ts'
import { colorFrom } from '../values/css-color.ts'
import { validated } from '../values/validated.ts'
import { type Exactly, type Holds, wordsOf } from './absent.ts'

/** `figma.util` (T:2900). */
export class UtilFace extends Remote implements Pick<F.UtilAPI, 'rgb' | 'rgba' | 'solidPaint'> {
  get [KIND]() {
    return 'UtilAPI'
  }
  override get [ABSENT]() {
    return wordsOf(UTIL_ABSENT)
  }

  rgb(color: unknown): F.RGB {
    const { r, g, b } = colorOf(color)
    return { r, g, b }
  }

  rgba(color: unknown, alphaOverride?: unknown): F.RGBA {
    const alpha = validated(z.number().min(0).max(1).optional(), alphaOverride, 'alphaOverride')
    const { r, g, b, a } = colorOf(color)
    return { r, g, b, a: alpha ?? a }
  }

  /** The colour's alpha becomes the opacity; overrides are everything else of the paint. */
  solidPaint(color: unknown, overrides?: unknown): F.SolidPaint {
    const others = validated(z.record(z.string(), z.unknown()).optional(), overrides, 'overrides') ?? {}
    if (others.type !== undefined && others.type !== 'SOLID')
      throw new FigmaError('The overrides must be of a SolidPaint')
    const { r, g, b, a } = colorOf(color)
    const opacity = a === 1 && !isTransparent(color) ? {} : { opacity: a }
    return { ...others, type: 'SOLID', color: { r, g, b }, ...opacity }
  }
}

/** Whether the colour itself says how opaque it is: only then does it set the opacity of a paint. */
const isTransparent = (color: unknown) =>
  typeof color === 'string' ? colorFrom(color)?.hasAlpha === true : 'a' in Object(color)

function colorOf(value: unknown): F.RGBA {
  if (typeof value !== 'string') {
    if ('space' in Object(value) && Object(value).space !== 'SRGB') {
      throw notSimulated(`a color in the space ${Object(value).space}`)
    }
    const { a = 1, r, g, b } = validated(COLOR, value, 'color')
    return { r, g, b, a }
  }
  const color = colorFrom(value)
  if (!color) throw new FigmaError(`Invalid color: "${value}"`)
  return color.rgba
}

const part = z.number().min(0).max(1)
const COLOR = z.object({ r: part, g: part, b: part, a: part.optional() })

const UTIL_ABSENT = ['normalizeMarkdown'] as const
export type UtilMembers = Holds<Exactly<F.UtilAPI, UtilFace, typeof UTIL_ABSENT>>
