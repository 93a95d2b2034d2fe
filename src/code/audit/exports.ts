import type { ExportedRoot } from '../../shared/protocol.ts'

export type ExportedOf = ReturnType<typeof createExports>

/**
 * Tells the largest scale at which a layer is exported, alone or with what it lies in, the page included; `undefined`
 * where nobody exports it. `scalesOn`: those of one layer itself, by its settings if nothing else is said. What layers lie
 * in is asked once for all of them.
 */
export function createExports(scalesOn: (layer: SceneNode | PageNode) => (number | undefined)[] = scalesSetOn) {
  const known = new Map<string, number | undefined>()

  function within(holder: BaseNode | null): number | undefined {
    if (!holder || !('exportSettings' in holder)) return undefined
    const { id } = holder
    if (!known.has(id)) known.set(id, exportedOf(holder))
    return known.get(id)
  }

  function exportedOf(layer: SceneNode | PageNode): number | undefined {
    const scales = [...scalesOn(layer), within(layer.parent)]
    const most = Math.max(...scales.map((scale) => scale ?? 0))
    return most > 0 ? most : undefined
  }
  return exportedOf
}

/** By the ids of the layers, the largest of each. */
export function scalesAmong(exported: readonly ExportedRoot[]): ReadonlyMap<string, number> {
  const scales = new Map<string, number>()
  for (const { id, scale } of exported) scales.set(id, Math.max(scale, scales.get(id) ?? 0))
  return scales
}

const scalesSetOn = (layer: SceneNode | PageNode) => layer.exportSettings.map((settings) => scaleOf(settings, layer))

/**
 * SVG and PDF have no pixels, but a size: that of the layer, in which their images are to be sharp. A width or a height is
 * that of what is drawn of the layer, or of its whole box; a page tells neither.
 */
function scaleOf(settings: ExportSettings, layer: SceneNode | PageNode): number | undefined {
  const constraint = 'constraint' in settings ? settings.constraint : undefined
  if (constraint?.type !== 'WIDTH' && constraint?.type !== 'HEIGHT') return constraint?.value ?? 1
  if (layer.type === 'PAGE') return undefined
  const isWhole = settings.useAbsoluteBounds || !('absoluteRenderBounds' in layer)
  const box = isWhole ? layer.absoluteBoundingBox : layer.absoluteRenderBounds
  const edge = constraint.type === 'WIDTH' ? box?.width : box?.height
  return edge ? constraint.value / edge : undefined
}
