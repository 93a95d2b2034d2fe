import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerType } from '../world.ts'
import { IDENTITY } from './geometry.ts'
import { type AutoLayout, type LayoutChild, PLAIN_CHILD, type RestingLayout } from './parts/auto-layout.ts'
import type { ComponentData, InstanceData, Mirror } from './parts/component-data.ts'
import { PLAIN_STROKE, type Stroke } from './parts/stroke.ts'
import type { StyleData } from './parts/style-data.ts'
import type { TextContent } from './parts/text-content.ts'
import type { CollectionData, VariableData } from './parts/variable-data.ts'

/** Everything that is stored of one node. It is never changed, only replaced: undo keeps the old ones. */
export interface LayerRecord {
  readonly id: string
  readonly type: 'DOCUMENT' | 'PAGE' | LayerType | SharedType
  readonly name: string
  readonly parentId: string | null
  readonly childIds: readonly string[]
  readonly visible: boolean
  readonly locked: boolean
  /**
   * Layer space → the space of what it lies in, axes of length 1. Groups and boolean operations have no space of their
   * own: for what lies in them it is that of the next frame, section or page (T:7352).
   */
  readonly transform: F.Transform
  /** px */
  readonly width: number
  /** px */
  readonly height: number
  readonly opacity: number
  readonly blendMode: F.BlendMode
  readonly isMask: boolean
  readonly maskType: F.MaskType
  readonly effects: readonly F.Effect[]
  /** px; of all corners, unless `corners` has one for each. */
  readonly cornerRadius: number
  readonly corners?: Corners | undefined
  readonly cornerSmoothing: number
  readonly clipsContent: boolean
  readonly constraints: F.Constraints
  readonly constrainProportions: boolean
  /** The sides that it keeps in proportion, where it is locked to them (T:7545). */
  readonly targetAspectRatio?: F.Vector | undefined
  /** First is lowest. Of a page, its background. */
  readonly fills: readonly F.Paint[]
  readonly strokes: readonly F.Paint[]
  readonly stroke: Stroke
  /** Ids of the styles that it follows; a value written by hand drops the id. */
  readonly styles: Readonly<Partial<Record<StyledField, string>>>
  /** Variables by the field that they set. Those of a paint or an effect are kept there. */
  readonly boundVariables: Readonly<Record<string, F.VariableAlias>>
  /** Modes by the id of a variable collection. */
  readonly variableModes: Readonly<Record<string, string>>
  readonly layoutChild: LayoutChild
  /** Of a frame: how it lays out its children, if it does. */
  readonly autoLayout?: AutoLayout | undefined
  /** Of a frame that lays out nothing: the values that its next auto layout begins with. */
  readonly restingLayout?: RestingLayout | undefined
  readonly layoutGrids?: readonly F.LayoutGrid[]
  readonly guides?: readonly F.Guide[]
  readonly text?: TextContent
  /** Of a vector: its outlines in its own space. */
  readonly vectorPaths?: F.VectorPaths
  /** Of a boolean operation. */
  readonly operation?: F.BooleanOperationNode['booleanOperation']
  /** Of a polygon or a star. */
  readonly pointCount?: number
  /** Of a star: of its outer radius, 0…1. */
  readonly innerRadius?: number
  readonly arcData?: F.ArcData
  readonly component?: ComponentData
  readonly instance?: InstanceData
  readonly mirror?: Mirror
  /** Which property of its component sets a field: `visible`, `characters` or `mainComponent`. */
  readonly propertyReferences?: Readonly<Record<string, string>>
  readonly style?: StyleData
  readonly variable?: VariableData
  readonly collection?: CollectionData
  readonly sectionContentsHidden?: boolean
  readonly expanded: boolean
  readonly reactions: readonly F.Reaction[]
  readonly exportSettings: readonly F.ExportSettings[]
  readonly pluginData: PluginData
}

/** px */
export interface Corners {
  readonly topLeft: number
  readonly topRight: number
  readonly bottomLeft: number
  readonly bottomRight: number
}

/** Not nodes: they lie on no page and in no children, and only others point at them. */
export type SharedType = 'STYLE' | 'VARIABLE' | 'VARIABLE_COLLECTION'

export type StyledField = 'fill' | 'stroke' | 'effect' | 'text' | 'grid'

/** Private data by plugin id, shared data by `shared:namespace`, relaunch buttons by `relaunch:plugin id`. */
export type PluginData = Readonly<Record<string, Readonly<Record<string, string>>>>

export type NewRecord = Pick<LayerRecord, 'id' | 'type' | 'name'> & Partial<LayerRecord>

/** What a new node has where nothing else is said. */
export const newRecord = (record: NewRecord): LayerRecord => ({
  parentId: null,
  childIds: [],
  visible: true,
  locked: false,
  transform: IDENTITY,
  width: 0,
  height: 0,
  opacity: 1,
  blendMode: 'PASS_THROUGH',
  isMask: false,
  maskType: 'ALPHA',
  effects: [],
  cornerRadius: 0,
  cornerSmoothing: 0,
  clipsContent: record.type === 'FRAME',
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  constrainProportions: false,
  fills: [],
  strokes: [],
  stroke: PLAIN_STROKE,
  styles: {},
  boundVariables: {},
  variableModes: {},
  layoutChild: PLAIN_CHILD,
  expanded: false,
  reactions: [],
  exportSettings: [],
  pluginData: {},
  ...record,
})
