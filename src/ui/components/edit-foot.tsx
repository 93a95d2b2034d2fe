import type { Models } from '../state/models.ts'
import { addedText, balanceText, chargedText, priceText, progressText, T, warningTexts } from '../texts.ts'
import { Button } from './button.tsx'
import { FaultNote } from './fault-note.tsx'
import css from './screen.module.css'

interface Props {
  models: Models
  onSettings: () => void
}

/** Below the Edit tab: how the run stands, what the next one costs and changes, and the button for it. */
export function EditFoot({
  models: {
    edit,
    run,
    price,
    account,
    notice: {
      shown: { value: notice },
    },
  },
  onSettings,
}: Props) {
  const { shown } = price
  const charged = run.charged.value
  const warnings = warningTexts(edit.warnings.value)
  return (
    <div class={css.foot}>
      {notice && (
        // What was pressed on a layer starts no run, so there is none to start again.
        <FaultNote error={notice} advice={notice.fault === 'layer' ? '' : undefined}>
          {notice.fault === 'settings' && !edit.hasAccount.value && (
            <Button size="small" onPress={onSettings}>
              {T.openSettings}
            </Button>
          )}
        </FaultNote>
      )}
      <div class={css.line}>
        <span role="status">
          {run.rows.value.length > 0 &&
            [
              progressText(run.settled.value, run.rows.value.length),
              charged.length > 0 && chargedText(charged),
              run.added.value > 0 && addedText(run.added.value),
            ]
              .filter(Boolean)
              .join(' · ')}
        </span>
        <span>
          {[
            shown.value.at === 'known' && priceText(shown.value.sums, edit.pictures.value),
            account.balance.value && balanceText(account.balance.value),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {run.busy.value && <p class={css.text}>{T.closingLoses}</p>}
      {!run.busy.value && warnings.length > 0 && <p class={css.text}>{warnings.join(' ')}</p>}
      {run.busy.value ? (
        <Button onPress={run.stop}>{T.stop}</Button>
      ) : (
        <Button tone="action" onPress={() => void edit.start()}>
          {T.run}
        </Button>
      )}
    </div>
  )
}
