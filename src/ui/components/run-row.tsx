import { useEffect, useState } from 'preact/hooks'
import { isSettled, type RunRow as Row } from '../state/run-row.ts'
import { beforeAfter, elapsedText, FAULTS, moneyText, STATES, seedText, T, waitingUntil } from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import { Button } from './button.tsx'
import { Compare } from './compare.tsx'
import { FaultNote } from './fault-note.tsx'
import css from './run-list.module.css'

export interface RunRowVerbs {
  onRetry: (id: number) => void
  onPlaceAgain: (id: number) => void
  onOriginal: (id: number) => void
  onSettings: () => void
  onPrompt: () => void
}

/** One job of a run: its state, before and after, and what may be done about it. */
export function RunRow({ row, ...verbs }: { row: Row } & RunRowVerbs) {
  const { job, state } = row
  const before = useBlobUrl(row.before)
  const after = useBlobUrl(row.after)
  const now = useNow(!isSettled(state) && row.startedAt !== undefined)
  return (
    <li class={css.row} data-state={state.at}>
      <div class={css.line}>
        <span class={css.name} title={job.row.name}>
          {job.row.name}
        </span>
        <span class={css.state}>{STATES[state.at]}</span>
      </div>
      <p class={css.detail}>{detailOf(row, now)}</p>
      {!isSettled(state) && <div class={css.bar} style={{ '--share': `${SHARES[state.at] ?? 0}%` }} />}
      {before && after && (
        <Compare
          label={beforeAfter(job.row.name)}
          before={before}
          after={after}
          ratio={job.row.width / job.row.height}
        />
      )}
      {state.at === 'failed' && (
        <FaultNote error={state.error} advice={row.unplaced && T.unplacedAdvice}>
          <FaultActions row={row} {...verbs} />
        </FaultNote>
      )}
      {state.at === 'stopped' && (
        <div class={css.actions}>
          <FaultActions row={row} {...verbs} />
        </div>
      )}
      {state.at === 'done' && (
        <div class={css.actions}>
          {row.showsOriginal ? (
            <span class={css.detail}>{T.originalShown}</span>
          ) : (
            <Button size="small" onPress={() => verbs.onOriginal(row.id)}>
              {T.original}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function FaultActions({ row, onRetry, onPlaceAgain, onSettings, onPrompt }: { row: Row } & RunRowVerbs) {
  const file = useBlobUrl(row.unplaced?.file)
  const action = row.state.at === 'failed' ? FAULTS[row.state.error.fault].action : 'retry'
  // A picture that is here is paid for: it is placed or saved, not asked for again.
  if (row.unplaced) {
    const ending = row.unplaced.picture.type === 'image/jpeg' ? 'jpg' : 'png'
    return (
      <>
        <Button size="small" onPress={() => onPlaceAgain(row.id)}>
          {T.placeAgain}
        </Button>
        {file && (
          <a href={file} download={`${row.job.row.name}.${ending}`}>
            {T.saveFile}
          </a>
        )}
      </>
    )
  }
  return (
    <>
      {action === 'settings' && (
        <Button size="small" onPress={onSettings}>
          {T.openSettings}
        </Button>
      )}
      {action === 'prompt' && (
        <Button size="small" onPress={onPrompt}>
          {T.changePrompt}
        </Button>
      )}
      <Button size="small" onPress={() => onRetry(row.id)}>
        {T.tryAgain}
      </Button>
    </>
  )
}

function detailOf({ job, cost, startedAt, endedAt, waitsUntil }: Row, now: number): string {
  if (waitsUntil && waitsUntil > now && endedAt === undefined) return waitingUntil(Math.ceil((waitsUntil - now) / 1000))
  const elapsed = startedAt !== undefined && elapsedText(Math.max(0, (endedAt ?? now) - startedAt))
  return [elapsed, cost && moneyText(cost), job.seed !== undefined && seedText(job.seed)].filter(Boolean).join(' · ')
}

/** The time, followed while it is shown. */
function useNow(running: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(Date.now()), TICK)
    return () => clearInterval(timer)
  }, [running])
  return now
}

/** How far each step is, in per cent: most of the time goes into the edit. */
const SHARES: Partial<Record<Row['state']['at'], number>> = { waiting: 0, reading: 10, editing: 60, placing: 95 }
/** ms */
const TICK = 200
