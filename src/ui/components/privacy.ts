import type { Models } from '../state/models.ts'
import { privacy } from '../texts.ts'

/** What leaves the file, and to whom, with the account as it stands. */
export function privacyOf({ settings, providers }: Models): string {
  const { relay, pictures } = settings.account.value
  const { id, label, takes } = providers.current.value
  return privacy({
    ...{ id, label, host: providers.host.value },
    relay: URL.canParse(relay) ? new URL(relay).host : undefined,
    keepsPictures: takes === 'address' && pictures === 'relay',
  })
}
