import type { ExportChoice, FileFormat, Rule } from './choice.ts'

interface RulePreset {
  /** Its name in the texts. */
  key: PresetKey
  rules: readonly Rule[]
}

export type PresetKey = 'png1' | 'png2' | 'png123' | 'jpg' | 'webp' | 'svg' | 'pdf'

/** A rule of `scale` times the layer; beyond 1× the suffix says so, as Figma's own does. */
export const ruleOf = (format: FileFormat, scale = 1): Rule => ({
  size: { by: 'scale', value: scale },
  format,
  suffix: scale === 1 ? '' : `@${scale}x`,
  quality: QUALITY,
})

const QUALITY = 85

export const PRESETS: readonly RulePreset[] = [
  { key: 'png1', rules: [ruleOf('PNG')] },
  { key: 'png2', rules: [ruleOf('PNG', 2)] },
  { key: 'png123', rules: [ruleOf('PNG'), ruleOf('PNG', 2), ruleOf('PNG', 3)] },
  { key: 'jpg', rules: [ruleOf('JPG', 2)] },
  { key: 'webp', rules: [ruleOf('WEBP'), ruleOf('WEBP', 2)] },
  { key: 'svg', rules: [ruleOf('SVG')] },
  { key: 'pdf', rules: [ruleOf('PDF')] },
]

export const DEFAULT_TEMPLATE = '{layer}{suffix}'

/** What a designer finds who never chose: what Figma's own export box begins with. */
export const DEFAULT_CHOICE: ExportChoice = {
  from: 'rules',
  rules: [ruleOf('PNG')],
  template: DEFAULT_TEMPLATE,
  caseStyle: 'as-is',
  ground: '#ffffff',
  pictures: 'shown',
  upscale: 'no',
}
