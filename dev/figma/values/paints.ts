import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError, notSimulated } from '../errors.ts'
import { MIXED } from '../sandbox/remote.ts'
import { blendMode, signedUnit, transform, unit } from './basics.ts'
import { validated } from './validated.ts'

/**
 * Paints as Figma stores and returns them, checked against its typings (T:4680–4941). Every field that a paint can have
 * comes back, also those that its scale mode ignores (field reports of what `fills` reads as). Given back unchanged they
 * are taken; anything else in a field that the scale mode ignores is refused, which is stricter than Figma.
 */
export function paintsFrom(value: unknown, property: string, hasImage: (hash: string) => boolean): F.Paint[] {
  if (value === MIXED) throw new FigmaError(`Property "${property}" failed validation: Expected array, received symbol`)
  assertSimulated(value)
  const paints = validated(z.array(paint), value, property)
  paints.forEach((item, index) => {
    if (item.type !== 'IMAGE') return
    const wrong = misuseOf(item) ?? (item.imageHash !== null && !hasImage(item.imageHash) ? NO_IMAGE : undefined)
    if (wrong) throw new FigmaError(`Property "${property}" failed validation: ${wrong} at [${index}]`)
  })
  return paints.map(completed)
}

function assertSimulated(value: unknown): void {
  if (!Array.isArray(value)) return
  const other = value.find((item) => OTHER_TYPES.includes(Object(item).type))
  if (other) throw notSimulated(`a paint of type ${other.type}`)
}

/** T:4822–4836: `imageTransform` is for CROP, `scalingFactor` for TILE, `rotation` for all but CROP. */
function misuseOf({ scaleMode, imageTransform, scalingFactor, rotation }: z.infer<typeof image>): string | undefined {
  if (scaleMode !== 'CROP' && imageTransform && !isIdentity(imageTransform)) return `imageTransform with ${scaleMode}`
  if (scaleMode !== 'TILE' && scalingFactor !== undefined && scalingFactor !== UNSCALED) {
    return `scalingFactor with ${scaleMode}`
  }
  return scaleMode === 'CROP' && rotation ? 'rotation with CROP' : undefined
}

function completed(item: z.infer<typeof paint>): F.Paint {
  const { type, visible = true, opacity = 1, blendMode = 'NORMAL' } = item
  const common = { visible, opacity, blendMode }
  if (item.type === 'SOLID') return { type: 'SOLID', ...common, color: item.color, boundVariables: {} }
  if (item.type === 'GRADIENT_LINEAR') {
    const gradientStops = item.gradientStops.map((stop) => ({ ...stop, boundVariables: {} }))
    return { type: 'GRADIENT_LINEAR', ...common, gradientStops, gradientTransform: item.gradientTransform }
  }
  const { scaleMode, imageHash, imageTransform = IDENTITY, scalingFactor = UNSCALED, rotation = 0, filters } = item
  return {
    type,
    ...common,
    scaleMode,
    imageTransform,
    scalingFactor,
    rotation: ((rotation % 360) + 360) % 360,
    filters: { ...NO_FILTERS, ...filters },
    imageHash,
  } as F.ImagePaint
}

const isIdentity = (value: F.Transform) => JSON.stringify(value) === JSON.stringify(IDENTITY)

const common = { visible: z.boolean().optional(), opacity: unit.optional(), blendMode: blendMode.optional() }
// No variables are simulated, so none can be bound.
const boundVariables = z.strictObject({}).optional()
const color = z.strictObject({ r: unit, g: unit, b: unit })

const solid = z.strictObject({ type: z.literal('SOLID'), ...common, color, boundVariables })

const gradient = z.strictObject({
  type: z.literal('GRADIENT_LINEAR'),
  ...common,
  gradientStops: z
    .array(z.strictObject({ color: color.extend({ a: unit }), position: unit, boundVariables }))
    .min(2, 'A gradient needs two stops'),
  gradientTransform: transform,
})

const image = z.strictObject({
  type: z.literal('IMAGE'),
  ...common,
  scaleMode: z.enum(['FILL', 'FIT', 'CROP', 'TILE']),
  imageTransform: transform.optional(),
  scalingFactor: z.number().positive().optional(),
  rotation: z.number().multipleOf(90, 'Rotation must be a multiple of 90').optional(),
  filters: z
    .strictObject({
      exposure: signedUnit.optional(),
      contrast: signedUnit.optional(),
      saturation: signedUnit.optional(),
      temperature: signedUnit.optional(),
      tint: signedUnit.optional(),
      highlights: signedUnit.optional(),
      shadows: signedUnit.optional(),
    })
    .optional(),
  imageHash: z.string().nullable(),
})

// Figma's own words and list of types (a field report of `set_fills`).
const paint = z.discriminatedUnion('type', [solid, gradient, image], {
  error:
    "Invalid discriminator value. Expected 'SOLID' | 'SHADER' | 'GRADIENT_LINEAR' | 'GRADIENT_RADIAL' | 'GRADIENT_ANGULAR' | 'GRADIENT_DIAMOND' | 'IMAGE' | 'VIDEO'",
})

const OTHER_TYPES = ['GRADIENT_RADIAL', 'GRADIENT_ANGULAR', 'GRADIENT_DIAMOND', 'VIDEO', 'PATTERN', 'SHADER']
const NO_IMAGE = 'imageHash names no image of this file'
const IDENTITY: F.Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
/** What `scalingFactor` reads as where it means nothing. */
const UNSCALED = 0.5
const NO_FILTERS = { exposure: 0, contrast: 0, saturation: 0, temperature: 0, tint: 0, highlights: 0, shadows: 0 }
