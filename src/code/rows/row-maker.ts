import type { Size } from '../../shared/picture.ts'
import type { LayerRow } from '../../shared/protocol.ts'
import { historyOf } from '../history.ts'
import { imagesOn, parentOf, readablePaints } from '../layers.ts'
import { originalOf } from '../original-of.ts'
import { coverInside } from '../place/cover.ts'
import { createKnownPairs } from '../place/known-pairs.ts'
import { paintOf } from '../regions/image-on.ts'
import { shownPart } from '../regions/shown.ts'
import { resultsElsewhere } from '../results-elsewhere.ts'
import { stackOf } from '../stack/results.ts'
import { createFacts } from './facts.ts'
import { lookSource } from './look-source.ts'
import { notesOn } from './notes.ts'
import { spotOf } from './spot.ts'
import { createSurroundings, type Surroundings } from './surroundings.ts'
import { createVariants } from './variants.ts'

/**
 * A row whose layer has been read; to be called for the row when what was asked of Figma is wanted. Rows wait one by one:
 * a thousand that wait for the same answer would all go on in the moment that it comes.
 */
export type Draft = () => Promise<LayerRow>

/** Drafts the rows of one reading, for layers of one page. What has to be asked of Figma is asked once for all rows. */
export function createRowMaker(page: string) {
  const around = createSurroundings()
  const facts = createFacts()
  const pairs = createKnownPairs()
  const variantOf = createVariants(facts)

  function coverAbove(layer: SceneNode): SceneNode | undefined {
    const parent = parentOf(layer)
    const pair = parent && pairs.of(layer, parent)
    return pair?.layer.id === layer.id ? pair.cover : undefined
  }
  function showsFills(layer: SceneNode): boolean {
    const { shown, inBoolean } = around(layer)
    return shown && !inBoolean && isLarge(layer)
  }

  function row(layer: SceneNode, source: LayerRow['source'], key: string, container?: SceneNode) {
    const { id, name, width, height } = layer
    const { where } = around(layer)
    const variant = variantOf(layer, container)
    const made: LayerRow = {
      ...{ key, id, name, source, width, height, results: resultsOn(layer), at: spotOf(layer, page), notes: [] },
    }
    if (container) made.inside = { id: container.id, name: container.name }
    if (where !== undefined) made.where = where
    if (variant) made.variant = variant.told
    return { made, ready: variant?.ready }
  }

  return {
    around,
    variantOf,
    showsFills,
    /** To be awaited before a row for a selected layer is asked for. After it the layer may be gone. */
    prepare: pairs.learn,
    /** The layer, or the rectangle above it that shows its look by now: that is what a designer sees and edits. */
    inPlaceOf(layer: SceneNode): SceneNode {
      const cover = coverAbove(layer)
      return cover?.visible && imagesOn(cover).length > 0 ? cover : layer
    },

    image(layer: SceneNode, hash: string, container?: SceneNode): Draft {
      const surroundings = around(layer)
      const source: LayerRow['source'] = surroundings.remote
        ? { kind: 'skipped', why: 'library' }
        : { kind: 'image', hash }
      const { made, ready } = row(layer, source, `${layer.id} ${hash}`, container)
      const notes = notesOn(layer, source, surroundings, facts)
      const asked = facts.sizeOfImage(hash)
      const paint = source.kind === 'image' ? paintOf(layer, hash) : undefined
      const box = { width: layer.width, height: layer.height }
      const edited = made.results > 0 ? historyOf(layer).results.get(hash) : undefined
      const of = edited && originalOf(layer, edited)
      const askedOf = of === undefined ? undefined : facts.sizeOfImage(of)
      return async () => {
        const size = await asked
        await ready
        if (!size) return { ...made, source: { kind: 'skipped', why: 'lost' } }
        if (edited) made.edited = await originalIn(of, askedOf)
        const shown = paint && shownPart(paint, size, box)
        return { ...made, width: size.width, height: size.height, notes: await notes(), ...(shown && { shown }) }
      }
    },

    look(layer: SceneNode, holds = 0): Draft {
      const surroundings = around(layer)
      const source = sourceOf(layer, surroundings)
      const { made, ready } = row(layer, source, layer.id)
      const cover = coverInside(layer) ?? coverAbove(layer)
      if (cover) made.results += resultsOn(cover)
      // What a lost look hid can still be shown again.
      made.results = Math.max(made.results, resultsElsewhere(layer).length)
      if (holds > 0) Object.assign(made, { holds, kind: kindOf(layer) })
      const notes = notesOn(layer, source, surroundings, facts)
      return async () => {
        await ready
        return { ...made, notes: await notes() }
      }
    },
  }
}

async function originalIn(hash: string | undefined, asked: Promise<Size | undefined> | undefined) {
  const size = await asked
  return hash !== undefined && size ? { of: { hash, width: size.width, height: size.height } } : {}
}

function sourceOf(layer: SceneNode, around: Surroundings): LayerRow['source'] {
  if (!around.shown) return { kind: 'skipped', why: 'hidden' }
  if (layer.type === 'LINE') return { kind: 'skipped', why: 'line' }
  return isLarge(layer) ? lookSource(layer, around) : { kind: 'skipped', why: 'empty' }
}

function kindOf({ type }: SceneNode): NonNullable<LayerRow['kind']> {
  if (type === 'GROUP') return 'group'
  if (type === 'SECTION') return 'section'
  if (type === 'COMPONENT_SET') return 'set'
  return type === 'INSTANCE' ? 'instance' : 'frame'
}

const isLarge = ({ width, height }: SceneNode) => width >= LEAST_EDGE && height >= LEAST_EDGE

/** How many of its paints Refill made. */
function resultsOn(layer: SceneNode): number {
  const { results } = historyOf(layer)
  const paints = results.size > 0 ? readablePaints(layer) : undefined
  return paints ? stackOf(paints, results).places.size : 0
}

/** px; of what is thinner there is nothing to see. */
const LEAST_EDGE = 1
