import { useState } from 'preact/hooks'
import { sumOf } from '../state/money.ts'
import { isSettled, type RunRow } from '../state/run-row.ts'
import { moneyText } from '../texts/money.ts'
import { elapsedText } from '../texts/numbers.ts'
import { inOneLine } from '../texts/phrases.ts'
import { seedText } from '../texts/results.ts'
import { rewordedText, sharedText, waitingUntil } from '../texts/run.ts'
import { jobName } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { MoreButton } from './more-button.tsx'
import css from './run-list.module.css'
import { useNow } from './use-now.ts'

/**
 * How long a row takes or took, what it was charged, with how many it is shared, and its seed; or how long it waits. In one
 * line, whatever comes to stand in it.
 */
export function RowDetail({ row }: { row: RunRow }) {
  const [isOpen, setOpen] = useState(false)
  const now = useNow(!isSettled(row.state) && row.startedAt !== undefined, TICK)
  const detail = detailOf(row, now)
  const reworded = row.told?.revisedPrompt !== row.job.prompt && row.told?.revisedPrompt
  return (
    <>
      <div class={css.line}>
        <p class={`${css.detail} ${css.one}`} title={detail}>
          {detail}
        </p>
        {reworded && (
          <MoreButton
            words={T.reworded}
            name={jobName(row.job)}
            title={T.rewordedBy}
            isOpen={isOpen}
            onPress={() => setOpen(!isOpen)}
          />
        )}
      </div>
      {reworded && isOpen && <p class={css.detail}>{rewordedText(reworded)}</p>}
    </>
  )
}

function detailOf({ job, costs = [], sharedWith, startedAt, endedAt, waitsUntil }: RunRow, now: number): string {
  if (waitsUntil && waitsUntil > now && endedAt === undefined) return waitingUntil(Math.ceil((waitsUntil - now) / 1000))
  return inOneLine([
    startedAt !== undefined && elapsedText(Math.max(0, (endedAt ?? now) - startedAt)),
    ...sumOf(costs).map(moneyText),
    sharedWith && sharedText(sharedWith),
    job.ownSeed ? T.seedUnknown : job.seed !== undefined && seedText(job.seed),
  ])
}

/** ms */
const TICK = 200
