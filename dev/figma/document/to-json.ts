import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerType } from '../world.ts'
import { rotationOf } from './geometry.ts'
import { type LayerRecord, newRecord, type PluginData, type SharedType } from './layer-record.ts'
import { ROOT, type Tree } from './tree.ts'

export interface DocumentJson {
  name: string
  pluginData: PluginData
  pages: PageJson[]
  /** Styles, variables and their collections, by id. */
  shared: SharedJson[]
}

/** What layers share, on no page. */
export interface SharedJson {
  id: string
  type: SharedType
  name: string
  fills: F.Paint[]
  more: Partial<LayerRecord>
  pluginData: PluginData
}

export interface PageJson {
  id: string
  name: string
  backgrounds: F.Paint[]
  /** Every other field of the record that is not as in a new page. */
  more: Partial<LayerRecord>
  pluginData: PluginData
  children: LayerJson[]
}

export interface LayerJson {
  id: string
  name: string
  type: LayerType
  /** px from the parent's top left */
  x: number
  /** px from the parent's top left */
  y: number
  /** px */
  width: number
  /** px */
  height: number
  /** Degrees, counterclockwise. */
  rotation: number
  transform: F.Transform
  opacity: number
  visible: boolean
  locked: boolean
  blendMode: F.BlendMode
  cornerRadius: number
  clipsContent: boolean
  constraints: F.Constraints
  fills: F.Paint[]
  /** Every other field of the record that is not as in a new layer. */
  more: Partial<LayerRecord>
  pluginData: PluginData
  /** First is lowest. */
  children: LayerJson[]
}

/** The whole document in a fixed order of keys: equal documents give equal text. */
export function documentJson(tree: Tree): DocumentJson {
  const { name, pluginData, childIds } = tree.get(ROOT)
  return {
    name,
    pluginData: sorted(pluginData),
    pages: childIds.map((id) => pageJson(tree, id)),
    shared: sharedJson(tree),
  }
}

const sharedJson = (tree: Tree): SharedJson[] =>
  [...tree.all()]
    .filter(({ style, variable, collection }) => style ?? variable ?? collection)
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((record) => ({
      id: record.id,
      type: record.type as SharedType,
      name: record.name,
      fills: structuredClone(record.fills) as F.Paint[],
      more: moreOf(record),
      pluginData: sorted(record.pluginData),
    }))

function pageJson(tree: Tree, id: string): PageJson {
  const record = tree.get(id)
  return {
    id,
    name: record.name,
    backgrounds: structuredClone(record.fills) as F.Paint[],
    more: moreOf(record),
    pluginData: sorted(record.pluginData),
    children: record.childIds.map((childId) => layerJson(tree, childId)),
  }
}

export function layerJson(tree: Tree, id: string): LayerJson {
  const record = tree.get(id)
  return {
    id,
    name: record.name,
    type: record.type as LayerType,
    x: record.transform[0][2],
    y: record.transform[1][2],
    width: record.width,
    height: record.height,
    rotation: rotationOf(record.transform),
    transform: structuredClone(record.transform),
    opacity: record.opacity,
    visible: record.visible,
    locked: record.locked,
    blendMode: record.blendMode,
    cornerRadius: record.cornerRadius,
    clipsContent: record.clipsContent,
    constraints: { ...record.constraints },
    fills: structuredClone(record.fills) as F.Paint[],
    more: moreOf(record),
    pluginData: sorted(record.pluginData),
    children: record.childIds.map((childId) => layerJson(tree, childId)),
  }
}

function moreOf(record: LayerRecord): Partial<LayerRecord> {
  const plain = newRecord({ id: record.id, type: record.type, name: record.name })
  const isPlain = (name: string, value: unknown) =>
    TOLD.has(name) || JSON.stringify(value) === JSON.stringify(plain[name as keyof LayerRecord])
  return Object.fromEntries(structuredClone(byName({ ...record })).filter(([name, value]) => !isPlain(name, value)))
}

/** Owners and keys by name: the order of writing is no part of a document. */
const sorted = (data: PluginData): PluginData =>
  Object.fromEntries(byName(data).map(([owner, entries]) => [owner, Object.fromEntries(byName(entries))]))

/** Fields that a layer's JSON always has, or has in another form. */
const TOLD: ReadonlySet<string> = new Set([
  ...['id', 'type', 'name', 'parentId', 'childIds', 'visible', 'locked', 'transform', 'width', 'height', 'opacity'],
  ...['blendMode', 'cornerRadius', 'clipsContent', 'constraints', 'fills', 'pluginData'],
])

const byName = <T>(record: Readonly<Record<string, T>>) =>
  Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1))
