import { useRef } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { remedyOf } from '../state/remedy.ts'
import { isLent, isSettled, type RunRow as Row } from '../state/run-row.ts'
import type { ListedRow } from '../state/run-rows.ts'
import { intoText, inVariantText, standingText } from '../texts/new-variants.ts'
import { beforeAfter } from '../texts/results.ts'
import { STATES, unsureText } from '../texts/run.ts'
import { jobName, whichNames } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { Compare } from './compare.tsx'
import { FaultActions, type FaultVerbs } from './fault-actions.tsx'
import { FaultNote } from './fault-note.tsx'
import { LayerName } from './layer-name.tsx'
import { PlacedActions, type PlacedLook, type PlacedVerbs } from './placed-actions.tsx'
import { RowDetail } from './row-detail.tsx'
import css from './run-list.module.css'
import { SmallerNote } from './smaller-note.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { type Looks, useLooks } from './use-looks.ts'

/** What all rows have in common. It stays the same object, so that a change of one row renders that one alone. */
export interface RunRowLook extends FaultVerbs, PlacedVerbs, PlacedLook {
  looks: Looks
  onStop: (id: number) => void
}

interface Props {
  listed: ListedRow
  /** Which row of how many this is: not all of them are rendered. */
  position: number
  of: number
  isQuiet: boolean
  look: RunRowLook
}

/** One job of a run: its state, before and after, and what may be done about it. */
export function RunRow({ listed, position, of, isQuiet, look }: Props) {
  const row = listed.row.value
  const { job, state, placed, unplaced, smaller, unsure } = row
  const item = useRef<HTMLLIElement>(null)
  useKeptFocus(item, () => item.current)
  const { before, after } = useLooks(look.looks, row, item)
  const name = jobName(job)
  // From the first moment on, so that nothing moves when the picture comes; what was stopped before has none to come.
  const hasPlace = !isSettled(state) || row.startedAt !== undefined
  const hasArrived = state.at === 'stopped' && unplaced?.picture !== undefined
  const isCompared = before !== undefined && after !== undefined
  const fault = state.at === 'failed' && (
    <FaultNote
      error={state.error}
      advice={look.isListed(row.keptAs) ? T.keptInList : unsure ? unsureText(unsure) : adviceOn(row, state.error)}
      isQuiet={isQuiet}
    />
  )
  return (
    <li ref={item} class={css.row} data-state={state.at} aria-posinset={position} aria-setsize={of} tabIndex={-1}>
      <div class={css.line}>
        <span class={css.name} title={name}>
          <LayerName row={job.row} which={whichNames(job)} />
        </span>
        <span class={css.state}>{hasArrived ? T.arrivedState : stateOf(row)}</span>
      </div>
      <RowDetail row={row} />
      {row.variant ? (
        <p>{inVariantText(row.variant.name)}</p>
      ) : (
        job.into && !placed && <p class={css.detail}>{intoText(job.into.variant)}</p>
      )}
      {!isSettled(state) && <div class={css.bar} style={{ '--share': SHARES[state.at] ?? 0 }} />}
      {(hasPlace || isCompared) && (
        <div class={css.look}>
          <Compare label={beforeAfter(name)} before={before} after={after} ratio={job.row.width / job.row.height} />
          {!isCompared && fault}
        </div>
      )}
      {(isCompared || !hasPlace) && fault}
      {!isSettled(state) && (
        <div class={css.actions}>
          <Button size="small" name={name} onPress={() => look.onStop(row.id)}>
            {T.stop}
          </Button>
        </div>
      )}
      {state.at === 'failed' && (
        <div class={css.actions}>
          <FaultActions row={row} name={name} {...look} />
        </div>
      )}
      {state.at === 'stopped' && (
        <>
          {row.isDetached && <p class={css.detail}>{T.detached}</p>}
          {hasArrived && <Waits row={row} look={look} />}
          <div class={css.actions}>
            <FaultActions row={row} name={name} {...look} />
          </div>
        </>
      )}
      {state.at === 'held' && (
        <>
          <Waits row={row} look={look} />
          <div class={css.actions}>
            <FaultActions row={row} name={name} {...look} />
          </div>
        </>
      )}
      {isLent(row) && (
        <>
          <p class={css.detail}>{T.lent}</p>
          <div class={css.actions}>
            <FaultActions row={row} name={name} {...look} />
          </div>
        </>
      )}
      {state.at === 'done' && smaller && <SmallerNote name={name} {...smaller} />}
      {state.at === 'done' && placed && (
        <PlacedActions name={name} placed={placed} variant={row.variant} row={job.row} {...look} />
      )}
    </li>
  )
}

/** Why its picture is in no new variant yet, where it is for one. */
function Waits({ row, look }: { row: Row; look: RunRowLook }) {
  const variant = look.variantOf(row)
  return variant ? <p>{standingText(variant)}</p> : null
}

const stateOf = ({ job, state }: Row) => (job.enlarging && state.at === 'editing' ? T.upscaling : STATES[state.at])

function adviceOn({ job, unplaced }: Row, error: AppError): string {
  const { advice, action } = remedyOf(error, job)
  if (unplaced?.picture) return action === 'place' ? advice : T.unplacedAdvice
  return unplaced ? `${advice} ${T.unreadAdvice}` : advice
}

/** How far each step is: most of the time goes into the edit. */
const SHARES: Partial<Record<Row['state']['at'], number>> = {
  waiting: 0,
  reading: 0.1,
  editing: 0.6,
  enlarging: 0.8,
  gathering: 0.9,
  placing: 0.95,
}
