import type { LayerRecord } from '../layer-record.ts'

export type Field = keyof LayerRecord

/** What an instance that shows its own component takes from that component, and any other layer from what it copies. */
export const LOOK = [
  ...([
    'name',
    'opacity',
    'blendMode',
    'effects',
    'cornerRadius',
    'corners',
    'cornerSmoothing',
    'clipsContent',
  ] as const),
  ...([
    'fills',
    'strokes',
    'stroke',
    'styles',
    'boundVariables',
    'variableModes',
    'autoLayout',
    'restingLayout',
  ] as const),
  ...(['layoutGrids', 'guides', 'text', 'vectorPaths', 'operation', 'pointCount', 'innerRadius', 'arcData'] as const),
  ...(['reactions', 'exportSettings', 'pluginData'] as const),
] satisfies readonly Field[]

/** What an instance has of its own, and a layer in an instance from what it copies. */
export const PLACE = [
  ...(['visible', 'locked', 'isMask', 'maskType', 'constraints', 'constrainProportions', 'layoutChild'] as const),
  ...(['targetAspectRatio', 'propertyReferences', 'expanded'] as const),
] satisfies readonly Field[]

/** Where a layer lies and what it is, which it has from elsewhere, and what only sections, styles and variables have. */
type Other =
  | ('id' | 'type' | 'parentId' | 'childIds' | 'transform' | 'width' | 'height' | 'component' | 'instance' | 'mirror')
  | ('sectionContentsHidden' | 'style' | 'variable' | 'collection')
type None<T extends never> = T
/** Fails to compile while a field of the record is in none of these lists. */
export type Forgotten = None<Exclude<Field, Other | (typeof LOOK | typeof PLACE)[number]>>

/** Fields whose parts are overridden one by one: a new text keeps following the size of the letters. */
const PARTED: ReadonlySet<string> = new Set<Field>([
  ...(['text', 'stroke', 'styles', 'boundVariables', 'variableModes', 'autoLayout', 'restingLayout'] as const),
  'instance',
])

/** How the writing of this value to a field is named in `mirror.overridden`. */
export function namesFor(field: string, before: unknown, after: unknown): string[] {
  if (!PARTED.has(field)) return [field]
  const [was, is] = [Object(before), Object(after)]
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((part) => was[part] !== is[part])
  // Runs count letters, so they mean nothing beside other letters.
  if (parts.includes('characters') && !parts.includes('runs')) parts.push('runs')
  return [field, ...parts.map((part) => `${field}.${part}`)]
}

/** A field that follows `source` but for what is overridden of it. */
export function followed(field: string, own: unknown, source: unknown, overridden: readonly string[]): unknown {
  if (!overridden.includes(field)) return source
  if (!PARTED.has(field)) return own
  if (source === undefined) return undefined
  const parts = overridden.filter((name) => name.startsWith(`${field}.`)).map((name) => name.slice(field.length + 1))
  const [mine, theirs] = [Object(own), Object(source)]
  const kept = parts.filter((part) => part in mine).map((part) => [part, mine[part]] as const)
  const rest = Object.entries(theirs).filter(([part]) => !parts.includes(part))
  return Object.fromEntries([...rest, ...kept])
}
