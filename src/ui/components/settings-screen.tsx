import { useEffect } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { remedyOf } from '../state/remedy.ts'
import { works } from '../texts/provider.ts'
import { T } from '../texts.ts'
import { AccountFields } from './account-fields.tsx'
import { Button } from './button.tsx'
import { FaultNote } from './fault-note.tsx'
import { SelectField } from './field.tsx'
import { keepsPictures, privacyOf } from './privacy.ts'
import { RunSettings } from './run-settings.tsx'
import css from './screen.module.css'

interface Props {
  models: Models
  onEdit: () => void
}

/** The Settings tab: the account, whether it works, and what leaves the file. */
export function SettingsScreen({ models, onEdit }: Props) {
  const { settings, account, form, providers } = models
  const provider = providers.current.value
  const check = account.check.value
  // A box that goes away with its tab may not say that it was left.
  useEffect(() => settings.settle, [])
  return (
    <div class={css.screen}>
      <div class={css.body}>
        <div class={css.group}>
          <SelectField
            label={T.provider}
            value={provider.id}
            choices={providers.all.map(({ id, label }) => ({ value: id, label }))}
            onChange={settings.chooseProvider}
          />
          <AccountFields models={models} />
          <Button isWaiting={check.at === 'checking'} onPress={() => void account.askCheck(form.all.value.model)}>
            {check.at === 'checking' ? T.checking : T.check}
          </Button>
          {settings.unsaved.value && <FaultNote error={settings.unsaved.value} />}
          {/* There before it says anything, or its words would go unheard. */}
          <p role="status" class={css.told}>
            {check.at === 'works' && works({ ...check, ...(keepsPictures(models) && { dataAddresses: 'accepted' }) })}
          </p>
          {check.at === 'fails' && (
            <FaultNote error={check.error}>
              {remedyOf(check.error).action === 'model' && (
                <Button size="small" onPress={onEdit}>
                  {T.chooseModel}
                </Button>
              )}
            </FaultNote>
          )}
        </div>
        <RunSettings models={models} />
        <section class={css.group}>
          <h2>{T.privacyTitle}</h2>
          <p class={css.text}>{privacyOf(models)}</p>
        </section>
      </div>
    </div>
  )
}
