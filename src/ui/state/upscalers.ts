import { computed } from '@preact/signals'
import { isLocal, LOCAL_MODEL } from '../providers/local-model.ts'
import type { CanUpscale, Provider } from '../providers/provider.ts'

export interface UpscalersServices {
  /** The chosen one and the panel itself. Followed. */
  provider(): Provider
  local: Provider
  /** The models that the account may use, as far as the provider lists them. */
  listed(): readonly string[]
  /** Whether the provider may be used without being asked to. Followed. */
  hasAccount(): boolean
}

export type Upscalers = ReturnType<typeof createUpscalers>

/**
 * What makes pictures larger: the models of the chosen provider, the best choice first, and at last the panel itself, which
 * is first where there is no account.
 */
export function createUpscalers({ provider, local, listed, hasAccount }: UpscalersServices) {
  /** A list may leave upscalers out; where it names some, it is right about the others. */
  const models = computed(() => {
    const { upscalers = [], upscale } = provider()
    const known = upscalers.filter((model) => listed().includes(model))
    const theirs = upscale ? (known.length > 0 ? known : upscalers) : []
    return hasAccount() ? [...theirs, LOCAL_MODEL] : [LOCAL_MODEL, ...theirs]
  })
  const canOf = (model: string): CanUpscale | undefined => (isLocal({ model }) ? local : provider()).can(model).upscale
  return { models, canOf }
}
