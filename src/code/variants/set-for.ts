import { AppError } from '../../shared/errors.ts'
import { goneText } from '../../shared/texts/layers.ts'
import { indexIn, parentOf } from '../layers.ts'
import { boxIn } from './box-in.ts'
import { SPACE } from './grid.ts'
import { FIRST_VALUE, variantName } from './variant-name.ts'

/**
 * Makes a component the first variant of a set of its own: the set takes its name, its place among the layers, and what
 * holds it there; the component keeps its id, its size and its place on the page, and so do its instances.
 */
export function setFor(component: ComponentNode, property: string): { set: ComponentSetNode; source: ComponentNode } {
  const parent = parentOf(component)
  if (!parent) throw new AppError('layer', goneText(component.name))
  const { name, constraints, layoutPositioning } = component
  const index = indexIn(parent.children, component)
  const { x, y } = boxIn(component)
  component.name = variantName({ [property]: FIRST_VALUE })
  const set = figma.combineAsVariants([component], parent, index)
  set.name = name
  // Field: what was combined may be another object afterwards.
  const source = set.children[0] as ComponentNode
  if (layoutPositioning === 'ABSOLUTE') set.layoutPositioning = 'ABSOLUTE'
  set.constraints = constraints
  pad(set, source)
  // Where the parent has auto layout, that places the set.
  set.x = x - SPACE
  set.y = y - SPACE
  return { set, source }
}

/** The room that Figma leaves around variants. */
function pad(set: ComponentSetNode, source: ComponentNode): void {
  const { x, y, width, height } = boxIn(source)
  set.resizeWithoutConstraints(width + 2 * SPACE, height + 2 * SPACE)
  source.x += SPACE - x
  source.y += SPACE - y
}
