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
  let stop = new AbortController()

  /** Throws where the account was forgotten meanwhile: the answer is another's. */
  async function ask<T>(question: (provider: Provider, context: Context) => Promise<T> | undefined) {
    const { signal } = stop
    const { provider, context } = reach(signal)
    const told = await question(provider, context)
    signal.throwIfAborted()
    return told
  }

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
      const { signal } = stop
      checked.value = { at: 'checking' }
      try {
        const told = await ask((provider, context) => provider.check?.(context, model))
        balance.value = told?.balance
        checked.value = { at: 'works', ...told }
      } catch (thrown) {
        if (!signal.aborted) checked.value = { at: 'fails', error: toAppError(thrown) }
      }
    },
    askBalance: () =>
      quietly(async () => {
        balance.value = await ask((provider, context) => provider.balance?.(context))
      }),
    askModels: () =>
      quietly(async () => {
        models.value = (await ask((provider, context) => provider.models?.(context))) ?? []
      }),
    /** Another account: what was told of the last one no longer holds. */
    forget() {
      stop.abort()
      stop = new AbortController()
      checked.value = { at: 'unchecked' }
      balance.value = undefined
      models.value = []
    },
  }
}
