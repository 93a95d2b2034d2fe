import type { Models } from '../state/models.ts'
import { privacy, T, works } from '../texts.ts'
import { Button } from './button.tsx'
import { FaultNote } from './fault-note.tsx'
import { SelectField, TextField } from './field.tsx'
import css from './screen.module.css'

/** The Settings tab: the account, whether it works, and what leaves the file. */
export function SettingsScreen({ models: { settings, account, form, providers } }: { models: Models }) {
  const provider = providers.current.value
  const checked = account.checked.value
  const refusal = settings.addressRefusal.value
  return (
    <div class={css.screen}>
      <div class={css.body}>
        <SelectField
          label={T.provider}
          value={provider.id}
          choices={providers.all.map(({ id, label }) => ({ value: id, label }))}
          onChange={settings.chooseProvider}
        />
        <TextField
          label={T.apiKey}
          value={settings.account.value.key}
          secret
          onChange={settings.changeKey}
          note={
            <a href={provider.keyPage} target="_blank" rel="noreferrer">
              {T.getKey}
            </a>
          }
        />
        <TextField
          label={T.address}
          value={settings.address.value}
          placeholder={provider.origin}
          note={refusal}
          wrong={refusal !== undefined}
          onChange={settings.changeAddress}
        />
        <Button disabled={checked.at === 'checking'} onPress={() => void account.check(form.all.value.model)}>
          {checked.at === 'checking' ? T.checking : T.check}
        </Button>
        {settings.unsaved.value && <FaultNote error={settings.unsaved.value} />}
        {checked.at === 'works' && <p role="status">{works(checked.price, checked.balance)}</p>}
        {checked.at === 'fails' && <FaultNote error={checked.error} />}
        <section class={css.section}>
          <h2>{T.privacyTitle}</h2>
          <p class={css.text}>{privacy(provider.label, providers.host.value)}</p>
        </section>
      </div>
    </div>
  )
}
