import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { notSimulated } from '../errors.ts'
import { validated } from './validated.ts'

const common = {
  contentsOnly: z.boolean().exactOptional(),
  useAbsoluteBounds: z.boolean().exactOptional(),
  suffix: z.string().exactOptional(),
  colorProfile: z.enum(['DOCUMENT', 'SRGB', 'DISPLAY_P3_V4']).exactOptional(),
}

const image = z.strictObject({
  format: z.enum(['PNG', 'JPG']),
  ...common,
  constraint: z
    .strictObject({ type: z.enum(['SCALE', 'WIDTH', 'HEIGHT']), value: z.number().positive() })
    .exactOptional(),
})

const svg = {
  ...common,
  svgOutlineText: z.boolean().exactOptional(),
  svgIdAttribute: z.boolean().exactOptional(),
  svgSimplifyStroke: z.boolean().exactOptional(),
}

const stored = [
  image,
  z.strictObject({ format: z.literal('SVG'), ...svg }),
  z.strictObject({ format: z.literal('PDF'), ...common }),
] as const

/** What a layer may keep as `exportSettings` (T:5130–5218, T:5379). */
export const exportSettings: z.ZodType<F.ExportSettings> = z.discriminatedUnion('format', [...stored])

const asked = z.discriminatedUnion('format', [...stored, z.strictObject({ format: z.literal('SVG_STRING'), ...svg })])

export interface Settings {
  format: 'PNG' | 'JPG' | 'SVG' | 'SVG_STRING' | 'PDF'
  contentsOnly: boolean
  useAbsoluteBounds: boolean
  constraint: F.ExportSettingsConstraints
  colorProfile: 'DOCUMENT' | 'SRGB' | 'DISPLAY_P3_V4'
}

/** The settings of one export, with Figma's defaults: PNG at 1×. What cannot be simulated throws by name. */
export function settingsFrom(value: unknown): Settings {
  const { format } = Object(value)
  if (OTHER_FORMATS.includes(format)) throw notSimulated(`an export as ${format}`)
  const settings = value === undefined ? { format: 'PNG' as const } : validated(asked, value, 'settings')
  const { contentsOnly = true, useAbsoluteBounds = false, colorProfile = 'DOCUMENT' } = settings
  const constraint = 'constraint' in settings ? settings.constraint : undefined
  return {
    format: settings.format,
    contentsOnly,
    useAbsoluteBounds,
    colorProfile,
    constraint: constraint ?? ACTUAL_SIZE,
  }
}

const ACTUAL_SIZE = { type: 'SCALE', value: 1 } as const
const OTHER_FORMATS = ['JSON_REST_V1', 'GIF', 'MP4', 'WEBM']
