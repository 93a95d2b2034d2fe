import type { Size } from '../../shared/picture.ts'
import type { ExportAs, ExportLayer } from '../../shared/protocol.ts'
import type { ExportChoice, FileFormat, FileSize, Rule } from './choice.ts'

/** What the panel makes of the PNG that Figma gives. */
export interface Conversion {
  type: 'image/jpeg' | 'image/webp'
  /** 1–100 */
  quality: number
  /** What shows where the layer is clear, as `#rrggbb`; of JPG alone. */
  ground?: string
}

/** One file of a layer, before it has a name. */
export interface WantedFile {
  as: ExportAs
  format: FileFormat
  size: FileSize
  suffix: string
  /** px at 1×: what of the layer is in it. */
  shape: Size
  convert?: Conversion
}

/** What is written of a layer: its own settings just as they are, or a file for each rule. */
export function wantedFiles(layer: ExportLayer, { from, rules, ground }: ExportChoice): WantedFile[] {
  if (from === 'rules') return rules.map((rule) => byRule(rule, { ground, shape: layer.drawn }))
  return layer.own.map((as) => ({
    as,
    format: as.format,
    size: ownSize(as),
    suffix: as.suffix ?? '',
    shape: as.useAbsoluteBounds ? layer.box : layer.drawn,
  }))
}

/** Figma's own JPG has no quality, and it writes no WebP: these are made of a PNG. */
function byRule(
  { size, format, suffix, quality }: Rule,
  { ground, shape }: { ground: string; shape: Size },
): WantedFile {
  const wanted = { format, suffix, shape }
  if (isVector(format)) return { ...wanted, as: { format }, size: ONCE }
  const constraint = { type: CONSTRAINTS[size.by], value: size.value }
  if (format === 'PNG') return { ...wanted, size, as: { format, constraint } }
  const as: ExportAs = { format: 'PNG', constraint, colorProfile: 'SRGB' }
  const convert: Conversion =
    format === 'JPG' ? { type: 'image/jpeg', quality, ground } : { type: 'image/webp', quality }
  return { ...wanted, size, as, convert }
}

function ownSize({ format, constraint }: ExportAs): FileSize {
  if (!constraint || isVector(format)) return ONCE
  return { by: SIZES[constraint.type], value: constraint.value }
}

const isVector = (format: FileFormat): format is 'SVG' | 'PDF' => format === 'SVG' || format === 'PDF'

const ONCE: FileSize = { by: 'scale', value: 1 }
const CONSTRAINTS = { scale: 'SCALE', width: 'WIDTH', height: 'HEIGHT' } as const
const SIZES = { SCALE: 'scale', WIDTH: 'width', HEIGHT: 'height' } as const
