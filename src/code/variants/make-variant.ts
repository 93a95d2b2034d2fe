import { AppError } from '../../shared/errors.ts'
import type { Placed, PlacedVariant, PlaceVariant } from '../../shared/protocol.ts'
import { noVariantText, propertyGoneText } from '../../shared/texts/variants.ts'
import { layInSet } from './lay-in-set.ts'
import { dropOwnProperties, kindsIn, linkLike } from './links.ts'
import { type Aimed, placeIn } from './pictures.ts'
import { setFor } from './set-for.ts'
import { propertiesOf, setAround, valuesOf } from './set-values.ts'
import { remarkCovers } from './twin.ts'
import { newValue, propertyName, variantName } from './variant-name.ts'

type Wanted = Pick<PlaceVariant, 'property' | 'properties' | 'value'>

/**
 * A copy of the component with the pictures on its layers, as a new variant of its set. First the copy is finished, since
 * only what it lacks may be refused; then it joins the set, in one synchronous stretch. Whatever fails, the document is as
 * it was. To be called as an undo step.
 */
export async function makeVariant(
  component: ComponentNode,
  pictures: readonly Aimed[],
  wanted: Wanted,
): Promise<PlacedVariant> {
  const property = propertyFor(component, wanted)
  const { copy, placed } = await copyWith(component, pictures)
  try {
    return { ...joined(component, copy, { ...wanted, property }), placed }
  } catch (thrown) {
    // What a component brings into a set cannot be given back by hand. Since the step began only this was written.
    figma.triggerUndo()
    throw new AppError('layer', noVariantText(component.name), thrown)
  }
}

/** Of a set one of its own: any other would ask for a value on all of its variants. */
function propertyFor(component: ComponentNode, { property: wanted, properties = [] }: Wanted): string {
  const set = setAround(component)
  if (!set) return propertyName(wanted)
  const names = Object.keys(propertiesOf(set))
  const name = [wanted, propertyName(wanted)].find((each) => names.includes(each)) ?? onlyNew(names, properties)
  if (name === undefined) {
    throw new AppError('layer', propertyGoneText(set.name, wanted))
  }
  return name
}

/** What a property was renamed to, where it can be no other. */
function onlyNew(names: readonly string[], before: readonly string[]): string | undefined {
  if (names.length === 1) return names[0]
  const others = names.filter((name) => !before.includes(name))
  return names.length === before.length && others.length === 1 ? others[0] : undefined
}

async function copyWith(
  component: ComponentNode,
  pictures: readonly Aimed[],
): Promise<{ copy: ComponentNode; placed: Placed[] }> {
  const copy = component.clone()
  try {
    remarkCovers(component, copy)
    const placed: Placed[] = []
    for (const each of pictures) placed.push(await placeIn(copy, each))
    return { copy, placed }
  } catch (thrown) {
    copy.remove()
    throw thrown
  }
}

/** The copy as a variant beside its source, in the set of that or in a new one. */
function joined(
  component: ComponentNode,
  copy: ComponentNode,
  { property, value }: Wanted,
): Omit<PlacedVariant, 'placed'> {
  const kinds = kindsIn((setAround(component) ?? component).componentPropertyDefinitions)
  dropOwnProperties(copy)
  const there = setAround(component)
  const { set, source } = there ? { set: there, source: component } : setFor(component, property)
  const first = set.defaultVariant.id
  const own = valuesOf(source)
  const variants = (set.children as ComponentNode[]).map(valuesOf)
  const values = { ...own, [property]: newValue(value, { property, own, variants }) }
  // Named before it joins: at no moment are there two of the same.
  copy.name = variantName(values)
  set.appendChild(copy)
  linkLike(source, copy)
  layInSet(set, { variant: copy, source, property })
  assertSound(set, copy, { values, kinds, first })
  return { id: copy.id, name: copy.name, set: set.id }
}

interface Expected {
  values: Readonly<Record<string, string>>
  kinds: string
  first: string
}

/** Throws if Figma made something else of it. Reading tells whether the set is in conflict. */
function assertSound(set: ComponentSetNode, copy: ComponentNode, { values, kinds, first }: Expected): void {
  const read = valuesOf(copy)
  const isRead = Object.entries(values).every(([name, value]) => read[name] === value)
  if (isRead && kindsIn(set.componentPropertyDefinitions) === kinds && set.defaultVariant.id === first) return
  throw new Error(`“${set.name}” is not what it should be.`)
}
