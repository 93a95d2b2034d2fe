import type { Size } from '../../shared/picture.ts'
import type { ExportAs, ExportedRoot, ExportFile, ExportLayer, Exports } from '../../shared/protocol.ts'
import { isFault, type TemplateFault } from '../words/template.ts'
import type { ExportChoice, FileFormat } from './choice.ts'
import { fileNamer } from './file-name.ts'
import { pixelsOf, scaleOf } from './file-size.ts'
import { DEFAULT_TEMPLATE } from './presets.ts'
import { shownPictures } from './shown-pictures.ts'
import { readTemplate } from './template.ts'
import { uniquePaths } from './unique-paths.ts'
import { type Conversion, wantedFiles } from './wanted-files.ts'

/** What is going to be written. */
export interface ExportPlan {
  files: PlannedFile[]
  skipped: SkippedExport[]
  /** Why there are no files: the template cannot be used. */
  fault?: TemplateFault
}

export interface PlannedFile {
  /** Distinct, and the same in every plan of the same choice. */
  key: string
  layer: ExportLayer
  /** What Figma is asked. */
  as: ExportAs
  shows?: ExportFile['shows']
  convert?: Conversion
  /** Distinct and safe, with its extension. */
  path: string
  /** px, about; of SVG and PDF at 1×. */
  size: Size
  /** How many times the layer its images are shown. */
  scale: number
  format: FileFormat
}

/** A layer without a file; `none`: it has no export settings of its own. */
export interface SkippedExport {
  layer: ExportLayer
  why: 'hidden' | 'empty' | 'none'
}

/** The files of a choice, in the order of the layers. An empty template is the one that a designer begins with. */
export function planFiles(exports: Exports, choice: ExportChoice): ExportPlan {
  const skipped = exports.layers.flatMap((layer): SkippedExport[] => {
    const why = layer.skipped ?? (choice.from === 'layers' && layer.own.length === 0 ? 'none' : undefined)
    return why ? [{ layer, why }] : []
  })
  const properties = exports.layers.flatMap((layer) => Object.keys(layer.properties ?? {}))
  const template = readTemplate(choice.template.trim() || DEFAULT_TEMPLATE, properties)
  if (isFault(template)) return { files: [], skipped, fault: template }

  const wanted = exports.layers.flatMap((layer) => (layer.skipped ? [] : filesOf(layer, choice)))
  const name = fileNamer(template, exports, choice.caseStyle)
  const { length } = `${wanted.length}`
  const paths = wanted.map((file, index) => name({ ...file, number: `${index + 1}`.padStart(length, '0') }))
  const texts = uniquePaths(paths)
  const files = wanted.map(({ key, layer, shows, wanted: { as, convert, format, size, shape } }, index) => ({
    ...{ key, layer, as, format, path: texts[index]! },
    ...{ size: pixelsOf(size, shape), scale: scaleOf(size, shape) },
    ...(shows && { shows }),
    ...(convert && { convert }),
  }))
  return { files, skipped }
}

/** Each layer once, at the largest scale that one of its files has. */
export function rootsOf(files: readonly PlannedFile[]): ExportedRoot[] {
  const scales = new Map<string, number>()
  for (const { layer, scale } of files) scales.set(layer.id, Math.max(scale, scales.get(layer.id) ?? 0))
  return [...scales].map(([id, scale]) => ({ id, scale }))
}

const filesOf = (layer: ExportLayer, choice: ExportChoice) =>
  shownPictures(layer, choice.pictures).flatMap(({ result, shows }) =>
    wantedFiles(layer, choice).map((wanted, index) => ({
      ...{ key: `${layer.id} ${result} ${index}`, layer, wanted, result, shows },
    })),
  )
