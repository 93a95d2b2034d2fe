import type { HttpOptions } from '../../../src/ui/providers/http.ts'
import { relayAddresses } from '../../../src/ui/providers/pictures.ts'
import type { Context, Money, OpenJob, Provider } from '../../../src/ui/providers/provider.ts'
import { tokenHeader } from '../../../src/ui/providers/relay.ts'
import { TOKEN } from './relay-double.ts'
import { httpFor } from './server.ts'

interface Given extends Partial<Omit<Context, 'http'>> {
  key: string
  http?: Partial<HttpOptions>
  /** Where a relay keeps pictures; without one an address holds the picture itself. */
  relay?: string | undefined
}

/** What a provider that works by jobs is given, with pauses of a few ms; `jobs` are those it told of. */
export function jobContext(provider: Provider, address: string, { key, http, relay, ...given }: Given) {
  const { signal = new AbortController().signal } = given
  const jobs: OpenJob[] = []
  const left: Money[] = []
  const context: Context = {
    http: httpFor(address, { headers: provider.headers(key), signal, ...http }),
    signal,
    pace: { first: 5, least: 5, most: 10 },
    onJob: (job) => jobs.push(job),
    onBalance: (money) => left.push(money),
    ...(relay && relayAddresses((signal) => httpFor(relay, { signal, headers: relayHeaders(relay) }))),
    ...given,
  }
  return { context, jobs, left }
}

const relayHeaders = (address: string) => tokenHeader({ address, token: TOKEN })
