import type { JobStandIn } from '../../api/jobs/start.ts'
import { type OpenAiStandIn, startOpenAi } from '../../api/openai/server.ts'
import { startPixazo } from '../../api/pixazo/server.ts'
import { startPixelDojo } from '../../api/pixeldojo/server.ts'
import { type StandIn, startApi } from '../../api/server.ts'
import type { PlaygroundAccount } from '../settings.ts'
import { type StandInRelay, startRelay } from './start-relay.ts'

/** One stand-in for each provider, by the provider's id, and a relay before them. */
export interface StandIns {
  lumenfall: StandIn
  pixeldojo: JobStandIn
  pixazo: JobStandIn
  openai: OpenAiStandIn
  relay: StandInRelay
  stop(): Promise<void>
}

export interface StandInOptions {
  /** Port that Lumenfall's takes if it is free; the others take any. */
  apiPort?: number
  /** ms that each takes for an edit */
  latency?: number
}

/** Starts them all at once. Where one cannot be started, none is left running. */
export async function startStandIns({ apiPort = 0, latency }: StandInOptions = {}): Promise<StandIns> {
  const pace = latency === undefined ? {} : { latency }
  const jobs = { ...JOBS, ...(latency !== undefined && { waiting: 0, working: latency }) }
  const [lumenfall, pixeldojo, pixazo, openai] = await allOrNone([
    startAt(apiPort, (port) => startApi({ port, ...pace })),
    startPixelDojo(jobs),
    startPixazo(jobs),
    startOpenAi(pace),
  ])
  const services = [lumenfall, pixeldojo, pixazo, openai]
  const stopAll = async () => void (await Promise.all(services.map((service) => service.stop())))
  const relay = await startRelay({
    'api.lumenfall.ai': lumenfall.url,
    'pixeldojo.ai': pixeldojo.url,
    'temp.pixeldojo.ai': pixeldojo.media.url,
    'gateway.pixazo.ai': pixazo.url,
    'pub-582b7213209642b9b995c96c95a30381.r2.dev': pixazo.media.url,
    'api.openai.com': openai.url,
  }).catch(async (error) => {
    await stopAll()
    throw error
  })
  return {
    ...{ lumenfall, pixeldojo, pixazo, openai, relay },
    stop: async () => void (await Promise.all([stopAll(), relay.stop()])),
  }
}

/** Every origin that the plugin has to be allowed to reach. */
export const originsOf = ({ lumenfall, pixeldojo, pixazo, openai, relay }: StandIns): string[] => [
  ...[lumenfall.url, pixeldojo.url, pixeldojo.media.url, pixazo.url, pixazo.media.url, openai.url, relay.url],
]

/**
 * An account with each. Those that fetch pictures by their address go by the relay, so that both ways of sending
 * pictures are there to be tried; the others go straight.
 */
export function accountsWith({ lumenfall, pixeldojo, pixazo, openai, relay }: StandIns) {
  const straight = ({ key, url }: { key: string; url: string }): PlaygroundAccount => ({ key, address: url })
  const relayed = { relay: relay.url, token: relay.token, pictures: 'inline' } as const
  return {
    lumenfall: straight(lumenfall),
    pixeldojo: { ...straight(pixeldojo), ...relayed },
    pixazo: { ...straight(pixazo), ...relayed },
    openai: straight(openai),
  }
}

/** A port that is taken is no reason not to start. */
const startAt = <T>(port: number, start: (port: number) => Promise<T>): Promise<T> =>
  start(port).catch((error) => {
    if (error.code !== 'EADDRINUSE' || port === 0) throw error
    return start(0)
  })

async function allOrNone<T extends { stop(): Promise<void> }[]>(
  starting: readonly [...{ [Index in keyof T]: Promise<T[Index]> }],
): Promise<T> {
  const settled = await Promise.allSettled(starting)
  try {
    return await Promise.all(starting)
  } catch (error) {
    for (const one of settled) if (one.status === 'fulfilled') await one.value.stop()
    throw error
  }
}

/**
 * ms. Long enough that a job is seen at work, short enough that nobody waits for it. What no document says – whether
 * pictures in the request are taken, and whether a page may fetch results by itself – goes well here; the tests of the
 * stand-ins see to the rest.
 */
const JOBS = { waiting: 1000, working: 2000, dataAddresses: 'accept', mediaCors: true } as const
