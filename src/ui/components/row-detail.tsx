import { sumOf } from '../state/money.ts'
import { isSettled, type RunRow } from '../state/run-row.ts'
import { moneyText } from '../texts/money.ts'
import { elapsedText } from '../texts/numbers.ts'
import { seedText } from '../texts/results.ts'
import { sharedText, waitingUntil } from '../texts/run.ts'
import { T } from '../texts.ts'
import css from './run-list.module.css'
import { useNow } from './use-now.ts'

/** How long a row takes or took, what it was charged, with how many it is shared, and its seed; or how long it waits. */
export function RowDetail({ row }: { row: RunRow }) {
  const now = useNow(!isSettled(row.state) && row.startedAt !== undefined, TICK)
  return <p class={css.detail}>{detailOf(row, now)}</p>
}

function detailOf({ job, costs = [], sharedWith, startedAt, endedAt, waitsUntil }: RunRow, now: number): string {
  if (waitsUntil && waitsUntil > now && endedAt === undefined) return waitingUntil(Math.ceil((waitsUntil - now) / 1000))
  return [
    startedAt !== undefined && elapsedText(Math.max(0, (endedAt ?? now) - startedAt)),
    ...sumOf(costs).map(moneyText),
    sharedWith && sharedText(sharedWith),
    job.ownSeed ? T.seedUnknown : job.seed !== undefined && seedText(job.seed),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** ms */
const TICK = 200
