import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import { rotationOf } from './geometry.ts'
import type { LayerRecord } from './layer-record.ts'
import type { Snapshot } from './tree.ts'

/** What became of one layer, as `nodechange` tells it. */
export type LayerChange =
  | { type: 'CREATE' | 'DELETE'; id: string; layer: LayerRecord }
  | { type: 'PROPERTY_CHANGE'; id: string; layer: LayerRecord; properties: F.NodeChangeProperty[] }

/**
 * What is different on a page, parents before children. T:10748: of layers that come or go together, only the highest is
 * told. What was changed and changed back in between is no difference.
 */
export function changesBetween(before: Snapshot, after: Snapshot, pageId: string): LayerChange[] {
  const [old, now] = [layersOn(before, pageId), layersOn(after, pageId)]
  return [
    ...highestMissing(old, now).map((layer): LayerChange => ({ type: 'DELETE', id: layer.id, layer })),
    ...highestMissing(now, old).map((layer): LayerChange => ({ type: 'CREATE', id: layer.id, layer })),
    ...[...now.values()].flatMap((layer): LayerChange[] => {
      const was = old.get(layer.id)
      const properties = was ? [...propertiesBetween(was, layer), ...placeBetween(was, layer, { before, after })] : []
      return properties.length > 0 ? [{ type: 'PROPERTY_CHANGE', id: layer.id, layer, properties }] : []
    }),
  ]
}

/** The layers of a page by id, parents before children. */
function layersOn(snapshot: Snapshot, pageId: string, found = new Map<string, LayerRecord>()) {
  for (const id of snapshot.get(pageId)?.childIds ?? []) {
    found.set(id, snapshot.get(id)!)
    layersOn(snapshot, id, found)
  }
  return found
}

function highestMissing(here: ReadonlyMap<string, LayerRecord>, there: ReadonlyMap<string, LayerRecord>) {
  const missing = [...here.values()].filter(({ id }) => !there.has(id))
  return missing.filter(({ parentId }) => !missing.some(({ id }) => id === parentId))
}

function propertiesBetween(was: LayerRecord, is: LayerRecord): F.NodeChangeProperty[] {
  if (was === is) return []
  const [[, , oldX], [, , oldY]] = was.transform
  const [[, , x], [, , y]] = is.transform
  return [
    ...SAME_NAMED.filter((name) => isDifferent(was[name], is[name])),
    ...(isDifferent(was.transform, is.transform) ? (['relativeTransform'] as const) : []),
    ...(oldX === x ? [] : (['x'] as const)),
    ...(oldY === y ? [] : (['y'] as const)),
    ...(rotationOf(was.transform) === rotationOf(is.transform) ? [] : (['rotation'] as const)),
  ]
}

/** Another parent, or another place among the siblings that were there before and still are. */
function placeBetween(
  was: LayerRecord,
  is: LayerRecord,
  { before, after }: { before: Snapshot; after: Snapshot },
): F.NodeChangeProperty[] {
  if (was.parentId !== is.parentId) return ['parent']
  const [old, now] = [before.get(was.parentId!)!.childIds, after.get(is.parentId!)!.childIds]
  if (old === now) return []
  const place = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => others.includes(id)).indexOf(is.id)
  return place(old, now) === place(now, old) ? [] : ['parent']
}

const isDifferent = (one: unknown, other: unknown) => one !== other && JSON.stringify(one) !== JSON.stringify(other)

/** What a record and the typings call the same. */
const SAME_NAMED = [
  'name',
  'visible',
  'locked',
  'width',
  'height',
  'opacity',
  'blendMode',
  'cornerRadius',
  'clipsContent',
  'constraints',
  'fills',
  'exportSettings',
  'pluginData',
] as const satisfies readonly (keyof LayerRecord & F.NodeChangeProperty)[]
