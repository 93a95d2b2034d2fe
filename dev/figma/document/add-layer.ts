import type { Transform } from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerSpec } from '../world.ts'
import { combined, IDENTITY, movedTo, turned } from './geometry.ts'
import type { NewRecord } from './layer-record.ts'
import type { OpenDocument } from './open-document.ts'
import { PLAIN_CHILD, PLAIN_LAYOUT } from './parts/auto-layout.ts'
import { PLAIN_STROKE } from './parts/stroke.ts'
import { PLAIN_LETTERS, PLAIN_TEXT, type TextContent } from './parts/text-content.ts'

/** Adds a layer of a world, with all that is in it. */
export function addLayer(document: OpenDocument, spec: LayerSpec, parentId: string): void {
  const { id } = document.tree.create(parentId, recordFrom(document, spec))
  const children = spec.children ?? []
  if (children.length > 0 && !HOLDERS.has(spec.type)) throw new Error(`“${spec.name}” is no frame and has children.`)
  for (const child of children) addLayer(document, child, id)
}

function recordFrom(document: OpenDocument, spec: LayerSpec): Omit<NewRecord, 'id'> {
  const { type, fills = [], strokes = [], stroke, autoLayout, layoutChild, text } = spec
  return {
    ...asGiven(spec),
    transform: transformOf(spec),
    fills: document.paintsFromSpecs(fills),
    strokes: document.paintsFromSpecs(strokes),
    stroke: { ...PLAIN_STROKE, ...stroke },
    layoutChild: { ...PLAIN_CHILD, ...layoutChild },
    ...(autoLayout && { autoLayout: { ...PLAIN_LAYOUT, ...autoLayout } }),
    ...(type === 'TEXT' && { text: textFrom(document, text) }),
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

function textFrom(document: OpenDocument, text: LayerSpec['text'] = {}): TextContent {
  const { letters, runs = [], ...rest } = text
  return {
    ...PLAIN_TEXT,
    ...rest,
    letters: { ...PLAIN_LETTERS, ...letters },
    runs: runs.map(({ fills, ...run }) => ({ ...run, ...(fills && { fills: document.paintsFromSpecs(fills) }) })),
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

const HOLDERS: ReadonlySet<string> = new Set([
  ...['FRAME', 'GROUP', 'SECTION', 'COMPONENT', 'COMPONENT_SET', 'BOOLEAN_OPERATION'],
])
const MIRRORED: Transform = [
  [-1, 0, 0],
  [0, 1, 0],
]
