import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { Moment } from './journal.ts'
import type { LayerRecord } from './layer-record.ts'
import { propertiesBetween } from './told-as.ts'

/** What became of one layer, as `nodechange` and `documentchange` tell it. */
export type LayerChange =
  | { type: 'CREATE' | 'DELETE'; id: string; layer: LayerRecord }
  | { type: 'PROPERTY_CHANGE'; id: string; layer: LayerRecord; properties: F.NodeChangeProperty[] }

interface Moments {
  before: Moment
  after: Moment
}

/**
 * What is different within a page or the whole document, parents before children. T:10748: of layers that come or go
 * together, only the highest is told. What was changed and changed back in between is no difference.
 * T:594: neither is what a layer in an instance takes over from its component, nor what follows from a style.
 */
export function changesBetween(ids: Iterable<string>, moments: Moments, rootId: string): LayerChange[] {
  const { before, after } = moments
  const touchedIds = new Set(ids)
  const replaced = replacedAmong(touchedIds, moments)
  const touched = new Set([...touchedIds, ...replaced])
  const old = recordsIn(rootId, touched, before)
  const now = recordsIn(rootId, touched, after)
  return [
    ...highestMissing(old, now, before).map((layer): LayerChange => ({ type: 'DELETE', id: layer.id, layer })),
    ...highestMissing(now, old, after).map((layer): LayerChange => ({ type: 'CREATE', id: layer.id, layer })),
    ...[...now.values()].flatMap((layer): LayerChange[] => {
      const was = old.get(layer.id)
      if (!was) return []
      const isElsewhere = was.parentId !== layer.parentId || replaced.has(layer.id)
      const properties = [...ownProperties(was, layer), ...(isElsewhere ? (['parent'] as const) : [])]
      return properties.length > 0 ? [{ type: 'PROPERTY_CHANGE', id: layer.id, layer, properties }] : []
    }),
  ]
}

/** Layers with another place among the siblings that were there before and still are, though nobody may have touched them. */
function replacedAmong(parentIds: ReadonlySet<string>, { before, after }: Moments): Set<string> {
  const found = new Set<string>()
  for (const parentId of parentIds) {
    const [old, now] = [before(parentId)?.childIds ?? [], after(parentId)?.childIds ?? []]
    if (old === now) continue
    const [then, still] = [new Set(old), new Set(now)]
    const stayed = now.filter((id) => then.has(id))
    for (const [index, id] of old.filter((one) => still.has(one)).entries()) if (stayed[index] !== id) found.add(id)
  }
  return found
}

/** Those of the records that lie in `rootId` at a moment, in the order of the document. */
function recordsIn(rootId: string, ids: ReadonlySet<string>, at: Moment): Map<string, LayerRecord> {
  const order = createOrder(at)
  const found = [...ids].flatMap((id) => {
    const path = order(id, rootId)
    return path ? [{ path, record: at(id)! }] : []
  })
  found.sort((one, other) => byPath(one.path, other.path))
  return new Map(found.map(({ record }) => [record.id, record]))
}

/** Gives the way down to a node as indexes among siblings; undefined where it lies elsewhere or is not there. */
function createOrder(at: Moment) {
  const indexes = new Map<string, ReadonlyMap<string, number>>()
  const indexIn = (parentId: string, id: string) => {
    const known = indexes.get(parentId) ?? new Map(at(parentId)?.childIds.map((childId, index) => [childId, index]))
    indexes.set(parentId, known)
    return known.get(id) ?? 0
  }
  return (id: string, rootId: string): number[] | undefined => {
    const path: number[] = []
    let record = at(id)
    while (record && record.parentId !== null) {
      path.unshift(indexIn(record.parentId, record.id))
      if (record.parentId === rootId) return path
      record = at(record.parentId)
    }
    return undefined
  }
}

function byPath(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((index, depth) => index !== other[depth])
  return at < 0 ? one.length - other.length : one[at]! - (other[at] ?? -1)
}

function highestMissing(here: ReadonlyMap<string, LayerRecord>, there: ReadonlyMap<string, LayerRecord>, at: Moment) {
  const missing = [...here.values()].filter(({ id }) => !there.has(id))
  const gone = new Set(missing.map(({ id }) => id))
  return missing.filter(({ parentId }) => !gone.has(parentId!) && !liesInInstance(at(parentId!)))
}

const liesInInstance = (parent: LayerRecord | undefined) => parent?.mirror !== undefined

/** The properties that somebody has set, in contrast to those that follow a component or a style. */
function ownProperties(was: LayerRecord, is: LayerRecord): F.NodeChangeProperty[] {
  return propertiesBetween(was, is, (field) => !followsComponent(field, was, is) && !followsStyle(field, was, is))
}

function followsComponent(field: string, was: LayerRecord, is: LayerRecord): boolean {
  if (!is.mirror || is.type === 'INSTANCE') return false
  return ![was, is].some(({ mirror }) => mirror?.overridden.includes(field))
}

/** A value written by hand drops the style, so what changes under the same style came from it. */
function followsStyle(field: string, was: LayerRecord, is: LayerRecord): boolean {
  const style = STYLED[field]
  return style !== undefined && is.styles[style] !== undefined && was.styles[style] === is.styles[style]
}

const STYLED: Readonly<Partial<Record<string, keyof LayerRecord['styles']>>> = {
  fills: 'fill',
  strokes: 'stroke',
  effects: 'effect',
  text: 'text',
  layoutGrids: 'grid',
}
