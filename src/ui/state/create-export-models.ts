import { zip } from '../exports/zip.ts'
import type { Codec } from '../image/codec.ts'
import { saveFile } from '../save-file.ts'
import { createExport } from './export.ts'
import { createExportChoice } from './export-choice.ts'
import { createExportUpscale, type ExportUpscaleServices } from './export-upscale.ts'
import { createExports } from './exports.ts'
import type { SelectionModel } from './selection.ts'
import type { SettingsModel } from './settings.ts'

export interface ExportModelsServices extends Omit<ExportUpscaleServices, 'selection'> {
  selection: SelectionModel
  settings: Pick<SettingsModel, 'exports' | 'changeExports'>
  codec: Pick<Codec, 'convert'>
}

/** What the Export tab shows and does. */
export function createExportModels({ settings, codec, ...services }: ExportModelsServices) {
  const { code, selection } = services
  const exportChoice = createExportChoice({ stored: settings.exports, keep: settings.changeExports })
  const exports = createExports({ code, selection, choice: exportChoice })
  const exportUpscale = createExportUpscale(services)
  const exporting = createExport({
    ...{ code, exports, choice: exportChoice, upscale: exportUpscale, zip, save: saveFile },
    convert: codec.convert,
  })
  return { exportChoice, exports, exportUpscale, exporting }
}
