/**
 * Tells the largest scale at which a layer is set to be exported, alone or with what it lies in, the page included;
 * `undefined` where nobody exports it. What layers lie in is asked once for all of them.
 */
export function createExports() {
  const known = new Map<string, number | undefined>()

  function within(holder: BaseNode | null): number | undefined {
    if (!holder || !('exportSettings' in holder)) return undefined
    const { id } = holder
    if (!known.has(id)) known.set(id, exportedOf(holder))
    return known.get(id)
  }

  function exportedOf(layer: SceneNode | PageNode): number | undefined {
    const scales = [...layer.exportSettings.map((settings) => scaleOf(settings, layer)), within(layer.parent)]
    const most = Math.max(...scales.map((scale) => scale ?? 0))
    return most > 0 ? most : undefined
  }
  return exportedOf
}

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
