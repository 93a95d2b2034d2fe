import type { RunModel } from '../state/run.ts'
import { settledIn } from '../state/tally.ts'
import { chargedText, spentText } from '../texts/money.ts'
import { spanText } from '../texts/numbers.ts'
import { inOneLine } from '../texts/phrases.ts'
import { addedText } from '../texts/results.ts'
import { endedOtherwise, parallelText, progressText, timeLeftText } from '../texts/run.ts'
import { T } from '../texts.ts'
import { ProgressBar } from './progress-bar.tsx'
import css from './run-foot.module.css'
import { useNow } from './use-now.ts'

/** How the run stands. What is seen changes all the time; what is heard does so at sensible intervals. */
export function RunProgress({ run }: { run: RunModel }) {
  const { total } = run.tally.value
  const settled = settledIn(run.tally.value)
  const charged = run.charged.value
  const money = run.busy.value ? spentText(charged, run.estimated.value) : charged.length > 0 && chargedText(charged)
  return (
    <div class={css.progress}>
      {total > 0 && (
        <>
          <ProgressBar label={T.progress} done={settled} total={total} words={progressText(settled, total)} />
          <p>{inOneLine([progressText(settled, total), money, run.added.value > 0 && addedText(run.added.value)])}</p>
          <p>
            <Clock run={run} />
          </p>
        </>
      )}
      {/* There before it says anything, or its first words would go unheard. */}
      <p class={css.heard} role="status">
        {run.announced.value}
      </p>
    </div>
  )
}

/** A component of its own: it changes each second. */
function Clock({ run }: { run: RunModel }) {
  const isBusy = run.busy.value
  const now = useNow(isBusy, SECOND)
  const left = isBusy ? run.timeLeft(now) : undefined
  const parallel = run.parallel.value
  return (
    <>
      {inOneLine([
        ...endedOtherwise(run.tally.value),
        spanText(run.elapsed(now)),
        left !== undefined && timeLeftText(left),
        isBusy && parallel.now < parallel.most && parallelText(parallel.now),
      ])}
    </>
  )
}

/** ms */
const SECOND = 1000
