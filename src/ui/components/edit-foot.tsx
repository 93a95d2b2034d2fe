import type { Models } from '../state/models.ts'
import { balanceText, priceText } from '../texts/money.ts'
import { inOneLine } from '../texts/phrases.ts'
import { keptText } from '../texts/run.ts'
import { T } from '../texts.ts'
import { AccountFault } from './account-fault.tsx'
import { Button } from './button.tsx'
import { MissingNote } from './missing-note.tsx'
import { showKept } from './resumed-list.tsx'
import { RunControls } from './run-controls.tsx'
import { RunProgress } from './run-progress.tsx'
import css from './screen.module.css'
import { KEYS } from './use-panel-keys.ts'

interface Props {
  models: Models
  /** Nothing can be run yet. */
  isFirstRun: boolean
  onSettings: () => void
  /** A note goes, and the focus with it. */
  onDismissed: () => void
}

/** Below the Edit tab: how the run stands, what the next one costs and changes, and the buttons for both. */
export function EditFoot({ models, isFirstRun, onSettings, onDismissed }: Props) {
  const { edit, upscale, run, notice, missing, resumed } = models
  const kept = resumed.rows.value.length
  // What needs no key, such as making images larger, can have run.
  if (isFirstRun && run.tally.value.total + kept === 0 && !notice.shown.value && !missing.found.value) return null
  return (
    <div class={css.foot} data-foot>
      <MissingNote missing={missing} onDismissed={onDismissed} />
      <AccountFault
        models={models}
        need={!isFirstRun && (upscale.needsAccount.value ? 'upscale' : 'edit')}
        error={notice.shown.value}
        isReady={edit.hasAccount.value}
        onSettings={onSettings}
      />
      {kept > 0 && (
        <div>
          <Button size="small" onPress={showKept}>
            {keptText(kept)}
          </Button>
        </div>
      )}
      <RunProgress run={run} />
      {!isFirstRun && <Money models={models} />}
      <RunControls
        models={models}
        warnings={edit.warnings.value}
        begin={
          !isFirstRun && (
            <Button tone="action" keys={KEYS.begin} onPress={edit.start}>
              {T.run}
            </Button>
          )
        }
        add={!isFirstRun && <Button onPress={edit.add}>{T.addToRun}</Button>}
      />
    </div>
  )
}

/** What pressing Run would bring and cost, and what is on the account: a line that is always there, so that nothing above it moves. */
function Money({ models: { edit, choice, account } }: { models: Models }) {
  const shown = edit.price.value
  const [pictures, sharing, balance] = [edit.paidPictures.value, edit.sharing.value, account.balance.value]
  // With something chosen it is the form that is not complete: how many there will be is not known.
  const isKnown = pictures > 0 || choice.chosen.value.length === 0
  return (
    <p class={css.line}>
      {inOneLine([
        isKnown && priceText(shown.at === 'known' ? shown.sums : undefined, { pictures, layers: sharing?.layers }),
        balance && balanceText(balance),
      ]) || '\u00a0'}
    </p>
  )
}
