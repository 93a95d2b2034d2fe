import type { Models } from '../state/models.ts'
import { balanceText, priceText } from '../texts/money.ts'
import { inOneLine } from '../texts/phrases.ts'
import { T } from '../texts.ts'
import { AccountFault } from './account-fault.tsx'
import { Button } from './button.tsx'
import { RunControls } from './run-controls.tsx'
import { RunProgress } from './run-progress.tsx'
import css from './screen.module.css'
import { KEYS } from './use-panel-keys.ts'

interface Props {
  models: Models
  /** Nothing can be run yet. */
  isFirstRun: boolean
  onSettings: () => void
}

/** Below the Edit tab: how the run stands, what the next one costs and changes, and the buttons for both. */
export function EditFoot({ models, isFirstRun, onSettings }: Props) {
  const { edit, upscale, run, notice } = models
  // What needs no key, such as making images larger, can have run.
  if (isFirstRun && run.tally.value.total === 0 && !notice.shown.value) return null
  return (
    <div class={css.foot} data-foot>
      <AccountFault
        models={models}
        need={!isFirstRun && (upscale.needsAccount.value ? 'upscale' : 'edit')}
        error={notice.shown.value}
        isReady={edit.hasAccount.value}
        onSettings={onSettings}
      />
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

/** What pressing Run would cost, and what is on the account. */
function Money({ models: { edit, account } }: { models: Models }) {
  const shown = edit.price.value
  const [pictures, sharing, balance] = [edit.paidPictures.value, edit.sharing.value, account.balance.value]
  return (
    <p class={css.line} data-waits={shown.at === 'asking' || undefined}>
      {inOneLine([
        shown.at === 'known' && priceText(shown.sums, { pictures, layers: sharing?.layers }),
        balance && balanceText(balance),
      ])}
    </p>
  )
}
