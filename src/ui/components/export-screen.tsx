import { useEffect } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { ExportFoot } from './export-foot.tsx'
import { ExportForm } from './export-form.tsx'
import { ExportList } from './export-list.tsx'
import { RunSection } from './run-section.tsx'
import css from './screen.module.css'

interface Props {
  models: Models
  onSettings: () => void
  onEdit: () => void
}

/** The Export tab: what becomes a file and how, the files that makes, and making them. */
export function ExportScreen({ models, onSettings, onEdit }: Props) {
  const { exports } = models
  useEffect(() => {
    exports.show()
    return exports.hide
  }, [exports])
  return (
    <div class={css.screen}>
      <div class={css.body} data-scrolls>
        <div class={css.group}>
          <ExportForm models={models} />
        </div>
        <div class={css.group}>
          <ExportList models={models} />
        </div>
        <div class={css.group}>
          {showsRun(models) && (
            <RunSection models={models} onSettings={onSettings} onPrompt={onEdit} onModel={onEdit} />
          )}
        </div>
      </div>
      <ExportFoot models={models} showsRun={showsRun(models)} onSettings={onSettings} />
    </div>
  )
}

/** A run of images that are made larger is part of the export; of another one it is enough to see that it goes. */
const showsRun = ({ exportChoice, run }: Models) => exportChoice.all.value.upscale !== 'no' || run.busy.value
