import { AppError } from '../../shared/errors.ts'
import { LARGER_REFUSED } from '../../shared/texts/exports.ts'
import { lostChangeText } from '../../shared/texts/layers.ts'
import { hashFor } from '../hash-for.ts'
import { chainOf, FILLED, isOfInstance, readablePaints } from '../layers.ts'
import { hashOf, isVisible } from '../paint-key.ts'
import type { Lent } from './lent.ts'
import { type StandIn, showsAll, standInFor } from './stand-in.ts'

/** A layer and what it shows while a file is drawn. */
export interface ShowingLayer {
  layer: SceneNode
  standIn: StandIn
}

/** The layer itself and what shows in it, as far as they hold any of these images in a paint that is `counted`. */
export function layersShowing(
  root: SceneNode,
  owns: ReadonlySet<string>,
  counted: (paint: Paint) => boolean = isVisible,
): { layer: SceneNode; hashes: string[] }[] {
  if (owns.size === 0) return []
  return [root, ...filledIn(root)].flatMap((layer) => {
    const paints = (layer.type !== 'LINE' && readablePaints(layer)) || []
    const hashes = paints.filter(counted).flatMap((paint) => hashOf(paint) ?? [])
    const found = hashes.filter((hash) => owns.has(hash))
    return found.length > 0 && isShownIn(root, layer) ? [{ layer, hashes: found }] : []
  })
}

/** All in it that can hold an image. */
export const filledIn = (root: SceneNode): SceneNode[] =>
  'findAllWithCriteria' in root ? (root.findAllWithCriteria({ types: FILLED }) as SceneNode[]) : []

function isShownIn({ id: root }: SceneNode, layer: SceneNode): boolean {
  for (const each of chainOf(layer)) {
    if (each.id === root) return true
    if (!each.visible) return false
  }
  return false
}

/** The same with what is lent for these. */
export const showingIn = (root: SceneNode, lent: ReadonlyMap<string, Lent>): ShowingLayer[] =>
  layersShowing(root, new Set(lent.keys())).map(({ layer }) => ({
    layer,
    standIn: standInFor(readablePaints(layer)!, lent)!,
  }))

/** Gives Figma each picture when the first layer is about to show it: from then on that layer holds it. */
export function createBringer(lent: ReadonlyMap<string, Lent>) {
  const brought = new Set<string>()
  return ({ standIn }: ShowingLayer): void => {
    for (const swap of standIn.swaps) {
      if (!brought.has(swap)) hashFor(lent.get(swap.split(' ')[1]!)!.bytes, LARGER_REFUSED)
      brought.add(swap)
    }
  }
}

export const showsLent = ({ layer, standIn }: ShowingLayer) =>
  !layer.removed && showsAll(readablePaints(layer) ?? [], standIn)

/** Field reports tell of writes that Figma lost without a word. */
export function assertLent(each: ShowingLayer): void {
  if (!showsLent(each)) throw new AppError('layer', lostChangeText(each.layer.name))
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
