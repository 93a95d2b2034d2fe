import { constrainedPlace, type Place } from '../constrained.ts'
import { movedTo } from '../geometry.ts'
import type { LayerRecord } from '../layer-record.ts'
import { type Axis, sizingOf } from '../layout/sizing.ts'
import { hasNoSpace } from '../spaces.ts'
import type { Tree } from '../tree.ts'

interface Circumstances {
  positioning: LayerRecord['layoutChild']['positioning']
  hasChanged: boolean
}

/**
 * Where a layer in an instance lies: where the one it copies lies, moved and resized by its constraints if the instance is
 * larger or smaller than the component. What auto layout, its letters or its content place or size is left as it is
 * unless the source `hasChanged`: they have the last word.
 */
export function placed(
  tree: Tree,
  layer: LayerRecord,
  source: LayerRecord,
  { positioning, hasChanged }: Circumstances,
): Place {
  const [frame, from] = [frameAround(tree, layer), frameAround(tree, source)]
  const isInFlow = positioning === 'AUTO' && tree.get(layer.parentId!).autoLayout !== undefined
  const { transform, width, height } = source
  const isSameSize = frame.width === from.width && frame.height === from.height
  const wanted = isSameSize ? { transform, width, height } : constrainedPlace(source, from, frame)
  const isGroup = hasNoSpace(layer.type)
  const at = { x: layer.transform[0][2], y: layer.transform[1][2] }
  const keepsSize = (axis: Axis) => !hasChanged && (isInFlow || isGroup || sizingOf(tree, layer.id, axis) === 'HUG')
  return {
    transform: isInFlow || (isGroup && !hasChanged) ? movedTo(transform, at) : wanted.transform,
    width: keepsSize('HORIZONTAL') ? layer.width : wanted.width,
    height: keepsSize('VERTICAL') ? layer.height : wanted.height,
  }
}

/** What a layer is placed in: groups have no space of their own (T:7352). */
function frameAround(tree: Tree, { id }: LayerRecord): LayerRecord {
  for (const record of tree.chain(id)) if (record.id !== id && !hasNoSpace(record.type)) return record
  throw new Error(`${id} lies in no frame.`)
}
