import { signal } from '@preact/signals'
import { AppError, toAppError } from '../../shared/errors.ts'
import type { Checked, Context, Money, Provider } from '../providers/provider.ts'
import { T } from '../texts.ts'

export type Check =
  | { at: 'unchecked' }
  | { at: 'checking' }
  | ({ at: 'works' } & Checked)
  | { at: 'fails'; error: AppError }

export interface AccountServices {
  reach(signal: AbortSignal): { provider: Provider; context: Context }
}

export type AccountModel = ReturnType<typeof createAccount>

/** What the provider says of the account: whether it works, what is on it, and which models it may use. */
export function createAccount({ reach }: AccountServices) {
  const check = signal<Check>({ at: 'unchecked' })
  const balance = signal<Money | undefined>(undefined)
  const models = signal<readonly string[]>([])
  const unknown = signal<string | undefined>(undefined)
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
    check,
    balance,
    models,
    /** Sends the very request that Run would send, as a dry run: another route may answer where this one does not. */
    async askCheck(model: string) {
      const { signal } = stop
      check.value = { at: 'checking' }
      try {
        if (model === '') throw new AppError('settings', T.modelMissing)
        const told = await ask((provider, context) => provider.check?.(context, model))
        balance.value = told?.balance ?? balance.value
        check.value = { at: 'works', ...told }
      } catch (thrown) {
        if (!signal.aborted) check.value = { at: 'fails', error: toAppError(thrown) }
      }
    },
    /** What an answer said is left. */
    tell(left: Money) {
      balance.value = left
    },
    askBalance: () =>
      quietly(async () => {
        balance.value = await ask((provider, context) => provider.balance?.(context) ?? Promise.resolve(balance.value))
      }),
    askModels: () =>
      quietly(async () => {
        models.value = (await ask((provider, context) => provider.models?.(context))) ?? []
      }),
    /** A list may leave models out, so one that was named by hand is asked for by its name. */
    askModel: (model: string) =>
      quietly(async () => {
        if (model === '' || models.value.includes(model)) return
        const isKnown = await ask((provider, context) => provider.hasModel?.(model, context))
        unknown.value = isKnown === false ? model : undefined
      }),
    isUnknown: (model: string) => model !== '' && model === unknown.value,
    /** Another account: what was told of the last one no longer holds. */
    forget() {
      stop.abort()
      stop = new AbortController()
      check.value = { at: 'unchecked' }
      balance.value = undefined
      models.value = []
      unknown.value = undefined
    },
  }
}
