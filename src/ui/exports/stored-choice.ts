import * as z from 'zod/mini'
import { orElse } from '../or-else.ts'
import type { CaseStyle, ExportChoice, FileFormat, FileSize } from './choice.ts'
import { fileSizeText, parseFileSize } from './file-size.ts'
import { DEFAULT_CHOICE, ruleOf } from './presets.ts'

/** The choice as it was stored; what of it is broken or new is as for a new designer. */
export const choiceOf = ({ rules, ground, ...choice }: ExportChoice): ExportChoice => ({
  ...choice,
  rules: rules.map(({ size, quality, ...rule }) => ({
    ...rule,
    size: parseFileSize(fileSizeText(size)) ?? DEFAULT_RULE.size,
    quality: qualityOf(quality),
  })),
  ground: groundOf(ground) ?? DEFAULT_CHOICE.ground,
})

/** 1–100 */
export const qualityOf = (quality: number) =>
  Number.isNaN(quality) ? DEFAULT_RULE.quality : Math.min(100, Math.max(1, Math.round(quality)))

/** As `#rrggbb`; undefined where it is no colour. */
export function groundOf(text: string): string | undefined {
  const [, digits] = /^\s*#?([0-9a-f]{6})\s*$/i.exec(text) ?? []
  return digits && `#${digits.toLowerCase()}`
}

const DEFAULT_RULE = ruleOf('PNG')

export const FORMATS: readonly FileFormat[] = ['PNG', 'JPG', 'WEBP', 'SVG', 'PDF']
export const CASE_STYLES: readonly CaseStyle[] = ['as-is', 'lower', 'kebab', 'snake', 'camel', 'pascal']
const SIZES: readonly FileSize['by'][] = ['scale', 'width', 'height']

const { template, caseStyle, ground, pictures, upscale } = DEFAULT_CHOICE

export const StoredChoice = z.object({
  from: orElse(z.literal(['layers', 'rules']), DEFAULT_CHOICE.from),
  rules: orElse(
    z.array(
      z.object({
        size: orElse(z.object({ by: z.literal(SIZES), value: z.number() }), DEFAULT_RULE.size),
        format: orElse(z.literal(FORMATS), DEFAULT_RULE.format),
        suffix: orElse(z.string(), DEFAULT_RULE.suffix),
        quality: orElse(z.number(), DEFAULT_RULE.quality),
      }),
    ),
    [...DEFAULT_CHOICE.rules],
  ),
  template: orElse(z.string(), template),
  caseStyle: orElse(z.literal(CASE_STYLES), caseStyle),
  ground: orElse(z.string(), ground),
  pictures: orElse(z.literal(['shown', 'all']), pictures),
  upscale: orElse(z.literal(['no', 'file', 'export']), upscale),
})
