// What the sandbox says of components and their variants.

export const COMPONENT_GONE = 'That layer is no component any more.'
export const remoteText = (name: string) => `“${name}” comes from a library and cannot be changed here.`
export const uncomponentText = (name: string) => `“${name}” cannot be made a component.`
export const noVariantText = (name: string) => `“${name}” takes no new variant.`
export const layerMissingText = (component: string) => `A layer of “${component}” is no longer in it.`
export const conflictText = (set: string) =>
  `Variants of “${set}” have the same values or none. Correct them in Figma first.`
export const propertyGoneText = (set: string, property: string) =>
  `“${set}” has no property “${property}” any more. Give it that name again.`
