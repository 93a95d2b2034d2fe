import { computed, signal } from '@preact/signals'
import type { Provider } from '../providers/provider.ts'
import { readyText } from '../texts/first-run.ts'
import { works } from '../texts/provider.ts'
import type { AccountModel } from './account.ts'
import { keyedIn } from './keyed.ts'
import type { SettingsModel } from './settings.ts'
import type { Account } from './stored-settings.ts'

export interface FirstRunServices {
  settings: Pick<SettingsModel, 'all' | 'isRead' | 'settle' | 'giveAccount'>
  providers: readonly Provider[]
  account: Pick<AccountModel, 'check' | 'askCheck'>
  model(): string
  /** Told where the designer sees it whatever the panel shows. */
  say(message: string): void
}

export type FirstRunModel = ReturnType<typeof createFirstRun>

/** Whether the panel has to explain itself: no provider has a key, and none may go without one. */
export function createFirstRun({ settings, providers, account, model, say }: FirstRunServices) {
  /** While the designer is at it, half of a key does not end it. */
  const isOpen = signal(false)
  const hasAny = computed(() => keyedIn(providers, settings.all.value).length > 0)

  async function check(): Promise<boolean> {
    if (account.check.peek().at === 'checking') return false
    // The key is meant: it counts from now on, and an answer that comes is to it.
    settings.settle()
    await account.askCheck(model())
    const checked = account.check.peek()
    if (checked.at !== 'works') return false
    say(readyText(works(checked)))
    isOpen.value = false
    return true
  }

  return {
    /** Not before the stored settings are there: nothing known is not nothing stored. */
    isShown: computed(() => settings.isRead.value && (isOpen.value || !hasAny.value)),
    begin() {
      isOpen.value = true
    },
    /** It was left, or is gone on from: what there is of an account counts. */
    end() {
      isOpen.value = false
    },
    /** Whether the account works, and the form is there. */
    check,
    /** The same with an account that is known. */
    checkWith(provider: string, part: Partial<Account>) {
      settings.giveAccount(provider, part)
      return check()
    },
  }
}
