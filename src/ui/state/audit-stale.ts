import type { Audit, LayerRow, Use } from '../../shared/protocol.ts'

/** The layers of an audit as they were then, by their ids. */
export type AuditedLayers = ReadonlyMap<string, { use: Use; hashes: ReadonlySet<string> }>

export function layersIn({ bitmaps }: Audit): AuditedLayers {
  const layers = new Map<string, { use: Use; hashes: Set<string> }>()
  for (const { hash, uses } of bitmaps) {
    for (const use of uses) {
      const layer = layers.get(use.id) ?? { use, hashes: new Set() }
      layers.set(use.id, layer)
      layer.hashes.add(hash)
    }
  }
  return layers
}

/**
 * Whether a layer is seen to show another image now, or to have another size. Of those that were not found, nothing is known;
 * `isOwn`: what the image of the list was made.
 */
export function hasChanged(
  layers: AuditedLayers,
  rows: readonly LayerRow[],
  isOwn: (layer: string, hash: string) => boolean,
): boolean {
  return rows.some(({ id, source, at }) => {
    const before = layers.get(id)
    if (!before || source.kind !== 'image') return false
    return isResized(before.use.at, at) || !(before.hashes.has(source.hash) || isOwn(id, source.hash))
  })
}

const isResized = (one: LayerRow['at'], other: LayerRow['at']) =>
  Math.abs(one.width - other.width) > SAME || Math.abs(one.height - other.height) > SAME

/** px: Figma rounds boxes in its own way. */
const SAME = 0.5
