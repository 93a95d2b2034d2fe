import { twins } from './twin.ts'

// Component properties other than those that make variants. Figma keeps them on the set, and layers name them by keys.

/** Their names and kinds, in one order: keys may become others when a component joins a set. */
export const kindsIn = (definitions: ComponentPropertyDefinitions): string =>
  Object.entries(definitions)
    .flatMap(([key, { type }]) => (type === 'VARIANT' ? [] : [`${plainName(key)} ${type}`]))
    .sort()
    .join()

/**
 * Takes from a copied component what it would bring into the set a second time. Slots stay: what lies in one would go with
 * it, and Figma makes one of slots of the same name.
 */
export function dropOwnProperties(copy: ComponentNode): void {
  for (const [key, { type }] of Object.entries(copy.componentPropertyDefinitions)) {
    if (type !== 'SLOT' && type !== 'VARIANT') copy.deleteComponentProperty(key)
  }
}

/** Links the layers of a copied variant to the same properties as those of its source. Field: a copy has lost the links. */
export function linkLike(source: ComponentNode, copy: ComponentNode): void {
  for (const [from, to] of twins(source, copy)) {
    if (from.type === 'COMPONENT') continue
    const wanted = from.componentPropertyReferences ?? {}
    if (textOf(wanted) !== textOf(to.componentPropertyReferences ?? {})) to.componentPropertyReferences = wanted
  }
}

const textOf = (references: object) => JSON.stringify(Object.entries(references).sort())

/** A name without the `#…` that makes it a key. */
const plainName = (key: string) => key.replace(/#[^#]*$/, '')
