/** How large a file is: times the layer, or px of one edge. */
export interface FileSize {
  by: 'scale' | 'width' | 'height'
  value: number
}

export type FileFormat = 'PNG' | 'JPG' | 'WEBP' | 'SVG' | 'PDF'

/** One file of every layer. */
export interface Rule {
  /** Not of SVG and PDF, which have the layer's own. */
  size: FileSize
  format: FileFormat
  suffix: string
  /** 1–100, of JPG and WebP. */
  quality: number
}

export type CaseStyle = 'as-is' | 'lower' | 'kebab' | 'snake' | 'camel' | 'pascal'

/** What a designer chose for exports. */
export interface ExportChoice {
  /** The layers' own export settings, or the same rules for all. */
  from: 'layers' | 'rules'
  rules: readonly Rule[]
  /** How files are called, with `{names}` of what differs and `/` between folders. */
  template: string
  caseStyle: CaseStyle
  /** What a JPG of ours shows where the layer is clear, as `#rrggbb`. */
  ground: string
  /** What shows, or every result on the layers and the original. */
  pictures: 'shown' | 'all'
  /** Whether images that are too small for their files are made larger before: not, in the document, or in the files alone. */
  upscale: 'no' | 'file' | 'export'
}
