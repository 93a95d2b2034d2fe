import type { ExportModel } from '../state/export.ts'
import { exportProgressText } from '../texts/exports.ts'
import { spanText } from '../texts/numbers.ts'
import { SEPARATOR } from '../texts/phrases.ts'
import { T } from '../texts.ts'
import end from './export.module.css'
import { ExportEnd } from './export-end.tsx'
import { ProgressBar } from './progress-bar.tsx'
import css from './run-foot.module.css'
import { useNow } from './use-now.ts'

/** How far the files are. What is seen changes all the time; what is heard does so at sensible intervals. */
export function ExportProgress({ exporting }: { exporting: ExportModel }) {
  const { total, done, failed, stopped } = exporting.tally.value
  const at = exporting.at.value
  const isShown = total > 0 && (at === 'drawing' || at === 'idle')
  const words = exportProgressText(exporting.tally.value)
  return (
    <div class={css.progress}>
      {isShown && (
        <>
          <ProgressBar label={T.exportProgress} done={done + failed + stopped} total={total} words={words} />
          <div class={end.end}>
            <p>
              {words}
              {SEPARATOR}
              <Clock exporting={exporting} />
            </p>
            <ExportEnd exporting={exporting} />
          </div>
        </>
      )}
      {/* There before it says anything, or its first words would go unheard. */}
      <p class={css.heard} role="status">
        {exporting.heard.value}
      </p>
    </div>
  )
}

/** A component of its own: it changes each second. */
function Clock({ exporting }: { exporting: ExportModel }) {
  return <>{spanText(exporting.elapsed(useNow(exporting.at.value === 'drawing', SECOND)))}</>
}

/** ms */
const SECOND = 1000
