import type { Models } from '../state/models.ts'
import { privacy } from '../texts/provider.ts'

/** Whether the relay gives the pictures addresses. */
export function keepsPictures({ settings, providers }: Models): boolean {
  const { relay, pictures } = settings.account.value
  return providers.current.value.takes === 'address' && relay !== '' && pictures === 'relay'
}

/** What leaves the file, and to whom, with the account as it stands. */
export function privacyOf(models: Models): string {
  const { settings, providers } = models
  const { relay } = settings.account.value
  const { id, label, direct } = providers.current.value
  return privacy({
    ...{ id, label, host: providers.host.value },
    relay: !direct && URL.canParse(relay) ? new URL(relay).host : undefined,
    keepsPictures: keepsPictures(models),
  })
}
