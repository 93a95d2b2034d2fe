import type * as F from '@figma/plugin-typings/plugin-api-standalone'

/** A document as plain data: what `editor.open` turns into layers with ids and images with hashes. */
export interface WorldData {
  id: string
  title: string
  pages: { name: string; layers: LayerSpec[] }[]
  /** PNG, JPEG or GIF bytes by name, at most 4096 px a side. */
  pictures: Record<string, Uint8Array>
}

/** One layer. Later layers and children lie on top. Position in px from the parent's top left, rotation in degrees. */
export interface LayerSpec {
  type: LayerType
  name: string
  x: number
  y: number
  width: number
  height: number
  rotation?: number
  opacity?: number
  visible?: boolean
  locked?: boolean
  cornerRadius?: number
  clipsContent?: boolean
  fills: PaintSpec[]
  children?: LayerSpec[]
}

export type LayerType = 'FRAME' | 'RECTANGLE' | 'ELLIPSE'

/** A paint as in Figma's typings, where an image paint names a picture of the world instead of a hash. */
export type PaintSpec = F.SolidPaint | LinearGradient | (Omit<F.ImagePaint, 'imageHash'> & { picture: string })

export type LinearGradient = Omit<F.GradientPaint, 'type'> & { readonly type: 'GRADIENT_LINEAR' }
