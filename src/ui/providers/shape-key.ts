import type { EditRequest } from './provider.ts'

/**
 * Two requests with the same key cost the same, so a price is asked once for each. Words, seed and pixels do not price
 * an edit, nor does the file format, which the gateway converts for nothing.
 */
export function shapeKeyOf({ model, pictures, n, size, aspectRatio, resolution, options }: EditRequest): string {
  const shape = typeof size === 'object' ? [size.width, size.height] : (size ?? [aspectRatio, resolution])
  const { turbo, weights, quality, inputFidelity, extra = {} } = options
  const fields = Object.entries(extra).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([
    model,
    pictures.length,
    n,
    shape,
    turbo ?? null,
    weights ?? null,
    quality ?? null,
    inputFidelity ?? null,
    fields,
  ])
}
