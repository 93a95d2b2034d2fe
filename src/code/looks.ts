import { readablePaints } from './layers.ts'
import { isVisible } from './paint-key.ts'

/**
 * Whether the layer's edited look goes on a rectangle inside it: of a frame that holds others, which then moves,
 * prototypes and exports with it; of a component that its own stack cannot stand for, since its instances follow only
 * what is inside; of a group that would fade or blend what lies above it another time.
 */
export function goesInside(layer: SceneNode): layer is FrameNode | ComponentNode | GroupNode {
  if (layer.type === 'GROUP') return isSeeThrough(layer)
  if (layer.type === 'FRAME') return layer.children.length > 0
  return layer.type === 'COMPONENT' && (layer.children.length > 0 || !isPlain(layer))
}

/** Whether a FILL in the layer's own stack, in the shape of the layer, can stand for how it looks. */
export const takesItsLook = (layer: SceneNode): boolean => isPlain(layer) && isFilledShape(layer)

/** Whether nothing of the layer, once it is rendered into a picture, would apply to that picture a second time. */
function isPlain(layer: SceneNode): boolean {
  const strokes = 'strokes' in layer && layer.strokes.some(isVisible)
  const mask = 'isMask' in layer && layer.isMask
  return !(strokes || hasEffects(layer) || mask || isSeeThrough(layer))
}

/** Whether the layer fades, blends or blurs what lies in it, as it would a picture of itself in there once more. */
export const altersWhatIsInside = (layer: SceneNode): boolean =>
  goesInside(layer) && (isSeeThrough(layer) || hasEffects(layer))

const hasEffects = (layer: SceneNode) => 'effects' in layer && layer.effects.some(({ visible }) => visible)

/** Whether what lies below the layer shows through all of it. */
export function isSeeThrough(layer: SceneNode): boolean {
  const faded = 'opacity' in layer && layer.opacity < 1
  const blended = 'blendMode' in layer && layer.blendMode !== 'PASS_THROUGH' && layer.blendMode !== 'NORMAL'
  return faded || blended
}

function isFilledShape(layer: SceneNode): boolean {
  if (layer.type === 'VECTOR') return layer.vectorPaths.every(isClosed)
  if (layer.type === 'BOOLEAN_OPERATION') return readablePaints(layer)?.some(isVisible) ?? false
  if (SHAPES.has(layer.type)) return true
  return FRAMES.has(layer.type) && 'children' in layer && layer.children.length === 0
}

/** Figma: a path without a winding rule is not filled; one that does not end where it began is filled, not outlined. */
const isClosed = ({ windingRule, data }: VectorPath) =>
  windingRule !== 'NONE' &&
  data
    .split(/(?=[Mm])/)
    .filter((part) => part.trim() !== '')
    .every((part) => /[Zz]\s*$/.test(part))

const SHAPES: ReadonlySet<string> = new Set(['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR'])
const FRAMES: ReadonlySet<string> = new Set(['FRAME', 'COMPONENT', 'INSTANCE'])
