import type { ExportedFile, ExportLayer, Exports } from '../../../src/shared/protocol.ts'
import type { ExportChoice } from '../../../src/ui/exports/choice.ts'
import { DEFAULT_CHOICE } from '../../../src/ui/exports/presets.ts'

/** A layer that can be exported: another name is another one. */
export const exportLayer = (name: string, part: Partial<ExportLayer> = {}): ExportLayer => ({
  id: `id of ${name}`,
  name,
  drawn: { width: 400, height: 300 },
  box: { width: 400, height: 300 },
  own: [],
  results: [],
  original: false,
  ...part,
})

export const exportsOf = (...layers: (ExportLayer | string)[]): Exports => ({
  file: 'Shop',
  page: 'Home',
  layers: layers.map((layer) => (typeof layer === 'string' ? exportLayer(layer) : layer)),
})

/** A file of so many layers, the first one `Layer 1`. */
export const manyExports = (count: number) =>
  exportsOf(...Array.from({ length: count }, (_, index) => `Layer ${index + 1}`))

export const choiceWith = (part: Partial<ExportChoice> = {}): ExportChoice => ({ ...DEFAULT_CHOICE, ...part })

export const drawnFile = (text: string, part: Partial<ExportedFile> = {}): ExportedFile => ({
  bytes: new TextEncoder().encode(text),
  type: 'image/png',
  size: { width: 400, height: 300 },
  ...part,
})
