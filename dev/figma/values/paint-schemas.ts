import * as z from 'zod'
import { innerBlendMode, rgba, signedUnit, transform, unit, vector } from './basics.ts'
import { boundTo } from './variables.ts'

const common = { visible: z.boolean().optional(), opacity: unit.optional(), blendMode: innerBlendMode.optional() }
const boundVariables = boundTo('color')
const color = z.strictObject({ r: unit, g: unit, b: unit })

const solid = z.strictObject({ type: z.literal('SOLID'), ...common, color, boundVariables })

const gradient = z.strictObject({
  type: z.enum(['GRADIENT_LINEAR', 'GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND']),
  ...common,
  gradientStops: z
    .array(z.strictObject({ color: rgba, position: unit, boundVariables }))
    .min(2, 'A gradient needs two stops'),
  gradientTransform: transform,
})

const filters = z.strictObject({
  exposure: signedUnit.optional(),
  contrast: signedUnit.optional(),
  saturation: signedUnit.optional(),
  temperature: signedUnit.optional(),
  tint: signedUnit.optional(),
  highlights: signedUnit.optional(),
  shadows: signedUnit.optional(),
})

const media = {
  ...common,
  scaleMode: z.enum(['FILL', 'FIT', 'CROP', 'TILE']),
  scalingFactor: z.number().positive().optional(),
  rotation: z.number().multipleOf(90, 'Rotation must be a multiple of 90').optional(),
  filters: filters.optional(),
}

const image = z.strictObject({
  type: z.literal('IMAGE'),
  ...media,
  imageTransform: transform.optional(),
  imageHash: z.string().nullable(),
})

const video = z.strictObject({
  type: z.literal('VIDEO'),
  ...media,
  videoTransform: transform.optional(),
  videoHash: z.string().nullable(),
})

const pattern = z.strictObject({
  type: z.literal('PATTERN'),
  ...common,
  sourceNodeId: z.string(),
  tileType: z.enum(['RECTANGULAR', 'HORIZONTAL_HEXAGONAL', 'VERTICAL_HEXAGONAL']),
  scalingFactor: z.number().positive(),
  spacing: vector,
  horizontalAlignment: z.enum(['START', 'CENTER', 'END']),
})

/** T:4908. What a shader's properties may be, only its author knows. */
const shader = z.strictObject({
  type: z.literal('SHADER'),
  ...common,
  id: z.string(),
  properties: z.record(z.string(), z.unknown()).optional(),
  propertyMetadata: z.record(z.string(), z.unknown()).optional(),
})

/** One paint, as a plugin may give it. Figma's own words and list of types (a field report of `set_fills`). */
export const paint = z.discriminatedUnion('type', [solid, gradient, image, video, pattern, shader], {
  error:
    "Invalid discriminator value. Expected 'SOLID' | 'SHADER' | 'GRADIENT_LINEAR' | 'GRADIENT_RADIAL' | 'GRADIENT_ANGULAR' | 'GRADIENT_DIAMOND' | 'IMAGE' | 'VIDEO'",
})

export type PaintInput = z.infer<typeof paint>
/** What image and video paints have in common. */
export type Media = Pick<z.infer<typeof image>, 'scaleMode' | 'scalingFactor' | 'rotation' | 'filters'>
