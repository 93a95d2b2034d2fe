import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import * as z from 'zod'
import { notSimulated } from '../errors.ts'
import { validated } from './validated.ts'

/** T:5130–5177. */
export const exportSettings: z.ZodType<F.ExportSettingsImage> = z.strictObject({
  format: z.enum(['PNG', 'JPG']),
  contentsOnly: z.boolean().exactOptional(),
  useAbsoluteBounds: z.boolean().exactOptional(),
  suffix: z.string().exactOptional(),
  constraint: z
    .strictObject({ type: z.enum(['SCALE', 'WIDTH', 'HEIGHT']), value: z.number().positive() })
    .exactOptional(),
  colorProfile: z.enum(['DOCUMENT', 'SRGB', 'DISPLAY_P3_V4']).exactOptional(),
})

/** The settings of one export, with Figma's defaults: PNG at 1×. What cannot be simulated throws by name. */
export function settingsFrom(value: unknown): Required<Omit<F.ExportSettingsImage, 'suffix'>> {
  const { format } = Object(value)
  if (OTHER_FORMATS.includes(format)) throw notSimulated(`an export as ${format}`)
  const settings = value === undefined ? { format: 'PNG' as const } : validated(exportSettings, value, 'settings')
  if (settings.contentsOnly === false) throw notSimulated('an export with contentsOnly: false')
  if (settings.colorProfile === 'DISPLAY_P3_V4') throw notSimulated('an export in DISPLAY_P3_V4')
  return {
    format: settings.format,
    contentsOnly: true,
    useAbsoluteBounds: settings.useAbsoluteBounds ?? false,
    constraint: settings.constraint ?? { type: 'SCALE', value: 1 },
    colorProfile: settings.colorProfile ?? 'DOCUMENT',
  }
}

const OTHER_FORMATS = ['SVG', 'SVG_STRING', 'PDF', 'JSON_REST_V1', 'GIF', 'MP4', 'WEBM']
