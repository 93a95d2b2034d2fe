import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import type { Warnings } from '../state/warnings.ts'
import { closingText, holdText, retryFailedText } from '../texts/run.ts'
import { warningTexts } from '../texts/selection.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { RunEnd } from './run-end.tsx'
import css from './run-foot.module.css'
import { useKeptFocus } from './use-kept-focus.ts'
import { KEYS } from './use-panel-keys.ts'

interface Props {
  models: Models
  /** What a new run would change beyond its own layers. */
  warnings: Warnings
  /** The button that begins a run, and the one that adds to the run that goes. */
  begin: ComponentChildren
  add: ComponentChildren
}

/** What begins a run; while one goes Pause, Stop and what adds to it; and after it what may be done to it as a whole. */
export function RunControls({ models, begin, add, ...more }: Props) {
  const { run } = models
  const isBusy = run.busy.value
  const hold = run.hold.value
  const retriable = useComputed(() => run.tally.value.retriable).value
  const closing = useComputed(() => closingText(run.tally.value)).value
  const place = useRef<HTMLDivElement>(null)
  const main = useRef<HTMLDivElement>(null)
  useKeptFocus(place, () => main.current)
  const endedAt = useRef(-Infinity)
  useLayoutEffect(
    () => () => {
      if (isBusy) endedAt.current = performance.now()
    },
    [isBusy],
  )
  const warnings = isBusy ? [] : warningTexts(more.warnings)
  return (
    <div ref={place} class={css.controls}>
      {hold && (
        <p class={css.note} role={hold.why === 'paused' ? undefined : 'alert'}>
          {holdText(hold)}
        </p>
      )}
      {/* The end of a run is as high as its course. */}
      <div class={css.after}>
        {closing && <p>{closing}</p>}
        {!isBusy && (
          <>
            {retriable > 0 && (
              <Button size="small" onPress={run.retryFailed}>
                {retryFailedText(retriable)}
              </Button>
            )}
            <RunEnd models={models} />
          </>
        )}
      </div>
      {warnings.length > 0 && <p>{warnings.join(' ')}</p>}
      {/* Keys: a button that stays the same element would keep the focus and mean something else. */}
      {isBusy ? (
        <div ref={main} key="busy" class={css.main} data-busy>
          <Button
            label={hold?.why === 'ceiling' ? T.goOnWithoutCeiling : undefined}
            onPress={hold ? run.resume : run.pause}
          >
            {hold ? (hold.why === 'ceiling' ? T.goOn : T.resume) : T.pause}
          </Button>
          <Button keys={KEYS.stop} onPress={run.stop}>
            {T.stop}
          </Button>
          {add}
        </div>
      ) : (
        <div
          ref={main}
          key="idle"
          class={css.main}
          onClickCapture={(event) => {
            // It was on its way to Stop when Run came in its place. Keys have no place.
            if (event.detail > 0 && performance.now() - endedAt.current < ON_ITS_WAY) event.stopPropagation()
          }}
        >
          {begin}
        </div>
      )}
    </div>
  )
}

/** ms in which nobody sees that a button is another one now, and does not press it. */
const ON_ITS_WAY = 300
