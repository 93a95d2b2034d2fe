import type { ExportModel } from '../state/export.ts'
import { exportAgainText, saveFinishedText } from '../texts/exports.ts'
import { Button } from './button.tsx'
import { FileLink } from './file-link.tsx'

/** After an export: what there is to save, and trying again what is not done. */
export function ExportEnd({ exporting }: { exporting: ExportModel }) {
  const tally = exporting.tally.value
  const saved = exporting.saved.value
  const left = tally.failed + tally.stopped
  if (exporting.at.value !== 'idle' || (!saved && left === 0)) return null
  return (
    <>
      {saved && (
        <FileLink url={saved.url} file={saved.name} title={saved.name}>
          {saveFinishedText(tally)}
        </FileLink>
      )}
      {left > 0 && (
        <Button size="small" onPress={exporting.again}>
          {exportAgainText(tally)}
        </Button>
      )}
    </>
  )
}
