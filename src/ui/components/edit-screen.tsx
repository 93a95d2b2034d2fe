import type { Models } from '../state/models.ts'
import { balanceText, chargedText, priceText, progressText, selectedCount, T } from '../texts.ts'
import { Button } from './button.tsx'
import { FaultNote } from './fault-note.tsx'
import { Options } from './options.tsx'
import { PromptBox } from './prompt-box.tsx'
import { RunList } from './run-list.tsx'
import css from './screen.module.css'
import { SelectionList } from './selection-list.tsx'

interface Props {
  models: Models
  onSettings: () => void
}

/** The Edit tab: what is selected, what should change, and the run. */
export function EditScreen({ models, onSettings }: Props) {
  const { selection, thumbnails, form, edit, run, original, account, providers } = models
  const focusPrompt = () => document.querySelector('textarea')?.focus()
  const focusModel = () => document.querySelector('select')?.focus()
  return (
    <div class={css.screen}>
      <div class={css.body}>
        <section class={css.section}>
          <h2>{selectedCount(selection.editable.value.length)}</h2>
          <SelectionList
            rows={selection.rows.value}
            resultOf={edit.resultOf}
            thumbnailOf={thumbnails.urlOf}
            onWantThumbnail={thumbnails.want}
            offersOriginal={(row) => row.results > 0 && !run.holds(row.id)}
            onOriginal={({ id }) => void edit.showOriginal(id)}
          />
        </section>
        <PromptBox
          value={form.all.value.prompt}
          length={edit.promptLength.value}
          limit={edit.can.value.promptLimit}
          onChange={(prompt) => form.change({ prompt })}
          onRun={() => void edit.start()}
        />
        <Options
          form={form.all.value}
          can={edit.can.value}
          models={[...new Set([providers.current.value.defaultModel, ...account.models.value])]}
          isModelUnknown={account.isUnknown(form.all.value.model)}
          onModelNamed={(model) => void account.askModel(model)}
          mostResults={edit.mostResults}
          isLossy={edit.isLossy}
          onChange={form.change}
          onOption={form.changeOption}
        />
        <RunList
          rows={run.rows.value}
          originalOn={original.shownOn.value}
          onRetry={(id) => void run.retry(id)}
          onPlaceAgain={(id) => void run.placeAgain(id)}
          onSaved={run.markSaved}
          onOriginal={(layer) => void edit.showOriginal(layer)}
          onSettings={onSettings}
          onPrompt={focusPrompt}
          onModel={focusModel}
        />
      </div>
      <Foot models={models} onSettings={onSettings} />
    </div>
  )
}

function Foot({ models: { edit, run, price, account }, onSettings }: Props) {
  const notice = edit.notice.value
  const { shown } = price
  const charged = run.charged.value
  return (
    <div class={css.foot}>
      {notice && (
        <FaultNote error={notice}>
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
            [progressText(run.settled.value, run.rows.value.length), charged.length > 0 && chargedText(charged)]
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
