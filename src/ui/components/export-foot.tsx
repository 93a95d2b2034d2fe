import { useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { OBSTACLES } from '../texts/exports.ts'
import { T } from '../texts.ts'
import { AccountFault } from './account-fault.tsx'
import { ExportProgress } from './export-progress.tsx'
import { ExportStart } from './export-start.tsx'
import { NoticeFault } from './notice-fault.tsx'
import { RunControls } from './run-controls.tsx'
import foot from './run-foot.module.css'
import { RunProgress } from './run-progress.tsx'
import css from './screen.module.css'
import { useKeptFocus } from './use-kept-focus.ts'

interface Props {
  models: Models
  showsRun: boolean
  onSettings: () => void
}

/** Below the files: what went wrong, how far they are, what is there to be saved, and the buttons for all of that. */
export function ExportFoot({ models, showsRun, onSettings }: Props) {
  const { exports, exporting, exportChoice, exportUpscale, run } = models
  const place = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLDivElement>(null)
  useKeptFocus(place, () => main.current)
  const obstacle = exports.obstacle.value
  const isQuiet = exporting.isBusy.value || !obstacle || obstacle === 'fault' || SAID_ABOVE.includes(obstacle)
  const isDrawn = (exporting.at.value === 'idle' || exporting.at.value === 'drawing') && exporting.rows.value.length > 0
  const isUpscaling = exportChoice.all.value.upscale !== 'no'
  const start = (
    <div ref={main} class={foot.main} tabIndex={-1}>
      <ExportStart models={models} />
    </div>
  )
  return (
    <div ref={place} class={css.foot} data-foot>
      {[exports, exporting].map(({ notice }, index) => (
        <NoticeFault key={index} error={notice.shown.value} onSettings={onSettings} />
      ))}
      <AccountFault
        models={models}
        need={isUpscaling && exportUpscale.needsAccount.value && 'upscale'}
        error={exportUpscale.notice.shown.value}
        onSettings={onSettings}
      />
      {showsRun && (run.busy.value || !isDrawn) && <RunProgress run={run} />}
      <ExportProgress exporting={exporting} />
      {exporting.at.value === 'upscaling' && <p class={css.line}>{T.upscalingFirst}</p>}
      {!isQuiet && OBSTACLES[obstacle] && <p class={css.line}>{OBSTACLES[obstacle]}</p>}
      {showsRun ? <RunControls models={models} warnings={warningsOf(models)} begin={start} add={start} /> : start}
    </div>
  )
}

/** What is borrowed for the files alone changes nothing else. */
const warningsOf = ({ exportChoice, exportUpscale }: Models) =>
  exportChoice.all.value.upscale === 'file' ? exportUpscale.warnings.value : { instances: 0, styles: [] }

/** Where the files would be listed, with what to press about it. */
const SAID_ABOVE: readonly string[] = ['settings']
