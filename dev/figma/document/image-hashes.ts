import type { LayerRecord } from './layer-record.ts'

/** The images that one layer's own paints name, of fills, strokes and letters. */
export function hashesOf({
  fills = [],
  strokes = [],
  text,
}: Partial<Pick<LayerRecord, 'fills' | 'strokes' | 'text'>>): string[] {
  const paints = [...fills, ...strokes, ...(text?.runs.flatMap((run) => run.fills ?? []) ?? [])]
  return paints.flatMap((paint) => (paint.type === 'IMAGE' && paint.imageHash ? [paint.imageHash] : []))
}
