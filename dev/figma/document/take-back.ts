import type { LayerRecord } from './layer-record.ts'
import { mergedOrder } from './merged-order.ts'
import { isSame } from './same.ts'
import type { Difference } from './step.ts'
import type { Tree } from './tree.ts'

type Part = ReadonlyMap<string, Difference>

/** Whether a colleague was the last to write a field. */
export type IsTheirs = (id: string, name: string) => boolean

/** Whether nobody else has changed anything that the step touched. */
interface Merge {
  isExact: boolean
  isTheirs: IsTheirs
}

/**
 * Takes back one part of a step, and only what it did: where a colleague has written since, theirs stays. What they removed
 * stays away, and what can only lie in it too. Returns whether the document is now what it was before the step.
 */
export function takeBack(tree: Tree, part: Part, isTheirs: IsTheirs): boolean {
  if ([...part].every(([id, { after }]) => isAsLeft(tree.find(id), id, after, isTheirs))) {
    for (const [id, { before, after }] of part) putBack(tree, id, before, after)
    return true
  }
  const merge: Merge = {
    isTheirs,
    isExact: [...part].every(([id, { after }]) => !isWhole(after) || isSame(tree.find(id), after)),
  }
  const returning = [...part].filter(([id, { after }]) => !after && !tree.find(id))
  for (const [id, { before }] of returning) tree.put({ ...(before as LayerRecord), id })
  dropOrphans(
    tree,
    returning.map(([id]) => id),
    merge,
  )

  for (const [id, difference] of part) restoreFields(tree, id, difference, merge)
  for (const id of part.keys()) restoreChildren(tree, id, part, merge)

  for (const [id, { before }] of part) if (!before && tree.find(id)) tree.remove(id)
  return merge.isExact
}

/** Whether a record is as the step left it, and nobody else has written the same since. */
function isAsLeft(
  record: LayerRecord | undefined,
  id: string,
  after: Difference['after'],
  isTheirs: IsTheirs,
): boolean {
  if (!record || !after) return !record && !after
  const names = Object.keys(after) as (keyof LayerRecord)[]
  return names.every((name) => isSame(record[name], after[name]) && !isTheirs(id, name))
}

function putBack(tree: Tree, id: string, before: Difference['before'], after: Difference['after']): void {
  if (!before) {
    tree.drop(id)
    return
  }
  const record: Record<string, unknown> = after ? { ...tree.get(id), ...before } : { ...before }
  for (const [name, value] of Object.entries(record)) if (value === undefined) delete record[name]
  tree.put(record as unknown as LayerRecord)
}

/** What came back without the layer that it lay in goes again. */
function dropOrphans(tree: Tree, ids: readonly string[], merge: Merge): void {
  const isOrphan = (id: string): boolean => {
    const parentId = tree.find(id)?.parentId
    return parentId !== null && (!parentId || !tree.find(parentId) || isOrphan(parentId))
  }
  const orphans = ids.filter(isOrphan)
  for (const id of orphans) tree.drop(id)
  if (orphans.length > 0) merge.isExact = false
}

function restoreFields(tree: Tree, id: string, { before, after }: Difference, merge: Merge): void {
  const record = tree.find(id)
  if (!before || !after) return
  if (!record) {
    merge.isExact = false
    return
  }
  const names = Object.keys(before) as (keyof LayerRecord)[]
  const fixed = 'parentId' in before && !mayReturn(tree, record, before, after) ? PLACE : NO_NAMES
  const restored: Record<string, unknown> = { ...record }
  for (const name of names) {
    if (name === 'childIds') continue
    const theirs = merge.isTheirs(id, name)
    if (fixed.has(name) || theirs || !isSame(record[name], after[name])) merge.isExact = false
    if (fixed.has(name) || (theirs && !isEntries(record[name]))) continue
    restored[name] = taken(record[name], before[name], after[name])
    if (restored[name] === undefined) delete restored[name]
  }
  tree.put(restored as unknown as LayerRecord)
}

/** Of a layer that the step made, `after` is the whole record. */
const isWhole = (after: Difference['after']) => after !== undefined && 'id' in after

/** Whether a layer that the step moved can go back: nobody moved it since, and where it lay is still there. */
function mayReturn(
  tree: Tree,
  record: LayerRecord,
  before: Partial<LayerRecord>,
  after: Partial<LayerRecord>,
): boolean {
  const home = before.parentId
  if (record.parentId !== after.parentId || !home || !tree.find(home)) return false
  return ![...tree.chain(home)].some(({ id }) => id === record.id)
}

/** A value without what the step did to it; of objects, entry by entry. */
function taken(now: unknown, before: unknown, after: unknown): unknown {
  if (isSame(now, after)) return before
  if (!isEntries(now) || !isEntries(before) || !isEntries(after)) return now
  const names = new Set([...Object.keys(now), ...Object.keys(before)])
  const entries = [...names].map((name) => [name, taken(now[name], before[name], after[name])] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const isEntries = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function restoreChildren(tree: Tree, id: string, part: Part, merge: Merge): void {
  const record = tree.find(id)
  if (!record) return
  const { before, after } = part.get(id)!
  const isHere = (childId: string) => tree.find(childId)?.parentId === id
  let order = record.childIds
  if (before?.childIds && after?.childIds) {
    if (!isSame(order, after.childIds)) merge.isExact = false
    const had = new Set(before.childIds)
    const isMade = (childId: string) => part.has(childId) && !part.get(childId)!.before
    // A layer that could not go back is from now on one that was always here.
    const ours = after.childIds.filter((childId) => had.has(childId) || isMade(childId) || !isHere(childId))
    order = mergedOrder(order, ours, before.childIds)
  }
  const childIds = order.filter(isHere)
  if (!isSame(childIds, record.childIds)) tree.put({ ...record, childIds })
}

const NO_NAMES: ReadonlySet<string> = new Set()
/** Coordinates count from the parent: they go back together with it or not at all. */
const PLACE: ReadonlySet<string> = new Set(['parentId', 'transform'])
