import { indexIn, type Parent } from '../layers.ts'
import type { Pace } from '../rows/pace.ts'
import { coveredBy, liesOn, markedWithin } from './cover.ts'

/** A layer and the cover above it. */
export interface Pair {
  layer: SceneNode
  cover: RectangleNode
}

/** By the id of the layer and by that of the cover: no cover has one of its own. */
export type Pairs = ReadonlyMap<string, Pair>

/**
 * The covers among the children of a parent, each with the layer that it belongs to: the sibling that its mark names, for
 * auto layout may have moved that from under it. But both may be copies: a mark that names no such sibling, or one with
 * another cover lying on it, is for the layer next below if the cover lies on that.
 * Stops between any two layers, so that whoever goes through it may wait there.
 */
function* matching(parent: Parent): Generator<void, Pairs> {
  const pairs = new Map<string, Pair>()
  const marked: { cover: RectangleNode; id: string; names: string }[] = []
  for (const cover of markedWithin(parent)) {
    yield
    const names = coveredBy(cover)
    if (names !== undefined && cover.parent?.id === parent.id) marked.push({ cover, id: cover.id, names })
  }
  if (marked.length === 0) return pairs

  const byId = new Map<string, { layer: SceneNode; below: string | undefined }>()
  let below: string | undefined
  for (const layer of parent.children) {
    yield
    const { id } = layer
    byId.set(id, { layer, below })
    below = id
  }
  const isMarked = new Set(marked.map(({ id }) => id))
  const namedBy = ({ names }: (typeof marked)[number]) => names
  const nextBelow = ({ id }: (typeof marked)[number]) => byId.get(id)?.below

  for (const { idOf, lies } of [
    { idOf: namedBy, lies: true },
    { idOf: nextBelow, lies: true },
    { idOf: namedBy, lies: false },
  ]) {
    for (const each of marked) {
      yield
      const id = pairs.has(each.id) ? undefined : idOf(each)
      const layer = id === undefined ? undefined : byId.get(id)?.layer
      if (id === undefined || !layer || isMarked.has(id) || pairs.has(id)) continue
      if (lies && !liesOn(each.cover, layer)) continue
      const pair = { layer, cover: each.cover }
      pairs.set(id, pair).set(each.id, pair)
    }
  }
  return pairs
}

function pairsIn(parent: Parent): Pairs {
  const steps = matching(parent)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** Throws if one of the layers goes in between. */
export async function pairsInSlices(parent: Parent, pace: Pace): Promise<Pairs> {
  const steps = matching(parent)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await pace()
  }
}

/**
 * The pair that one layer or cover belongs to, as `pairsIn` says. Mostly there is no need to look at all the others: a
 * cover that names the layer and lies on it is its own, and a layer that none names or lies next above has none.
 */
export function pairOf(found: SceneNode, parent: Parent): Pair | undefined {
  const marked = markedWithin(parent)
  if (marked.length === 0) return undefined
  const names = coveredBy(found)
  const { children } = parent
  const neighbour = children[indexIn(children, found) + (names === undefined ? 1 : -1)]
  const layer = names === undefined ? found : neighbour
  const id = layer?.id
  if (layer && (names === undefined || (names === id && coveredBy(layer) === undefined))) {
    const naming = marked.filter((cover) => coveredBy(cover) === id && cover.parent?.id === parent.id)
    const cover = naming.find((each) => liesOn(each, layer))
    if (cover && (layer === found || cover.id === found.id)) return { layer, cover }
    const isAlone = naming.length === 0 && (!neighbour || coveredBy(neighbour) === undefined)
    if (layer === found && isAlone) return undefined
  }
  return pairsIn(parent).get(found.id)
}
