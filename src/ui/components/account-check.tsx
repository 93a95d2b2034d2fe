import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import type { Models } from '../state/models.ts'
import { remedyOf } from '../state/remedy.ts'
import { ADVICE_BESIDE_BOXES } from '../texts/faults.ts'
import { works } from '../texts/provider.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { checkPressed } from './check-pressed.ts'
import { FaultNote } from './fault-note.tsx'
import { keepsPictures } from './privacy.ts'
import css from './screen.module.css'

interface Props {
  models: Models
  tone?: 'action' | 'quiet'
  onCheck: () => unknown
  /** Where not all boxes of the account are above it. */
  advice?: typeof ADVICE_BESIDE_BOXES
  /** What to press where it does not work. */
  children: (error: AppError) => ComponentChildren
}

/** The button that asks whether the account works, below the boxes of that account, and what came of it. */
export function AccountCheck({ models, tone, onCheck, advice = ADVICE_BESIDE_BOXES, children }: Props) {
  const { settings, account } = models
  const check = account.check.value
  const told = useRef<HTMLDivElement>(null)
  // In a small panel it would be below the edge.
  useEffect(() => {
    if (check.at === 'fails') told.current?.scrollIntoView({ block: 'nearest' })
  }, [check])
  return (
    <>
      <Button {...(tone && { tone })} isWaiting={check.at === 'checking'} onPress={() => checkPressed(models, onCheck)}>
        {check.at === 'checking' ? T.checking : T.check}
      </Button>
      {settings.unsaved.value && <FaultNote error={settings.unsaved.value} />}
      {/* There before it says anything, or its words would go unheard. That it is checked is seen on the button. */}
      <p role="status" class={css.told} data-heard={check.at === 'checking' || undefined}>
        {check.at === 'checking' && T.checking}
        {check.at === 'works' && works({ ...check, ...(keepsPictures(models) && { dataAddresses: 'accepted' }) })}
      </p>
      {/* What stands below makes room at the press, and not when the answer comes. */}
      {check.at === 'checking' && <p class={css.line} data-waits />}
      {check.at === 'fails' && (
        <div ref={told}>
          <FaultNote
            error={check.error}
            advice={remedyOf(check.error).action === 'model' ? undefined : advice[check.error.fault]}
          >
            {children(check.error)}
          </FaultNote>
        </div>
      )}
    </>
  )
}
