import { isVisible } from './paint-key.ts'

/** Whether the layer's edited look goes on a rectangle inside it: a frame with children moves and exports as one. */
export const goesInside = (layer: SceneNode): layer is FrameNode => layer.type === 'FRAME' && layer.children.length > 0

/** Whether nothing of the layer, once it is rendered into a picture, would apply to that picture a second time. */
export function isPlain(layer: SceneNode): boolean {
  const strokes = 'strokes' in layer && layer.strokes.some(isVisible)
  const effects = 'effects' in layer && layer.effects.some(({ visible }) => visible)
  const mask = 'isMask' in layer && layer.isMask
  return !(strokes || effects || mask || isSeeThrough(layer))
}

/** Whether what lies below the layer shows through all of it. */
export function isSeeThrough(layer: SceneNode): boolean {
  const faded = 'opacity' in layer && layer.opacity < 1
  const blended = 'blendMode' in layer && layer.blendMode !== 'PASS_THROUGH' && layer.blendMode !== 'NORMAL'
  return faded || blended
}
