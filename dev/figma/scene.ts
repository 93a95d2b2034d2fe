import type { LayerRecord } from './document/layer-record.ts'
import type { LayerType } from './world.ts'

/**
 * A layer and what lies in it, as plain data: all that a painter needs to know. `transform` is layer space → the space of
 * the layer that holds it, also in groups. First is lowest.
 */
export interface SceneLayer extends Pick<LayerRecord, Drawn> {
  type: LayerType
  children: readonly SceneLayer[]
  /** The layers that pattern paints of this one repeat, by id. */
  patterns?: ReadonlyMap<string, SceneLayer>
}

type Drawn =
  | 'id'
  | 'visible'
  | 'width'
  | 'height'
  | 'transform'
  | 'opacity'
  | 'blendMode'
  | 'isMask'
  | 'maskType'
  | 'effects'
  | 'cornerRadius'
  | 'corners'
  | 'cornerSmoothing'
  | 'clipsContent'
  | 'fills'
  | 'strokes'
  | 'stroke'
  | 'text'
  | 'vectorPaths'
  | 'operation'
  | 'pointCount'
  | 'innerRadius'
  | 'arcData'
  | 'autoLayout'
  | 'sectionContentsHidden'

export type Profile = 'srgb' | 'display-p3'

export interface Profiles {
  document: Profile
  file: Profile
}

/** One picture to be painted. */
export interface PaintRequest {
  /** Top-level layers, first is lowest. */
  layers: readonly SceneLayer[]
  /** Space of the top-level layers → pixels of the result. */
  transform: LayerRecord['transform']
  /** px of the result */
  width: number
  /** px of the result */
  height: number
  /** A JPG has no alpha: what is empty becomes white. */
  format: 'PNG' | 'JPG'
  /** What the numbers of the layers' colours mean, and what those of the file do; sRGB unless said. */
  profiles?: Profiles
  /** The file bytes of every image that a paint of `layers` names. */
  images: ReadonlyMap<string, Uint8Array>
}

/** Encodes what the request shows. The document model knows no browser, so painting is a port. */
export interface Painter {
  paint(request: PaintRequest): Promise<Uint8Array>
}
