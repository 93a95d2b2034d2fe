import type * as F from '@figma/plugin-typings/plugin-api-standalone'
import type { LayerType, LinearGradient } from './world.ts'

/** A layer and what lies in it, as plain data: all that a painter needs to know. */
export interface SceneLayer {
  id: string
  type: LayerType
  visible: boolean
  /** px */
  width: number
  /** px */
  height: number
  /** Layer space → parent space. */
  transform: F.Transform
  opacity: number
  blendMode: F.BlendMode
  /** px */
  cornerRadius: number
  clipsContent: boolean
  /** First is lowest. */
  fills: readonly ScenePaint[]
  /** First is lowest. */
  children: readonly SceneLayer[]
}

export type ScenePaint = F.SolidPaint | LinearGradient | F.ImagePaint

/** One picture to be painted. */
export interface PaintRequest {
  /** Top-level layers, first is lowest. */
  layers: readonly SceneLayer[]
  /** Space of the top-level layers → pixels of the result. */
  transform: F.Transform
  /** px of the result */
  width: number
  /** px of the result */
  height: number
  /** A JPG has no alpha: what is empty becomes white. */
  format: 'PNG' | 'JPG'
  /** The file bytes of every image that a paint of `layers` names. */
  images: ReadonlyMap<string, Uint8Array>
}

/** Encodes what the request shows. The document model knows no browser, so painting is a port. */
export interface Painter {
  paint(request: PaintRequest): Promise<Uint8Array>
}
