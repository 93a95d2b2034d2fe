import type { Models } from '../state/models.ts'
import { privacy } from '../texts/provider.ts'

/** Whether the relay gives the pictures addresses. */
export function keepsPictures({ settings, providers }: Models): boolean {
  const { relay, pictures } = settings.account.value
  return providers.current.value.takes === 'address' && relay !== '' && pictures === 'relay'
}

/** The host of the relay, where requests go by one. */
export function relayHostOf({ settings, providers }: Models): string | undefined {
  const { relay } = settings.account.value
  return !providers.current.value.direct && URL.canParse(relay) ? new URL(relay).host : undefined
}

/** What leaves the file, and to whom, with the account as it stands. */
export function privacyOf(models: Models): string {
  const { providers, settings } = models
  const { id, label, callsBack } = providers.current.value
  const relay = relayHostOf(models)
  return privacy({
    ...{ id, label, host: providers.host.value, relay },
    keepsPictures: keepsPictures(models),
    callsBack: callsBack === true && relay !== undefined && settings.account.value.callback !== '',
  })
}
