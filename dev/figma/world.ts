import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { Corners } from './document/layer-record.ts'
import type { AutoLayout, LayoutChild } from './document/parts/auto-layout.ts'
import type { Stroke } from './document/parts/stroke.ts'
import type { TextContent, TextRun } from './document/parts/text-content.ts'

/** A document as plain data: what `editor.open` turns into layers with ids and images with hashes. */
export interface WorldData {
  id: string
  title: string
  /** SRGB unless it says another. */
  colorProfile?: F.DocumentNode['documentColorProfile']
  pages: { name: string; layers: LayerSpec[] }[]
  /** PNG, JPEG or GIF bytes by name, at most 4096 px a side. */
  pictures: Record<string, Uint8Array>
  /** Components of a library, which instances may name. They lie on no page. */
  library?: LayerSpec[]
  /** Local styles by name. */
  styles?: StyleSpecs
  /** Those of a library: they are in the file once a layer names them or a plugin imports them. */
  libraryStyles?: StyleSpecs
  /**
   * Local colour variables by `collection/name`, with a colour for each mode. Paints are bound to them by that name in
   * place of an id.
   */
  variables?: Record<string, Record<string, F.RGBA>>
}

export interface StyleSpecs {
  paint?: Record<string, PaintSpec[]>
  text?: Record<string, Partial<TextContent['letters']>>
  effect?: Record<string, F.Effect[]>
  grid?: Record<string, F.LayoutGrid[]>
}

/**
 * One layer. Later layers and children lie on top. Position in px from the top left of the frame, section or page that it
 * lies in (groups have no space of their own), rotation in degrees.
 */
export interface LayerSpec {
  type: LayerType
  name: string
  x: number
  y: number
  /** Of an instance, 0 leaves it to the component. */
  width: number
  /** As the width. */
  height: number
  rotation?: number
  /** Mirrored left to right, before it is turned. */
  flipped?: boolean
  /** In place of `x`, `y`, `rotation` and `flipped`, also for a layer that is skewed. */
  transform?: F.Transform
  opacity?: number
  blendMode?: F.BlendMode
  visible?: boolean
  locked?: boolean
  isMask?: boolean
  maskType?: F.MaskType
  effects?: F.Effect[]
  cornerRadius?: number
  corners?: Corners
  clipsContent?: boolean
  constraints?: F.Constraints
  fills?: PaintSpec[]
  strokes?: PaintSpec[]
  stroke?: Partial<Stroke>
  /** Names of the world's styles. */
  fillStyle?: string
  strokeStyle?: string
  effectStyle?: string
  textStyle?: string
  gridStyle?: string
  /** Names of modes by the names of their collections. */
  variableModes?: Record<string, string>
  exportSettings?: F.ExportSettings[]
  autoLayout?: Partial<AutoLayout> & Pick<AutoLayout, 'mode'>
  layoutChild?: Partial<LayoutChild>
  text?: Partial<Omit<TextContent, 'letters' | 'runs'>> & {
    letters?: Partial<TextContent['letters']>
    runs?: (Omit<TextRun, 'fills'> & { fills?: PaintSpec[] })[]
  }
  vectorPaths?: F.VectorPaths
  operation?: F.BooleanOperationNode['booleanOperation']
  pointCount?: number
  innerRadius?: number
  arcData?: F.ArcData
  /** Of a component, or of the set that holds it. */
  definitions?: F.ComponentPropertyDefinitions
  description?: string
  /** Which property sets a field of this layer. */
  propertyReferences?: Record<string, string>
  /** Of an instance: the name of its component; of a variant, `set/variant`. Its children are made from it. */
  component?: string
  /** Of an instance: what differs in it, by the names of its layers. */
  overrides?: Record<string, Partial<Pick<LayerSpec, 'visible' | 'fills' | 'opacity' | 'text' | 'strokes' | 'effects'>>>
  /** Of an instance. */
  properties?: Record<string, string | boolean>
  /** Private plugin data by plugin id. */
  pluginData?: Record<string, Record<string, string>>
  children?: LayerSpec[]
}

export type LayerType =
  | 'FRAME'
  | 'GROUP'
  | 'SECTION'
  | 'COMPONENT'
  | 'COMPONENT_SET'
  | 'INSTANCE'
  | 'BOOLEAN_OPERATION'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'POLYGON'
  | 'STAR'
  | 'LINE'
  | 'VECTOR'
  | 'TEXT'
  | 'SLICE'

/** A paint as in Figma's typings, where an image paint names a picture of the world instead of a hash. */
export type PaintSpec = Exclude<F.Paint, F.ImagePaint> | (Omit<F.ImagePaint, 'imageHash'> & { picture: string })
