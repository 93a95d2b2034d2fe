import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build, watch } from '../../../build.mjs'
import { type StandIn, startApi } from '../../api/server.ts'
import { bundlePage } from './bundle-page.ts'
import { listenOnLoopback } from './listen.ts'
import { createPageServer } from './page-server.ts'
import { manifestIn, readPlugin } from './read-plugin.ts'
import { watchFiles } from './watch-files.ts'

export interface PlaygroundOptions {
  /** 0 is any free one. */
  port?: number
  /** Whether a taken port is followed by the ones after it. */
  nextPort?: boolean
  /** Another image service than the stand-in, and the key for it. */
  api?: { url: string; key: string }
  /** ms that the stand-in waits before it answers */
  latency?: number
  /** Port that the stand-in takes if it is free. */
  apiPort?: number
  /** Id of the world that the page opens. */
  world?: string
  /** Whether a change is built and shown: of `src`, or of the files of another plugin. */
  watch?: boolean
  /** Another built plugin than ours: its manifest, or the folder that it lies in. */
  plugin?: string
}

export interface RunningPlayground {
  url: string
  /** The stand-in, unless another service was named. */
  api: StandIn | undefined
  apiUrl: string
  stop(): Promise<void>
}

/** Builds the plugin, starts the stand-in and serves the page. Throws one sentence; what had been started is stopped. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<RunningPlayground> {
  const started: (() => unknown)[] = []
  const stop = async () => void (await Promise.all(started.splice(0).map((end) => end())))
  try {
    const api = options.api ? undefined : await startStandIn(options)
    if (api) started.push(() => api.stop())
    const account = options.api ?? { url: api?.url ?? '', key: api?.key ?? '' }

    const outdir = join(CACHE, `${process.pid}-${++count}`)
    const network = { outdir, quiet: true, local: [new URL(account.url).origin] }
    if (!options.plugin) {
      await build(network)
      started.push(() => rm(outdir, { recursive: true, force: true }))
    }
    const manifestPath = options.plugin ? await manifestIn(options.plugin) : join(outdir, 'manifest.json')
    const { paths } = await readPlugin(manifestPath)

    const settings = {
      apiUrl: account.url,
      apiKey: account.key,
      standIn: api !== undefined,
      world: options.world ?? 'hero',
      accountFor: JSON.parse(await readFile('manifest.json', 'utf8')).id,
      guest: options.plugin !== undefined,
    }
    const plugin = async () => (await readPlugin(manifestPath)).plugin
    const pages = createPageServer({ scripts: await bundlePage(), plugin, settings })
    const { port, stop: stopPages } = await listenOnLoopback(pages.answer, {
      port: options.port ?? 0,
      next: options.nextPort ?? false,
    })
    started.push(stopPages)
    if (options.watch) {
      const watching = options.plugin ? watchFiles(paths, pages.announceBuild) : watch(network, pages.announceBuild)
      started.unshift(await watching)
    }
    return { url: `http://localhost:${port}/`, api, apiUrl: account.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startStandIn({ apiPort = 0, latency }: PlaygroundOptions): Promise<StandIn> {
  const settings = latency === undefined ? {} : { latency }
  return startApi({ port: apiPort, ...settings }).catch((error) => {
    if (error.code !== 'EADDRINUSE' || apiPort === 0) throw error
    return startApi(settings)
  })
}

let count = 0
const CACHE = 'node_modules/.cache/refill/playground'
