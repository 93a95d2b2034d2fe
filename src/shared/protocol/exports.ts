import type { Bytes, PictureType, Size } from '../picture.ts'
import type { LayerResult } from './results.ts'
import type { LayerRow } from './rows.ts'

/** A layer that is to be exported, and the largest scale at which it is. */
export interface ExportedRoot {
  id: string
  scale: number
}

/** What can be exported. */
export interface Exports {
  /** The name of the file, and of the open page. */
  file: string
  page: string
  layers: ExportLayer[]
}

export interface ExportLayer extends Pick<LayerRow, 'id' | 'name'> {
  /** The name of the outermost frame that it lies in, if any. */
  frame?: string | undefined
  /** px at 1×: what Figma draws of it, with shadows and what overhangs, and its box. */
  drawn: Size
  box: Size
  /** Its own export settings, as Figma keeps them. */
  own: ExportAs[]
  /** Of a variant: the name of its set. */
  set?: string | undefined
  /** Of a variant, or of an instance of one: its values by the names of the properties. */
  properties?: Record<string, string> | undefined
  /** Those on the layer and on the rectangle that Refill made for it, oldest first; `original`: whether none shows. */
  results: Pick<LayerResult, 'hash' | 'shown'>[]
  original: boolean
  /** Why there is no file of it. */
  skipped?: 'hidden' | 'empty' | undefined
}

/** What Figma is asked to write: its own ExportSettings (T:5130), of which the panel writes only some. */
export interface ExportAs {
  format: 'PNG' | 'JPG' | 'SVG' | 'PDF'
  suffix?: string
  /** Of PNG and JPG alone. `SCALE`: times the layer; else px. */
  constraint?: { type: 'SCALE' | 'WIDTH' | 'HEIGHT'; value: number }
  colorProfile?: 'DOCUMENT' | 'SRGB' | 'DISPLAY_P3_V4'
  useAbsoluteBounds?: boolean
  contentsOnly?: boolean
}

export interface ExportFile {
  id: string
  as: ExportAs
  /** What the layer shows in it: one of its results, by hash, or what was there before Refill. Without it, what it shows now. */
  shows?: { result: string } | 'original' | undefined
  /** The hashes of images that it shows larger, as they were lent. */
  larger?: readonly string[] | undefined
  /** Draw it also with fewer of these: all that it needs is more than can be kept at once. */
  anyway?: boolean | undefined
}

export interface ExportedFile {
  bytes: Bytes
  type: PictureType | 'image/svg+xml' | 'application/pdf'
  /** px, where it is made of these. */
  size?: Size | undefined
  /** How many layers in it show their own image all the same. */
  missed?: number | undefined
}

/** The hashes of images of which a larger picture is to be lent first. Nothing was drawn. */
export interface MissingImages {
  needs: string[]
}
