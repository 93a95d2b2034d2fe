import { useEffect, useState } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { sumOf } from '../state/money.ts'
import { remedyOf } from '../state/remedy.ts'
import { isSettled, type RunRow as Row } from '../state/run-row.ts'
import {
  beforeAfter,
  elapsedText,
  moneyText,
  nameOf,
  revisedText,
  STATES,
  seedText,
  T,
  waitingUntil,
} from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import { Button } from './button.tsx'
import { Compare } from './compare.tsx'
import { FaultNote } from './fault-note.tsx'
import { LayerName } from './layer-name.tsx'
import { PlacedActions, type PlacedLook, type PlacedVerbs } from './placed-actions.tsx'
import css from './run-list.module.css'

export interface RunRowVerbs extends PlacedVerbs {
  onRetry: (id: number) => void
  onPlaceAgain: (id: number) => void
  onSaved: (id: number) => void
  onSettings: () => void
  onPrompt: () => void
  onModel: () => void
}

interface Props extends RunRowVerbs, PlacedLook {
  row: Row
}

/** One job of a run: its state, before and after, and what may be done about it. */
export function RunRow({ row, ...verbs }: Props) {
  const { job, state, placed, unplaced, told } = row
  const before = useBlobUrl(row.before)
  const after = useBlobUrl(row.after)
  const isUnderWay = !isSettled(state) && row.startedAt !== undefined
  const now = useNow(isUnderWay)
  return (
    <li class={css.row} data-state={state.at}>
      <div class={css.line}>
        <span class={css.name} title={nameOf(job.row)}>
          <LayerName row={job.row} />
        </span>
        <span class={css.state}>{STATES[state.at]}</span>
      </div>
      <p class={css.detail}>{detailOf(row, now)}</p>
      {!isSettled(state) && <div class={css.bar} style={{ '--share': `${SHARES[state.at] ?? 0}%` }} />}
      {(isUnderWay || state.at === 'done' || (before && after)) && (
        <Compare
          label={beforeAfter(nameOf(job.row))}
          before={before}
          after={after}
          ratio={job.row.width / job.row.height}
        />
      )}
      {told?.revisedPrompt && told.revisedPrompt !== job.prompt && (
        <p class={css.detail}>{revisedText(told.revisedPrompt)}</p>
      )}
      {state.at === 'failed' && (
        <FaultNote error={state.error} advice={adviceOn(state.error, unplaced)}>
          <FaultActions row={row} {...verbs} />
        </FaultNote>
      )}
      {state.at === 'stopped' && (
        <div class={css.actions}>
          <FaultActions row={row} {...verbs} />
        </div>
      )}
      {state.at === 'done' && placed && <PlacedActions placed={placed} row={job.row} {...verbs} />}
    </li>
  )
}

function FaultActions({ row, ...verbs }: { row: Row } & Omit<RunRowVerbs, keyof PlacedVerbs>) {
  const { id, state, unplaced } = row
  const file = useBlobUrl(unplaced?.file)
  const action = state.at === 'failed' ? remedyOf(state.error).action : 'retry'
  return (
    <>
      {action === 'settings' && (
        <Button size="small" onPress={verbs.onSettings}>
          {T.openSettings}
        </Button>
      )}
      {action === 'prompt' && (
        <Button size="small" onPress={verbs.onPrompt}>
          {T.changePrompt}
        </Button>
      )}
      {action === 'model' && (
        <Button size="small" onPress={verbs.onModel}>
          {T.chooseModel}
        </Button>
      )}
      {/* A picture that is here is paid for: it is placed or saved, not asked for again. */}
      {unplaced?.picture ? (
        <Button size="small" onPress={() => verbs.onPlaceAgain(id)}>
          {T.placeAgain}
        </Button>
      ) : (
        <Button size="small" onPress={() => verbs.onRetry(id)}>
          {T.tryAgain}
        </Button>
      )}
      {unplaced && file && (
        <a href={file} download={unplaced.fileName} onClick={() => verbs.onSaved(id)}>
          {T.saveFile}
        </a>
      )}
    </>
  )
}

function adviceOn(error: AppError, unplaced: Row['unplaced']): string {
  if (unplaced?.picture) return T.unplacedAdvice
  const { advice } = remedyOf(error)
  return unplaced ? `${advice} ${T.unreadAdvice}` : advice
}

function detailOf({ job, costs = [], startedAt, endedAt, waitsUntil }: Row, now: number): string {
  if (waitsUntil && waitsUntil > now && endedAt === undefined) return waitingUntil(Math.ceil((waitsUntil - now) / 1000))
  const elapsed = startedAt !== undefined && elapsedText(Math.max(0, (endedAt ?? now) - startedAt))
  return [elapsed, ...sumOf(costs).map(moneyText), job.seed !== undefined && seedText(job.seed)]
    .filter(Boolean)
    .join(' · ')
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
