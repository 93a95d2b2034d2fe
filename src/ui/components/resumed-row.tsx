import { useRef } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { remedyOf } from '../state/remedy.ts'
import type { ResumedRow as Row } from '../state/resumed-row.ts'
import { named } from '../texts/phrases.ts'
import { notUpscaledText, RESUMED, whyText, withOthers } from '../texts/run.ts'
import { T } from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import { Button } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { FaultNote } from './fault-note.tsx'
import { FileLink } from './file-link.tsx'
import css from './run-list.module.css'
import { useKeptFocus } from './use-kept-focus.ts'

export interface ResumedVerbs {
  onAgain: (id: string) => void
  onPlace: (id: string) => void
  onSaved: (id: string) => void
  onDismiss: (id: string) => void
  onShowLayer: (layer: string) => void
  onSettings: () => void
}

interface Props extends ResumedVerbs {
  row: Row
  position: number
  of: number
}

/** One job that is remembered: where it stands, and what may be done about it. */
export function ResumedRow({ row, position, of, ...verbs }: Props) {
  const { state, job } = row
  // What the last panel had placed itself, it may have upscaled before.
  const brought = state.at !== 'waiting' && (row.placed ?? row.unplaced)
  const item = useRef<HTMLLIElement>(null)
  useKeptFocus(item, () => item.current)
  const name = withOthers(row.name, row.others)
  const actions = <Actions row={row} name={name} {...verbs} />
  return (
    <li ref={item} class={css.row} data-state={state.at} aria-posinset={position} aria-setsize={of} tabIndex={-1}>
      <div class={css.line}>
        <span class={css.name} title={name}>
          {name}
        </span>
        <span class={css.state} role="status">
          {RESUMED[state.at]}
        </span>
      </div>
      {job.prompt && <p class={css.detail}>{`“${job.prompt}”`}</p>}
      {'error' in state ? (
        <FaultNote error={state.error} advice={state.at === 'failed' ? adviceOn(row, state.error) : ''}>
          {actions}
        </FaultNote>
      ) : (
        <>
          {state.at === 'arrived' && <p>{whyText(state.why, job.file)}</p>}
          {brought && job.keeps && <p>{notUpscaledText(job.framed.part !== undefined)}</p>}
          <div class={css.actions}>{actions}</div>
        </>
      )}
    </li>
  )
}

function Actions({ row, name, ...verbs }: { row: Row; name: string } & ResumedVerbs) {
  const { id, state, unplaced, placed, isKept } = row
  const isWaiting = state.at === 'waiting'
  const word = isWaiting ? T.stop : T.dismiss
  const button = (label: string, onPress: () => void) => (
    <Button size="small" name={name} onPress={onPress}>
      {label}
    </Button>
  )
  const file = useBlobUrl(isWaiting ? undefined : unplaced?.file)
  return (
    <>
      {state.at === 'placed' && placed && button(T.showLayer, () => verbs.onShowLayer(placed.id))}
      {state.at === 'failed' && remedyOf(state.error).action === 'settings' && button(T.openSettings, verbs.onSettings)}
      {state.at === 'failed' && !unplaced?.picture && button(T.askAgain, () => verbs.onAgain(id))}
      {!isWaiting && state.at !== 'over' && unplaced?.picture && button(placeWord(row), () => verbs.onPlace(id))}
      {unplaced && (
        <FileLink url={file} file={unplaced.fileName} label={named(T.saveFile, name)} onPress={() => verbs.onSaved(id)}>
          {T.saveFile}
        </FileLink>
      )}
      <ConfirmButton
        label={word}
        name={name}
        question={isKept ? (isWaiting ? T.resumedStopAsks : T.resumedDismissAsks) : undefined}
        answer={word}
        onConfirm={() => verbs.onDismiss(id)}
      />
    </>
  )
}

function adviceOn({ unplaced }: Row, error: AppError): string {
  const { advice, action } = remedyOf(error)
  if (action === 'place') return advice
  return unplaced ? (unplaced.picture ? T.unplacedAdvice : T.unreadResult) : T.resumedKept
}

function placeWord({ state }: Row): string {
  if (state.at === 'failed' && remedyOf(state.error).action === 'place') return T.place
  if (state.at !== 'arrived') return T.placeAgain
  return { elsewhere: T.placeHere, changed: T.placeBeside, stopped: T.place, export: T.place, variant: T.placeBeside }[
    state.why
  ]
}
