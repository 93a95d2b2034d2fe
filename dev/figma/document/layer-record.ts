import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { ScenePaint } from '../scene.ts'
import type { LayerType } from '../world.ts'
import { IDENTITY } from './geometry.ts'

/** Everything that is stored of one node. It is never changed, only replaced: undo keeps the old ones. */
export interface LayerRecord {
  readonly id: string
  readonly type: 'DOCUMENT' | 'PAGE' | LayerType
  readonly name: string
  readonly parentId: string | null
  readonly childIds: readonly string[]
  readonly visible: boolean
  readonly locked: boolean
  /** Layer space → parent space, with unit axes. */
  readonly transform: F.Transform
  /** px */
  readonly width: number
  /** px */
  readonly height: number
  readonly opacity: number
  readonly blendMode: F.BlendMode
  /** px */
  readonly cornerRadius: number
  readonly clipsContent: boolean
  readonly constraints: F.Constraints
  readonly fills: readonly ScenePaint[]
  readonly exportSettings: readonly F.ExportSettings[]
  readonly pluginData: PluginData
}

/** Private data by plugin id, shared data by `shared:namespace`, relaunch buttons by `relaunch:plugin id`. */
export type PluginData = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What a new node has where nothing else is said. */
export const newRecord = (record: Pick<LayerRecord, 'id' | 'type' | 'name'> & Partial<LayerRecord>): LayerRecord => ({
  parentId: null,
  childIds: [],
  visible: true,
  locked: false,
  transform: IDENTITY,
  width: 0,
  height: 0,
  opacity: 1,
  blendMode: 'PASS_THROUGH',
  cornerRadius: 0,
  clipsContent: record.type === 'FRAME',
  constraints: { horizontal: 'MIN', vertical: 'MIN' },
  fills: [],
  exportSettings: [],
  pluginData: {},
  ...record,
})
