import type { Audit, AuditedBitmap, Use } from '../../../src/shared/protocol.ts'

/** A layer that shows a bitmap at its own size, if nothing else is said. */
export const useOn = (name: string, part: Partial<Use> = {}): Use => ({
  id: `id of ${name}`,
  name,
  at: { page: 'page', x: 0, y: 0, width: 400, height: 300 },
  notes: [],
  density: 1,
  mode: 'FILL',
  ...part,
})

/** A bitmap that one layer of its name shows: another name is another one. */
export const bitmapOf = (name: string, part: Partial<AuditedBitmap> = {}): AuditedBitmap => ({
  hash: `hash of ${name}`,
  width: 1200,
  height: 800,
  uses: [useOn(name)],
  ...part,
})

/** A bitmap of which so many px lie on one px of the canvas. */
export const denseBitmap = (name: string, density: number, part: Partial<AuditedBitmap> = {}) =>
  bitmapOf(name, { uses: [useOn(name, { density })], ...part })

export const auditOf = (bitmaps: AuditedBitmap[], part: Partial<Audit> = {}): Audit => ({
  bitmaps,
  layers: 10,
  strokes: 0,
  texts: 0,
  hidden: 0,
  lost: 0,
  ...part,
})
