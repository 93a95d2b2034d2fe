import type { Paint } from '@figma/plugin-typings/plugin-api-standalone'
import type { SceneLayer } from '../scene.ts'

/** Whether a paint shows anything. Videos and shaders do in Figma, so they count, though nothing here draws them. */
export function isShown(paint: Paint): boolean {
  if (paint.visible === false || paint.opacity === 0) return false
  if (paint.type === 'IMAGE') return paint.imageHash !== null
  return paint.type !== 'VIDEO' || paint.videoHash !== null
}

/** All fills of a text: the layer's own and those of runs. */
export const letterFills = ({ fills, text }: SceneLayer): readonly Paint[] => [
  ...fills,
  ...(text?.runs.flatMap((run) => run.fills ?? []) ?? []),
]

export const hasLetters = ({ text }: SceneLayer) => /\S/.test(text?.characters ?? '')

/** Lowest first. T:7694: a frame of auto layout may put its first child on top. */
export const inDrawOrder = ({ children, autoLayout }: SceneLayer): readonly SceneLayer[] =>
  autoLayout?.itemReverseZIndex ? children.toReversed() : children

/** The children that are drawn as layers of their own: a boolean operation draws what it makes of them. */
export function drawnChildren(layer: SceneLayer): readonly SceneLayer[] {
  return layer.type === 'BOOLEAN_OPERATION' || layer.sectionContentsHidden ? [] : inDrawOrder(layer)
}
