import { AppError } from '../shared/errors.ts'
import { LAYER_GONE, mixedFillsText, noFillsText } from '../shared/texts/layers.ts'
import { hashOf, isVisible } from './paint-key.ts'

/** The layer with that id, found again; `undefined` if it is gone. */
export async function findLayer(id: string): Promise<SceneNode | undefined> {
  const layer = await figma.getNodeByIdAsync(id)
  return !layer || layer.removed || layer.type === 'PAGE' || layer.type === 'DOCUMENT' ? undefined : layer
}

/** The layer with that id, found again. Throws `layer` if it is gone. */
export async function layerById(id: string): Promise<SceneNode> {
  const layer = await findLayer(id)
  return layer ?? gone()
}

/** To be called after a wait. Throws `layer` if it is gone. */
export const assertThere = ({ removed }: SceneNode) => (removed ? gone() : undefined)

function gone(): never {
  throw new AppError('layer', LAYER_GONE)
}

/** A layer that can hold fills. */
export type FillLayer = Extract<SceneNode, MinimalFillsMixin>

/** The kinds of layers that have fills and an area to show them on. */
export const FILLED: NodeType[] = [
  ...(['RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'TEXT', 'BOOLEAN_OPERATION'] as const),
  ...(['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE', 'SECTION'] as const),
]

/** Its paints, unless it takes none or has others on parts of its text: that reads as the symbol `figma.mixed`. */
export function readablePaints(layer: SceneNode): readonly Paint[] | undefined {
  if (!('fills' in layer)) return undefined
  const { fills } = layer
  return typeof fills === 'symbol' ? undefined : fills
}

/** The layer as one with a stack of paints. Throws `layer` if it has none, or several on parts of its text. */
export function asFillLayer(layer: SceneNode): { layer: FillLayer; paints: readonly Paint[] } {
  if (!('fills' in layer)) throw new AppError('layer', noFillsText(layer.name))
  const paints = readablePaints(layer)
  if (!paints) throw new AppError('layer', mixedFillsText(layer.name))
  return { layer: layer as FillLayer, paints }
}

/** The hashes of the images that the layer shows, lowest first. A line has fills and no area to show them on. */
export function imagesOn(layer: SceneNode): string[] {
  if (layer.type === 'LINE') return []
  return [...new Set((readablePaints(layer) ?? []).filter(isVisible).flatMap((paint) => hashOf(paint) ?? []))]
}

/** The layer and all that it lies in, innermost first, without page and document. */
export function* chainOf(layer: SceneNode): Generator<SceneNode> {
  for (let at: BaseNode | null = layer; at && at.type !== 'PAGE' && at.type !== 'DOCUMENT'; at = at.parent) yield at
}

/** The page that the layer lies on; `undefined` for a layer of a library, which is on none. */
export function pageOf(layer: SceneNode): PageNode | undefined {
  let at: BaseNode | null = layer
  while (at && at.type !== 'PAGE') at = at.parent
  return at ?? undefined
}

/** What layers lie in. */
export type Parent = PageNode | (SceneNode & ChildrenMixin)

/** Figma: the document itself holds nothing but pages. */
export const parentOf = ({ parent }: SceneNode): Parent | undefined =>
  parent && parent.type !== 'DOCUMENT' ? (parent as Parent) : undefined

/** Where the layer is among these. Figma does not promise that a layer is always the same object; its id is, and is slow. */
export function indexIn(layers: readonly SceneNode[], layer: SceneNode): number {
  const index = layers.indexOf(layer)
  if (index >= 0) return index
  const { id } = layer
  return layers.findIndex((each) => each.id === id)
}

/** The layer that lies on the page itself and holds this one. */
export const topmostOf = (layer: SceneNode): SceneNode => [...chainOf(layer)].pop()!

export const isShown = (layer: SceneNode) => [...chainOf(layer)].every(({ visible }) => visible)

/** Whether it is an instance or lies in one: Figma lets its fills be overridden, and nothing be laid into it. */
export const isOfInstance = (layer: SceneNode) => [...chainOf(layer)].some(({ type }) => type === 'INSTANCE')

/** Whether a rectangle may be laid into it. Figma: not into instances, sets and what makes up a boolean operation. */
export const takesRectangle = (parent: Parent) =>
  PARENTS.has(parent.type) && (parent.type === 'PAGE' || !isOfInstance(parent))

const PARENTS: ReadonlySet<string> = new Set(['PAGE', 'FRAME', 'COMPONENT', 'GROUP', 'SECTION'])
