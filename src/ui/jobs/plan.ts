import { AppError } from '../../shared/errors.ts'
import type { Size } from '../../shared/picture.ts'
import type { LayerRow, Source } from '../../shared/protocol.ts'
import { FIGMA_LIMIT, nearestShape, withinLimit } from '../image/fit.ts'
import type { Can, EditOptions } from '../providers/provider.ts'

/** One request to a provider for one picture, and where its result goes. */
export interface Job {
  row: LayerRow & { source: Source }
  prompt: string
  model: string
  seed: number | undefined
  /** px, as asked for; `auto` leaves it to the model. */
  size: Size | 'auto'
  /** px, the exact shape of the picture that is sent. */
  shape: Size
  options: EditOptions
}

export interface Plan {
  rows: readonly (LayerRow & { source: Source })[]
  prompt: string
  model: string
  count: number
  /** The designer's; without it each job gets one from `drawSeed`. */
  seed: number | undefined
  size: string
  options: EditOptions
  can: Can
  drawSeed: () => number
}

/** The jobs of a run: every row, `count` times, each with a seed of its own. */
export function plan({ rows, count, seed, can, drawSeed, ...wanted }: Plan): Job[] {
  return rows.flatMap((row) =>
    Array.from({ length: count }, (_, index) => ({
      row,
      prompt: wanted.prompt,
      model: wanted.model,
      options: wanted.options,
      seed: can.seed ? (seed === undefined ? drawSeed() : (seed + index) % (LARGEST_SEED + 1)) : undefined,
      ...sizeFor(row, wanted.size, can),
    })),
  )
}

/** What the model takes of what is set: the rest was set for another model, or is hidden by another choice. */
export function optionsFor(can: Can, options: EditOptions): EditOptions {
  const format = can.outputFormats.find((format) => format === options.outputFormat)
  return {
    turbo: can.turbo ? options.turbo : undefined,
    disableSafetyChecker: can.safetyChecker ? options.disableSafetyChecker : undefined,
    outputFormat: format,
    outputCompression: format !== undefined && format !== 'png' ? options.outputCompression : undefined,
    weights: can.weights ? options.weights : undefined,
    extra: can.extra ? options.extra : undefined,
  }
}

/** The size to ask for, and the shape to pad the picture to. */
export function sizeFor(row: Size, wanted: string, can: Can): { size: Size | 'auto'; shape: Size } {
  if (wanted === 'auto' || can.sizes.length === 0) return { size: 'auto', shape: ownShape(row) }
  const named = can.sizes.find(({ width, height }) => `${width}x${height}` === wanted)
  const shape = named ?? nearestShape(row, can.sizes)
  return { size: shape, shape }
}

/** The scale at which a render of the layer gives the model as many pixels as it can use. */
export function exportScale(row: Size, shape: Size): number {
  const scale = Math.min(shape.width / row.width, shape.height / row.height)
  return Math.min(scale, FIGMA_LIMIT / Math.max(row.width, row.height))
}

/** The picture's own shape at the pixels that models of this kind work on. */
function ownShape({ width, height }: Size): Size {
  const scale = Math.sqrt(USUAL_PIXELS / (width * height))
  return withinLimit({ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) })
}

/** `name=value` lines as fields. Throws `settings` for a line that is not one. */
export function parseExtra(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^\s*([\w[\].-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? []
      if (!name || value === undefined)
        throw new AppError('settings', `“${line.trim()}” is not of the form name=value.`)
      return [name, value]
    }),
  )
}

/** px²; p-image-edit answers with about 1 MP. */
const USUAL_PIXELS = 1_048_576
/** Providers keep a seed in 31 bits. */
export const LARGEST_SEED = 2 ** 31 - 1
