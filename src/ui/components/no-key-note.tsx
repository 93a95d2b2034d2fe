import type { Provider } from '../providers/provider.ts'
import type { Models } from '../state/models.ts'
import { noKeyHere, useProvider } from '../texts/provider.ts'
import { T } from '../texts.ts'
import { Button } from './button.tsx'
import { focusPrompt } from './prompt-form.tsx'
import css from './run-foot.module.css'

interface Props {
  models: Pick<Models, 'providers' | 'settings'>
  /** One that has a key. */
  other: Provider
  /** Whether something was pressed that needs the key. */
  isAsked: boolean
  onSettings: () => void
}

/** Where the chosen provider has no key and another one has: the way to a key, and the way with the one that there is. */
export function NoKeyNote({ models: { providers, settings }, other, isAsked, onSettings }: Props) {
  return (
    <div class={css.note} role={isAsked ? 'alert' : undefined}>
      <p>{noKeyHere(providers.current.value.label)}</p>
      <div class={css.after}>
        <Button size="small" onPress={onSettings}>
          {T.setKey}
        </Button>
        <Button
          size="small"
          onPress={() => {
            // The note goes, and the focus with it.
            focusPrompt()
            settings.chooseProvider(other.id)
          }}
        >
          {useProvider(other.label)}
        </Button>
      </div>
    </div>
  )
}
