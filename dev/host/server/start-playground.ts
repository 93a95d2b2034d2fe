import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, watch } from '../../../build.mjs'
import type { StandIn } from '../../api/server.ts'
import type { PlaygroundAccount, PlaygroundSettings } from '../settings.ts'
import { bundlePage } from './bundle-page.ts'
import { listenOnLoopback } from './listen.ts'
import { createPageServer } from './page-server.ts'
import { manifestIn, readPlugin } from './read-plugin.ts'
import { removedAtEnd } from './removed-at-end.ts'
import { accountsWith, originsOf, type StandInOptions, type StandIns, startStandIns } from './stand-ins.ts'
import { watchFiles } from './watch-files.ts'

export interface PlaygroundOptions extends StandInOptions {
  /** 0 is any free one. */
  port?: number
  /** Whether a taken port is followed by the ones after it. */
  nextPort?: boolean
  /** Another image service than the stand-ins, the key for it, and the provider that speaks as it does: Lumenfall, if none is named. */
  api?: { url: string; key: string; provider?: string }
  /** Id of the world that the page opens. */
  world?: string
  /** Whether a change is built and shown: of `src`, or of the files of another plugin. */
  watch?: boolean
  /** Whether the panel offers no more than the one that designers get. */
  asPublished?: boolean
  /** Another built plugin than ours: its manifest, or the folder that it lies in. */
  plugin?: string
}

export interface RunningPlayground {
  url: string
  /** Lumenfall's stand-in, unless another service was named. */
  api: StandIn | undefined
  /** All of them, and the relay. */
  standIns: StandIns | undefined
  apiUrl: string
  stop(): Promise<void>
}

/** Builds the plugin, starts the stand-ins and serves the page. Throws one sentence; what had been started is stopped. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<RunningPlayground> {
  const started: (() => unknown)[] = []
  const stop = async () => void (await Promise.all(started.splice(0).map((end) => end())))
  const bundling = bundlePage()
  // It is awaited below, unless something else fails first.
  bundling.catch(() => {})
  try {
    const standIns = options.api ? undefined : await startStandIns(options)
    if (standIns) started.push(standIns.stop)
    const { apiUrl, origins, ...chosen } = standIns ? servedBy(standIns) : servedAt(options.api!)

    const outdir = join(CACHE, `${process.pid}-${++count}`)
    const network = { outdir, quiet: true, local: origins, standIn: offerOf(standIns, options) }
    if (!options.plugin) {
      started.push(removedAtEnd(outdir))
      await build(network)
    }
    const manifestPath = options.plugin ? await manifestIn(options.plugin) : join(outdir, 'manifest.json')
    const { paths } = await readPlugin(manifestPath)

    const settings = {
      ...{ apiUrl, ...chosen },
      standIn: standIns !== undefined,
      world: options.world ?? 'hero',
      accountFor: JSON.parse(await readFile('manifest.json', 'utf8')).id,
      guest: options.plugin !== undefined,
    }
    const plugin = async () => (await readPlugin(manifestPath)).plugin
    const pages = createPageServer({ scripts: await bundling, plugin, settings })
    const { port, stop: stopPages } = await listenOnLoopback(pages.answer, {
      port: options.port ?? 0,
      next: options.nextPort ?? false,
    })
    started.push(stopPages)
    if (options.watch) {
      const watching = options.plugin ? watchFiles(paths, pages.announceBuild) : watch(network, pages.announceBuild)
      started.unshift(await watching)
    }
    return { url: `http://localhost:${port}/`, api: standIns?.lumenfall, standIns, apiUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What the panel offers to whoever has no key. */
const offerOf = (standIns: StandIns | undefined, { asPublished }: PlaygroundOptions) =>
  standIns && !asPublished ? `lumenfall ${standIns.lumenfall.url} ${standIns.lumenfall.key}` : ''

type Served = Pick<PlaygroundSettings, 'apiUrl' | 'provider' | 'accounts'> & { origins: string[] }

function servedBy(standIns: StandIns): Served {
  const { url } = standIns.lumenfall
  return { apiUrl: url, provider: 'lumenfall', accounts: accountsWith(standIns), origins: originsOf(standIns) }
}

function servedAt({ url, key, provider = 'lumenfall' }: NonNullable<PlaygroundOptions['api']>): Served {
  const account: PlaygroundAccount = { key, address: url }
  return { apiUrl: url, provider, accounts: { [provider]: account }, origins: [new URL(url).origin] }
}

let count = 0
const CACHE = 'node_modules/.cache/refill/playground'
