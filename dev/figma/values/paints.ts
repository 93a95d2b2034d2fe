import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { FigmaError, notSimulated } from '../errors.ts'
import { MIXED } from '../sandbox/remote.ts'
import { type Media, type PaintInput, paint } from './paint-schemas.ts'
import { validated } from './validated.ts'

/** What paints may point at. */
export interface PaintSources {
  hasImage(hash: string): boolean
  /** Nothing simulated makes a video or a shader: those that the document has may be written back. */
  hasVideo(hash: string): boolean
  hasShader(id: string): boolean
  /** The layer that a pattern repeats. */
  hasLayer(id: string): boolean
  /** Whether patterns are taken at all: the setters refuse them (T:8720, T:8801). */
  takesPatterns: boolean
}

/**
 * Paints as Figma stores and returns them, checked against its typings (T:4680–4941). Every field that a paint can have
 * comes back, also those that its scale mode ignores (field reports of what `fills` reads as). Given back unchanged they
 * are taken; anything else in a field that the scale mode ignores is refused, which is stricter than Figma.
 */
export function paintsFrom(value: unknown, property: string, sources: PaintSources): F.Paint[] {
  if (value === MIXED) throw new FigmaError(`Property "${property}" failed validation: Expected array, received symbol`)
  const paints = validated(z.array(paint), value, property)
  paints.forEach((item, index) => {
    const wrong = wrongWith(item, sources)
    if (wrong) throw new FigmaError(`Property "${property}" failed validation: ${wrong} at [${index}]`)
    if (item.type === 'PATTERN' && !sources.takesPatterns) throw new FigmaError(patternText(property))
  })
  return paints.map(completed)
}

function wrongWith(item: PaintInput, sources: PaintSources): string | undefined {
  if (item.type === 'SHADER' && !sources.hasShader(item.id)) throw notSimulated('a shader that is not imported')
  if (item.type === 'PATTERN' && !sources.hasLayer(item.sourceNodeId)) return 'sourceNodeId names no node'
  if (item.type === 'VIDEO') {
    const isKnown = item.videoHash === null || sources.hasVideo(item.videoHash)
    return misuseOf(item, item.videoTransform, 'videoTransform') ?? (isKnown ? undefined : NO_VIDEO)
  }
  if (item.type !== 'IMAGE') return undefined
  const isKnown = item.imageHash === null || sources.hasImage(item.imageHash)
  return misuseOf(item, item.imageTransform, 'imageTransform') ?? (isKnown ? undefined : NO_IMAGE)
}

/** T:4822–4836: the transform is for CROP, `scalingFactor` for TILE, `rotation` for all but CROP. */
function misuseOf({ scaleMode, scalingFactor, rotation }: Media, transform: F.Transform | undefined, name: string) {
  if (scaleMode !== 'CROP' && transform && !isIdentity(transform)) return `${name} with ${scaleMode}`
  if (scaleMode !== 'TILE' && scalingFactor !== undefined && scalingFactor !== UNSCALED) {
    return `scalingFactor with ${scaleMode}`
  }
  return scaleMode === 'CROP' && rotation ? 'rotation with CROP' : undefined
}

function completed(item: PaintInput): F.Paint {
  const { type, visible = true, opacity = 1, blendMode = 'NORMAL' } = item
  const common = { type, visible, opacity, blendMode }
  if (item.type === 'IMAGE') {
    const { scaleMode, imageHash, imageTransform = IDENTITY } = item
    return { ...common, scaleMode, imageTransform, ...mediaOf(item), imageHash } as F.ImagePaint
  }
  if (item.type === 'VIDEO') {
    const { scaleMode, videoHash, videoTransform = IDENTITY } = item
    return { ...common, scaleMode, videoTransform, ...mediaOf(item), videoHash } as F.VideoPaint
  }
  // Always in this order: equal paints are equal text.
  return { ...common, ...item, ...common } as F.Paint
}

const mediaOf = ({ scalingFactor = UNSCALED, rotation = 0, filters }: Media) => ({
  scalingFactor,
  rotation: ((rotation % 360) + 360) % 360,
  filters: { ...NO_FILTERS, ...filters },
})

const isIdentity = (value: F.Transform) => JSON.stringify(value) === JSON.stringify(IDENTITY)

const NO_IMAGE = 'imageHash names no image of this file'
const NO_VIDEO = 'videoHash names no video of this file'
/** developers.figma.com, adding pattern fills and strokes: an error; its words are ours. */
const patternText = (property: string) =>
  `Pattern paints cannot be set on "${property}" directly. Use ${property === 'strokes' ? 'setStrokesAsync' : 'setFillsAsync'} instead`
const IDENTITY: F.Transform = [
  [1, 0, 0],
  [0, 1, 0],
]
/** What `scalingFactor` reads as where it means nothing. */
const UNSCALED = 0.5
const NO_FILTERS = { exposure: 0, contrast: 0, saturation: 0, temperature: 0, tint: 0, highlights: 0, shadows: 0 }
