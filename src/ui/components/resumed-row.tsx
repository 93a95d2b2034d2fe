import { useRef } from 'preact/hooks'
import { remedyOf } from '../state/remedy.ts'
import type { Result, ResumedRow as Row } from '../state/resumed-row.ts'
import { RESUMED, T, whyText, withOthers } from '../texts.ts'
import { useBlobUrl } from './blob-url.ts'
import { Button } from './button.tsx'
import { ConfirmButton } from './confirm-button.tsx'
import { FaultNote } from './fault-note.tsx'
import css from './run-list.module.css'
import { useKeptFocus } from './use-kept-focus.ts'

export interface ResumedVerbs {
  onAgain: (id: string) => void
  onPlace: (id: string) => void
  onSaved: (id: string, which: number) => void
  onDismiss: (id: string) => void
  onShowLayer: (layer: string) => void
  onSettings: () => void
}

interface Props extends ResumedVerbs {
  row: Row
  position: number
  of: number
}

/** One job of an earlier session: where it stands, and what may be done about it. */
export function ResumedRow({ row, position, of, ...verbs }: Props) {
  const { state, job, placed } = row
  const item = useRef<HTMLLIElement>(null)
  useKeptFocus(item, () => item.current)
  const name = withOthers(row.name, row.others)
  const actions = <Actions row={row} {...verbs} />
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
      <p class={css.detail}>“{job.prompt}”</p>
      {state.at === 'arrived' && <p>{whyText(state.why, job.file)}</p>}
      {state.at === 'unreachable' && <p>{T.unreachable}</p>}
      {state.at === 'failed' || state.at === 'over' ? (
        <FaultNote error={state.error} advice={state.at === 'over' ? '' : adviceOn(row)}>
          {actions}
        </FaultNote>
      ) : (
        <div class={css.actions}>
          {state.at === 'placed' && placed[0] && (
            <Button size="small" onPress={() => verbs.onShowLayer(placed[0]!.id)}>
              {T.showLayer}
            </Button>
          )}
          {actions}
        </div>
      )}
    </li>
  )
}

function Actions({ row, onAgain, onPlace, onSaved, onDismiss, onSettings }: { row: Row } & ResumedVerbs) {
  const { id, state, results, isKept } = row
  const open = results.filter(({ aims }) => aims.length > 0)
  const isIdle = state.at === 'arrived' || state.at === 'failed'
  const canPlace = isIdle && open.some(({ picture }) => picture)
  const needsSettings =
    state.at === 'unreachable' || (state.at === 'failed' && remedyOf(state.error).action === 'settings')
  const asks = state.at === 'waiting' ? T.resumedStopAsks : T.resumedDismissAsks
  const word = state.at === 'waiting' ? T.stop : T.dismiss
  return (
    <>
      {needsSettings && (
        <Button size="small" onPress={onSettings}>
          {T.openSettings}
        </Button>
      )}
      {canPlace && (
        <Button size="small" onPress={() => onPlace(id)}>
          {placeWord(row)}
        </Button>
      )}
      {(state.at === 'unreachable' || (state.at === 'failed' && open.length === 0)) && (
        <Button size="small" onPress={() => onAgain(id)}>
          {T.tryAgain}
        </Button>
      )}
      {isIdle &&
        results.map(
          (result, which) =>
            result.aims.length > 0 && <SaveLink key={which} result={result} onSaved={() => onSaved(id, which)} />,
        )}
      <ConfirmButton label={word} question={isKept ? asks : undefined} answer={word} onConfirm={() => onDismiss(id)} />
    </>
  )
}

function SaveLink({ result: { file, fileName }, onSaved }: { result: Result; onSaved: () => void }) {
  const url = useBlobUrl(file)
  return url ? (
    <a href={url} download={fileName} onClick={onSaved}>
      {T.saveFile}
    </a>
  ) : null
}

function placeWord({ state }: Row): string {
  if (state.at !== 'arrived') return T.placeAgain
  if (state.why === 'elsewhere') return T.placeHere
  return state.why === 'changed' ? T.placeBeside : T.place
}

/** A picture that is here is placed or saved; else asking for it costs nothing. */
const adviceOn = ({ results }: Row) => {
  if (results.some(({ picture }) => picture)) return T.unplacedAdvice
  return results.length > 0 ? T.unreadResult : T.resumedKept
}
