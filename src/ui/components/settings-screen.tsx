import { useEffect } from 'preact/hooks'
import type { Models } from '../state/models.ts'
import { remedyOf } from '../state/remedy.ts'
import { T } from '../texts.ts'
import { AccountCheck } from './account-check.tsx'
import { AccountFields } from './account-fields.tsx'
import { Button } from './button.tsx'
import { privacyOf } from './privacy.ts'
import { ProviderField } from './provider-field.tsx'
import { RunSettings } from './run-settings.tsx'
import css from './screen.module.css'

interface Props {
  models: Models
  onEdit: () => void
}

/** The Settings tab: the account, whether it works, and what leaves the file. */
export function SettingsScreen({ models, onEdit }: Props) {
  const { settings, account, form } = models
  // A box that goes away with its tab may not say that it was left.
  useEffect(() => settings.settle, [])
  return (
    <div class={css.screen}>
      <div class={css.body}>
        <div class={css.group}>
          <ProviderField models={models} />
          <AccountFields models={models} />
          <AccountCheck models={models} onCheck={() => account.askCheck(form.all.value.model)}>
            {(error) =>
              remedyOf(error).action === 'model' && (
                <Button size="small" onPress={onEdit}>
                  {T.chooseModel}
                </Button>
              )
            }
          </AccountCheck>
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
