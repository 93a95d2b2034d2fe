import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import { textName } from '../text/text-name.ts'
import type { LayerSpec } from '../world.ts'
import { type AddedInstance, componentNamed, fillInstances } from './add-instances.ts'
import { combined, IDENTITY, movedTo, turned } from './geometry.ts'
import { INTERNAL, isInternal } from './instances/internal.ts'
import { freshComponent } from './instances/make-component.ts'
import type { NewRecord, StyledField } from './layer-record.ts'
import { keyFor } from './new-key.ts'
import type { OpenDocument } from './open-document.ts'
import { PLAIN_CHILD, PLAIN_LAYOUT } from './parts/auto-layout.ts'
import type { ComponentData } from './parts/component-data.ts'
import { PLAIN_STROKE } from './parts/stroke.ts'
import { PLAIN_LETTERS, PLAIN_TEXT, type TextContent } from './parts/text-content.ts'
import { following } from './styles/follow-style.ts'
import type { Tree } from './tree.ts'

/** Adds layers of a world, with all that is in them. An instance may come before its component. */
export function addLayers(document: OpenDocument, layers: readonly { layer: LayerSpec; parentId: string }[]): void {
  const instances: AddedInstance[] = []
  for (const { layer, parentId } of layers) addLayer(document, layer, parentId, instances)
  nameSwaps(document.tree)
  fillInstances(document, instances)
}

function addLayer(document: OpenDocument, spec: LayerSpec, parentId: string, instances: AddedInstance[]): void {
  const { id } = document.tree.create(parentId, recordFrom(document, spec))
  followStyles(document, spec, id)
  if (COMPONENTS.has(spec.type)) document.tree.change(id, { component: componentFrom(document.tree, id, spec) })
  if (spec.type === 'INSTANCE') instances.push({ id, spec })
  const children = spec.children ?? []
  if (children.length > 0 && !HOLDERS.has(spec.type)) throw new Error(`“${spec.name}” is no frame and has children.`)
  for (const child of children) addLayer(document, child, id, instances)
}

function followStyles({ tree, styles }: OpenDocument, spec: LayerSpec, id: string): void {
  const names = {
    fill: spec.fillStyle,
    stroke: spec.strokeStyle,
    effect: spec.effectStyle,
    text: spec.textStyle,
    grid: spec.gridStyle,
  }
  for (const [field, name] of Object.entries(names) as [StyledField, string | undefined][]) {
    if (name !== undefined) tree.change(id, following(tree.get(id), field, styles.named(field, name)))
  }
}

/** What lies in a library has a key that goes by its name, so that a test can ask for it. */
function componentFrom(tree: Tree, id: string, { name, description = '', definitions = {} }: LayerSpec): ComponentData {
  const component = freshComponent(id, { description, definitions })
  if (!isInternal(tree, id)) return component
  const { parentId } = tree.get(id)
  const path = parentId === INTERNAL ? name : `${tree.get(parentId!).name}/${name}`
  return { ...component, remote: true, key: libraryKey(path) }
}

/** The key of a component of a world's library, by its name; of a variant by `set/variant`. */
export const libraryKey = (name: string): string => keyFor(`library ${name}`)

/** A world gives the name of the component that a property swaps in by default; Figma keeps its id. */
function nameSwaps(tree: Tree): void {
  for (const { id, component } of [...tree.all()]) {
    if (!component) continue
    const definitions = Object.entries(component.definitions).map(([key, definition]) => {
      const isName = definition.type === 'INSTANCE_SWAP' && !tree.find(String(definition.defaultValue))
      return [
        key,
        isName ? { ...definition, defaultValue: componentNamed(tree, String(definition.defaultValue)).id } : definition,
      ]
    })
    if (definitions.length > 0)
      tree.change(id, { component: { ...component, definitions: Object.fromEntries(definitions) } })
  }
}

function recordFrom(document: OpenDocument, spec: LayerSpec): Omit<NewRecord, 'id'> {
  const { type, fills = [], strokes = [], stroke, autoLayout, layoutChild } = spec
  return {
    ...asGiven(spec),
    transform: transformOf(spec),
    fills: document.paintsFromSpecs(fills),
    strokes: document.paintsFromSpecs(strokes),
    stroke: { ...PLAIN_STROKE, ...stroke },
    layoutChild: { ...PLAIN_CHILD, ...layoutChild },
    variableModes: document.variables.modesOf(spec.variableModes),
    ...(autoLayout && { autoLayout: { ...PLAIN_LAYOUT, ...autoLayout } }),
    ...(type === 'TEXT' && { text: textFrom(document, spec) }),
  }
}

/** The fields that a record has under the same name and in the same form. */
function asGiven(spec: LayerSpec): Omit<NewRecord, 'id'> {
  const entries = SAME.map((name) => [name, spec[name]] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as unknown as Omit<NewRecord, 'id'>
}

function transformOf({ x, y, rotation = 0, flipped, transform }: LayerSpec) {
  if (transform) return transform
  const upright = turned(movedTo(IDENTITY, { x, y }), rotation)
  return flipped ? combined(upright, MIRRORED) : upright
}

function textFrom(document: OpenDocument, { name, text = {} }: LayerSpec): TextContent {
  const { letters, runs = [], ...rest } = text
  return {
    ...PLAIN_TEXT,
    // A text that is called otherwise than it reads was given its name by hand.
    autoRename: name === textName(text.characters ?? ''),
    ...rest,
    letters: { ...PLAIN_LETTERS, ...letters },
    runs: document.runsFromSpecs(runs),
  }
}

const SAME = [
  'type',
  'name',
  'width',
  'height',
  'opacity',
  'blendMode',
  'visible',
  'locked',
  'isMask',
  'maskType',
  'effects',
  'cornerRadius',
  'corners',
  'clipsContent',
  'constraints',
  'exportSettings',
  'vectorPaths',
  'operation',
  'pointCount',
  'innerRadius',
  'arcData',
  'propertyReferences',
  'pluginData',
] as const satisfies readonly (keyof LayerSpec)[]

const COMPONENTS: ReadonlySet<string> = new Set(['COMPONENT', 'COMPONENT_SET'])
const HOLDERS: ReadonlySet<string> = new Set([
  ...['FRAME', 'GROUP', 'SECTION', 'COMPONENT', 'COMPONENT_SET', 'BOOLEAN_OPERATION'],
])
const MIRRORED: Transform = [
  [-1, 0, 0],
  [0, 1, 0],
]
