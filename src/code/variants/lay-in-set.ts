import { boxIn } from './box-in.ts'
import { grown, paddingIn, spots, type Variants } from './grid.ts'
import { valuesOf } from './set-values.ts'

interface Newcomer {
  variant: ComponentNode
  /** What it is a copy of. */
  source: ComponentNode
  /** The property in which it differs. */
  property: string
}

/**
 * Gives a variant that has just joined a set its place: where auto layout puts it, else on free ground right of or below the
 * others, which do not move. The set grows to hold it. Throws in a set that is in conflict.
 */
export function layInSet(set: ComponentSetNode, newcomer: Newcomer): void {
  const { variant } = newcomer
  if (set.layoutMode !== 'NONE') {
    holds(set, variant, Math.max(0, Math.min(set.paddingRight, set.paddingBottom)))
    return
  }
  const variants = variantsIn(set, newcomer)
  const { source } = newcomer
  for (const { x, y } of spots(variants)) {
    variant.x = x + source.x - variants.source.x
    variant.y = y + source.y - variants.source.y
    // Figma: the one at the top left is what a set is inserted as.
    if (set.defaultVariant.id !== variant.id) break
  }
  holds(set, variant, paddingIn(variants.all))
}

/** Constraints would move the others. */
function holds(set: ComponentSetNode, variant: ComponentNode, padding: number): void {
  const { width, height } = grown(set, boxIn(variant), padding)
  if (width > set.width || height > set.height) set.resizeWithoutConstraints(width, height)
}

function variantsIn(set: ComponentSetNode, { variant, source, property }: Newcomer): Variants {
  const wanted = valuesOf(variant)[property]
  const shared = Object.entries(valuesOf(source)).filter(([name]) => name !== property)
  const others = (set.children as ComponentNode[])
    .filter(({ id }) => id !== variant.id)
    .map((each) => ({ id: each.id, box: boxIn(each), values: valuesOf(each) }))
  const isSibling = ({ id, values }: (typeof others)[number]) =>
    id !== source.id && shared.every(([name, value]) => values[name] === value)
  return {
    all: others.map(({ box }) => box),
    source: boxIn(source),
    siblings: others.filter(isSibling).map(({ box }) => box),
    peers: others.filter(({ values }) => values[property] === wanted).map(({ box }) => box),
    isList: shared.length === 0,
  }
}
