import { shortened } from '../shortened.ts'

/** What a variant is, by property. Figma keeps it as the name of the component: `Size=Small, State=Hover`. */
export type Values = Readonly<Record<string, string>>

export const variantName = (values: Values): string =>
  Object.entries(values)
    .map(([property, value]) => `${property}=${value}`)
    .join(', ')

/** The name of a property for a component that has none. Figma takes what stands before a slash for the name of a set. */
export const propertyName = (wanted: string): string => plainText(wanted.replace(/[/#]/g, ' ')) || PROPERTY

/**
 * The value of a new variant that is like the one with the values `own`, but for `property`: as it is wanted, without what
 * Figma's names cannot hold, and other than in those of the `variants` that are else the same. One that is there already is
 * spelled as it is there.
 */
export function newValue(
  wanted: string,
  { property, own, variants }: { property: string; own: Values; variants: readonly Values[] },
): string {
  const others = Object.entries(own).filter(([name]) => name !== property)
  const known = new Map(variants.map((values) => [folded(values[property] ?? ''), values[property] ?? '']))
  const alike = variants.filter((values) => others.every(([name, value]) => values[name] === value))
  const taken = new Set(alike.map((values) => folded(values[property] ?? '')))
  const value = plainText(wanted) || VALUE
  let free = value
  for (let count = 2; taken.has(folded(free)); count++) free = `${value} ${count}`
  return known.get(folded(free)) ?? free
}

/** Figma parts a name at commas and equals signs, and drops the space around what it finds. */
const plainText = (text: string) => shortened(text.replace(/[=,\p{Cc}\p{Zl}\p{Zp}]/gu, ' '), LONGEST)

/** Whoever chooses a variant from a list cannot tell two apart that differ only so. */
const folded = (value: string) => value.toLowerCase()

/** Figma's own words for the first property of a new set, and for the variant that it is made of. */
const PROPERTY = 'Property 1'
export const FIRST_VALUE = 'Default'
const VALUE = 'Variant'
/** Letters; a longer one is no help in a list. */
const LONGEST = 100
