import type { LayerJson } from '../../figma/editor.ts'

/** USD: the sum of every `cost` that the plugin keeps on the layer; undefined where it keeps none. */
export function costIn(data: LayerJson['pluginData']): number | undefined {
  const costs = Object.values(data)
    .flatMap((entries) => Object.values(entries))
    .flatMap(costsInText)
  return costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) : undefined
}

function costsInText(text: string): number[] {
  try {
    return costsIn(JSON.parse(text))
  } catch {
    return []
  }
}

function costsIn(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'cost' && typeof part === 'number' ? [part] : costsIn(part),
  )
}
