import type { Skipped, Source } from '../../shared/protocol.ts'
import { FILLED, parentOf, readablePaints, takesRectangle } from '../layers.ts'
import { goesInside, takesItsLook } from '../looks.ts'
import { isVisible } from '../paint-key.ts'
import { isUpright } from '../upright.ts'
import { holdsLayers } from './images-inside.ts'
import { isCutAway } from './out-of-sight.ts'
import type { Surroundings } from './surroundings.ts'

/** Where the edited look of a layer would go, or why it cannot be edited. Product: “Where a fill cannot hold it”. */
export function lookSource(layer: SceneNode, around: Surroundings): Source | { kind: 'skipped'; why: Skipped } {
  const why = skippedBecause(layer)
  return why ? { kind: 'skipped', why } : { kind: 'appearance', place: placeFor(layer, around) }
}

function placeFor(layer: SceneNode, { inInstance, inBoolean, remote }: Surroundings) {
  if (remote || inBoolean) return 'beside'
  if (takesItsLook(layer)) return 'stack'
  const holdsOthers = 'children' in layer && layer.children.length > 0
  if (inInstance || layer.type === 'COMPONENT_SET' || (layer.type === 'INSTANCE' && holdsOthers)) return 'beside'
  if (goesInside(layer)) return 'inside'
  const parent = parentOf(layer)
  return parent && takesRectangle(parent) ? 'above' : 'beside'
}

function skippedBecause(layer: SceneNode): Skipped | undefined {
  if (!EDITABLE.has(layer.type)) return 'kind'
  if ('fills' in layer && !readablePaints(layer)) return 'mixed'
  // As of a group whose layers are all hidden.
  if (isCutAway(layer)) return 'empty'
  // A slice draws what lies below it on the page: a turned one cannot be drawn in its own space.
  if (layer.type === 'SLICE') return isUpright(layer) ? undefined : 'kind'
  if (holdsLayers(layer)) return undefined
  const strokes = 'strokes' in layer && layer.strokes.some(isVisible)
  return strokes || (readablePaints(layer) ?? []).some(isVisible) ? undefined : 'empty'
}

const EDITABLE: ReadonlySet<string> = new Set([...FILLED, 'SLICE', 'GROUP'])
