import { FigmaError } from '../errors.ts'
import { componentAround, definerOf } from './instances/component-of.ts'
import { namesFor, PLACE } from './instances/fields.ts'
import { instancesAround, isInside } from './instances/inside.ts'
import { assertWritable } from './instances/internal.ts'
import { setDefault } from './instances/linked-layers.ts'
import type { LayerRecord } from './layer-record.ts'
import { withoutLinks } from './links.ts'
import type { Tree } from './tree.ts'

/** A change that a plugin or a designer makes: inside an instance it is an override, and not all of it is allowed. */
export function writeLayer(tree: Tree, id: string, written: Partial<LayerRecord>): void {
  assertWritable(tree, id)
  const part = withoutLinks(tree.get(id), written)
  const { mirror } = tree.get(id)
  if (mirror) assertOverridable(tree.get(id), part)
  const rest = linkedWritten(tree, id, part)
  if (!mirror) {
    tree.change(id, rest)
    return
  }
  override(tree, id, rest, tree.get(id).mirror!.overridden)
}

/** Throws for what lies in an instance, which has its place and size from the component. */
export function assertPlacedFreely(tree: Tree, id: string): void {
  assertWritable(tree, id)
  if (isInside(id)) throw new FigmaError(NOT_OVERRIDABLE)
}

/** From now on an instance no longer has the size of its component. */
export function keepSize(tree: Tree, id: string): void {
  const { mirror } = tree.get(id)
  if (!mirror || isInside(id)) return
  tree.change(id, { mirror: { ...mirror, overridden: [...new Set([...mirror.overridden, 'width', 'height'])] } })
}

function override(tree: Tree, id: string, part: Partial<LayerRecord>, overridden: readonly string[]): void {
  const layer = tree.get(id)
  const names = Object.entries(part)
    .filter(([field]) => isInside(id) || !IS_OWN.has(field))
    .flatMap(([field, value]) => namesFor(field, layer[field as keyof LayerRecord], value))
  tree.change(id, { ...part, mirror: { ...layer.mirror!, overridden: [...new Set([...overridden, ...names])] } })
}

/** Figma: developers.figma.com, API errors, spelling included; which fields is partly from field reports. */
function assertOverridable(layer: LayerRecord, part: Partial<LayerRecord>): void {
  const fields = Object.keys(part)
  const refused = isInside(layer.id) ? fields.filter((field) => FIXED_INSIDE.has(field)) : []
  // Text that fits its letters changes its own size.
  const isAllowed = layer.type === 'TEXT' && 'text' in part && refused.every((field) => FITTED.has(field))
  const mode = 'autoLayout' in part && part.autoLayout?.mode !== layer.autoLayout?.mode
  if (mode || (refused.length > 0 && !isAllowed)) throw new FigmaError(NOT_OVERRIDABLE)
}

/**
 * Writes what a property of a component sets to that property: in an instance to its value there, in the component to its
 * default. Returns what is left to be written to the layer.
 */
function linkedWritten(tree: Tree, id: string, part: Partial<LayerRecord>): Partial<LayerRecord> {
  const { propertyReferences = {}, text } = tree.get(id)
  const { visible: visibleKey, characters: charactersKey } = propertyReferences
  let rest = part
  if (visibleKey && rest.visible !== undefined && setLinked(tree, id, visibleKey, rest.visible)) {
    const { visible: _written, ...others } = rest
    rest = others
  }
  if (!charactersKey || !text || !rest.text || rest.text.characters === text.characters) return rest
  if (!setLinked(tree, id, charactersKey, rest.text.characters)) return rest
  return { ...rest, text: { ...rest.text, characters: text.characters, runs: text.runs } }
}

/** Whether there is such a property. */
function setLinked(tree: Tree, id: string, key: string, value: string | boolean): boolean {
  for (const owner of instancesAround(tree, id)) {
    const definer = definerOf(tree, tree.get(owner.instance.mainId))
    if (!definer || !Object.hasOwn(definer.component.definitions, key)) continue
    const instance = { ...owner.instance, properties: { ...owner.instance.properties, [key]: value } }
    override(tree, owner.id, { instance }, owner.mirror?.overridden ?? [])
    return true
  }
  const component = componentAround(tree, id)
  const definer = component && definerOf(tree, component)
  return definer !== undefined && setDefault(tree, definer, key, value)
}

/** An instance has these for itself, without regard to its component. */
const IS_OWN: ReadonlySet<string> = new Set<keyof LayerRecord>([...PLACE, 'transform'])
const FITTED: ReadonlySet<string> = new Set<keyof LayerRecord>(['width', 'height', 'transform'])
const FIXED_INSIDE: ReadonlySet<string> = new Set<keyof LayerRecord>([
  ...(['transform', 'width', 'height', 'constraints', 'constrainProportions', 'layoutChild', 'isMask'] as const),
  ...(['maskType', 'childIds', 'vectorPaths', 'operation', 'pointCount', 'innerRadius', 'arcData'] as const),
  'propertyReferences',
])
const NOT_OVERRIDABLE = 'This property cannot be overriden on an instance'
