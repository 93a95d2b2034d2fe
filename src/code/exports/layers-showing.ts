import { chainOf, FILLED, isOfInstance, readablePaints } from '../layers.ts'
import { hashOf, isVisible } from '../paint-key.ts'
import { inFigma, type Lent } from './lent.ts'
import { type StandIn, standInFor } from './stand-in.ts'

/** A layer and what it shows while a file is drawn. */
export interface Standing {
  layer: SceneNode
  standIn: StandIn
}

/** The layer itself and what lies in it, as far as they show any of these images. */
export function layersShowing(root: SceneNode, owns: ReadonlySet<string>): { layer: SceneNode; hashes: string[] }[] {
  if (owns.size === 0) return []
  const inside = 'findAllWithCriteria' in root ? (root.findAllWithCriteria({ types: FILLED }) as SceneNode[]) : []
  return [root, ...inside].flatMap((layer) => {
    const paints = (layer.type !== 'LINE' && readablePaints(layer)) || []
    const hashes = paints.filter(isVisible).flatMap((paint) => hashOf(paint) ?? [])
    const found = hashes.filter((hash) => owns.has(hash))
    return found.length > 0 ? [{ layer, hashes: found }] : []
  })
}

/** The same with what is lent for these. */
export const standingIn = (root: SceneNode, lent: ReadonlyMap<string, Lent>): Standing[] =>
  layersShowing(root, new Set(lent.keys())).map(({ layer }) => ({
    layer,
    standIn: standInFor(readablePaints(layer)!, lent)!,
  }))

/** Gives Figma the pictures that a layer is about to show. */
export function bring({ standIn }: Standing, lent: ReadonlyMap<string, Lent>): void {
  for (const { own } of standIn.pairs) inFigma(lent.get(own.imageHash!)!.bytes)
}

/**
 * Whether the paints of a layer can be changed for a moment and put back at any time, with nothing left of it: not in an
 * instance, which would keep an override, nor in a component, whose instances follow it; a link to a style would be lost,
 * and Figma takes no pattern at once.
 */
export function canStandIn(layer: SceneNode): boolean {
  const isLinked = 'fillStyleId' in layer && layer.fillStyleId !== ''
  const isOfComponent = [...chainOf(layer)].some(({ type }) => type === 'COMPONENT' || type === 'COMPONENT_SET')
  const isPlain = readablePaints(layer)?.every(({ type }) => type !== 'PATTERN') ?? false
  return isPlain && !isLinked && !isOfComponent && !isOfInstance(layer)
}
