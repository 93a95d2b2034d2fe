import { signal } from '@preact/signals'
import { type AppError, toAppError } from '../../shared/errors.ts'
import type { Context, Money, Provider, Checked as Told } from '../providers/provider.ts'

export type Checked =
  | { at: 'unchecked' }
  | { at: 'checking' }
  | ({ at: 'works' } & Told)
  | { at: 'fails'; error: AppError }

export interface AccountServices {
  reach(signal: AbortSignal): { provider: Provider; context: Context }
}

export type AccountModel = ReturnType<typeof createAccount>

/** What the provider says of the account: whether it works, what is on it, and which models it may use. */
export function createAccount({ reach }: AccountServices) {
  const checked = signal<Checked>({ at: 'unchecked' })
  const balance = signal<Money | undefined>(undefined)
  const models = signal<readonly string[]>([])

  async function quietly(work: () => Promise<void>) {
    // The panel works without these; Check is there to say what is wrong.
    await work().catch(() => {})
  }

  return {
    checked,
    balance,
    models,
    /** Sends the very request that Run would send, as a dry run: another route may answer where this one does not. */
    async check(model: string) {
      checked.value = { at: 'checking' }
      try {
        const { provider, context } = reach(new AbortController().signal)
        const told = (await provider.check?.(context, model)) ?? {}
        balance.value = told.balance
        checked.value = { at: 'works', ...told }
      } catch (thrown) {
        checked.value = { at: 'fails', error: toAppError(thrown) }
      }
    },
    askBalance: () =>
      quietly(async () => {
        const { provider, context } = reach(new AbortController().signal)
        balance.value = await provider.balance?.(context)
      }),
    askModels: () =>
      quietly(async () => {
        const { provider, context } = reach(new AbortController().signal)
        models.value = (await provider.models?.(context)) ?? []
      }),
    forget() {
      checked.value = { at: 'unchecked' }
      balance.value = undefined
      models.value = []
    },
  }
}
