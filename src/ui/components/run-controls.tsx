import { useComputed } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { closingText, holdText, retryFailedText, T, warningTexts } from '../texts.ts'
import { Button } from './button.tsx'
import { RunEnd } from './run-end.tsx'
import css from './run-foot.module.css'
import { useKeptFocus } from './use-kept-focus.ts'

/** Run; while a run goes Pause, Stop and Add; and after it what may be done to it as a whole. */
export function RunControls({ models }: { models: Models }) {
  const { edit, run } = models
  const isBusy = run.busy.value
  const hold = run.hold.value
  const retriable = useComputed(() => run.tally.value.retriable).value
  const closing = useComputed(() => closingText(run.tally.value)).value
  const place = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLDivElement>(null)
  useKeptFocus(place, () => main.current)
  const warnings = isBusy ? [] : warningTexts(edit.warnings.value)
  return (
    <div ref={place} class={css.controls}>
      {hold && (
        <p class={css.note} role={hold.why === 'paused' ? undefined : 'alert'}>
          {holdText(hold)}
        </p>
      )}
      {closing && <p>{closing}</p>}
      {!isBusy && (
        <div class={css.after}>
          {retriable > 0 && (
            <Button size="small" onPress={run.retryFailed}>
              {retryFailedText(retriable)}
            </Button>
          )}
          <RunEnd models={models} />
        </div>
      )}
      {warnings.length > 0 && <p>{warnings.join(' ')}</p>}
      {/* Keys: a button that stays the same element would keep the focus and mean something else. */}
      {isBusy ? (
        <div ref={main} key="busy" class={css.main}>
          <Button onPress={hold ? run.resume : run.pause}>
            {hold ? (hold.why === 'ceiling' ? T.goOnWithoutCeiling : T.resume) : T.pause}
          </Button>
          <Button onPress={run.stop}>{T.stop}</Button>
          <Button onPress={edit.add}>{T.addToRun}</Button>
        </div>
      ) : (
        <div ref={main} key="idle" class={css.main}>
          <Button tone="action" onPress={edit.start}>
            {T.run}
          </Button>
        </div>
      )}
    </div>
  )
}
