import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError, notSimulated } from '../errors.ts'
import { innerBlendMode, rgba, unit, vector } from './basics.ts'
import { validated } from './validated.ts'
import { boundTo } from './variables.ts'

/** Effects as Figma stores and returns them (T:4354–4640). What the painter cannot show, it refuses by name. */
export function effectsFrom(value: unknown, property: string): F.Effect[] {
  assertNoShader(value)
  return validated(z.array(effect), value, property).map(completed) as F.Effect[]
}

/** Older plugins leave the kind of a blur out, and Figma takes that (believed). */
const completed = (item: z.infer<typeof effect>) =>
  'blurType' in item || !isBlur(item) ? item : { ...item, blurType: 'NORMAL' }

const isBlur = ({ type }: { type: string }) => type === 'LAYER_BLUR' || type === 'BACKGROUND_BLUR'

/**
 * T:4372: only boxes and ellipses have a spread. That others are refused is believed; the editor hides the field for
 * them.
 */
export function assertSpread(effects: readonly F.Effect[], property: string, takesSpread: boolean): void {
  if (takesSpread) return
  const at = effects.findIndex((item) => 'spread' in item && item.spread !== 0)
  if (at >= 0) {
    throw new FigmaError(`Property "${property}" failed validation: spread on this kind of node at [${at}].spread`)
  }
}

function assertNoShader(value: unknown): void {
  if (!Array.isArray(value)) return
  if (value.some((item) => Object(item).type === 'SHADER')) throw notSimulated('an effect of type SHADER')
}

const radius = z.number().min(0)
const none = z.strictObject({}).default({})

const shadow = {
  color: rgba,
  offset: vector,
  radius,
  spread: z.number().default(0),
  visible: z.boolean(),
  blendMode: innerBlendMode,
  boundVariables: boundTo('color', 'radius', 'spread', 'offsetX', 'offsetY'),
}

const blur = {
  type: z.enum(['LAYER_BLUR', 'BACKGROUND_BLUR']),
  radius,
  visible: z.boolean(),
  boundVariables: boundTo('radius'),
}
const evenBlur = z.strictObject({ ...blur, blurType: z.literal('NORMAL').optional() })
const progressiveBlur = z.strictObject({
  ...blur,
  blurType: z.literal('PROGRESSIVE'),
  startRadius: radius,
  startOffset: vector,
  endOffset: vector,
})

/** T:4528: the vector's x is the size. */
const grain = { noiseSize: z.number().min(0), noiseSizeVector: vector.exactOptional(), boundVariables: none }
const isOneGrain = ({ noiseSize, noiseSizeVector }: { noiseSize: number; noiseSizeVector?: F.Vector }) =>
  noiseSizeVector === undefined || noiseSizeVector.x === noiseSize
const ONE_GRAIN = { error: 'noiseSizeVector.x must equal noiseSize' }

const noise = {
  type: z.literal('NOISE'),
  color: rgba,
  visible: z.boolean(),
  blendMode: innerBlendMode,
  density: unit,
  ...grain,
}
const texture = z.strictObject({
  type: z.literal('TEXTURE'),
  visible: z.boolean(),
  radius,
  clipToShape: z.boolean(),
  ...grain,
})
const glass = z.strictObject({
  type: z.literal('GLASS'),
  visible: z.boolean(),
  lightIntensity: unit,
  lightAngle: z.number(),
  refraction: unit,
  depth: z.number().min(1),
  dispersion: unit,
  radius,
  boundVariables: none,
})

const effect = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('DROP_SHADOW'), ...shadow, showShadowBehindNode: z.boolean().default(false) }),
    z.strictObject({ type: z.literal('INNER_SHADOW'), ...shadow }),
    z.discriminatedUnion('blurType', [evenBlur, progressiveBlur]),
    z.discriminatedUnion('noiseType', [
      z.strictObject({ ...noise, noiseType: z.literal('MONOTONE') }).refine(isOneGrain, ONE_GRAIN),
      z.strictObject({ ...noise, noiseType: z.literal('DUOTONE'), secondaryColor: rgba }).refine(isOneGrain, ONE_GRAIN),
      z.strictObject({ ...noise, noiseType: z.literal('MULTITONE'), opacity: unit }).refine(isOneGrain, ONE_GRAIN),
    ]),
    texture.refine(isOneGrain, ONE_GRAIN),
    glass,
  ],
  {
    error:
      "Invalid discriminator value. Expected 'DROP_SHADOW' | 'INNER_SHADOW' | 'LAYER_BLUR' | 'BACKGROUND_BLUR' | 'NOISE' | 'TEXTURE' | 'GLASS' | 'SHADER'",
  },
)
