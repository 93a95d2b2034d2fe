import type { OutlineLayer } from '../figma/editor.ts'

/** One line of the layer list. */
export interface LayerLine {
  layer: OutlineLayer
  /** 1 for top-level layers, as `aria-level` counts. */
  level: number
  position: number
  siblings: number
  /** Undefined where nothing lies in the layer. */
  expanded: boolean | undefined
  hidden: boolean
}

/** The lines from top to bottom: the topmost layer first, as Figma lists them; nothing below a folded layer. */
export function linesOf(
  layers: readonly OutlineLayer[],
  folded: ReadonlySet<string>,
  level = 1,
  hidden = false,
): LayerLine[] {
  return layers.toReversed().flatMap((layer, index) => {
    const line: LayerLine = {
      layer,
      level,
      position: index + 1,
      siblings: layers.length,
      expanded: layer.children.length > 0 ? !folded.has(layer.id) : undefined,
      hidden: hidden || !layer.visible,
    }
    return [line, ...(line.expanded ? linesOf(layer.children, folded, level + 1, line.hidden) : [])]
  })
}

/** The selection after a click on a layer: that layer alone, or added to and taken from what is selected. */
export function selectionAfter(selected: ReadonlySet<string>, id: string | undefined, adds: boolean): string[] {
  if (!id) return adds ? [...selected] : []
  if (!adds) return [id]
  return selected.has(id) ? [...selected].filter((other) => other !== id) : [...selected, id]
}
