import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { OTHER_TOKEN, type RunningRelay, type Setup, TOKEN } from './running-relay.ts'

/** Runs the Worker in workerd, with R2 simulated in a folder and the settings of wrangler.toml. */
export async function startOnWorkers({ origins = {}, limits, room }: Setup): Promise<RunningRelay> {
  const Miniflare = await miniflare()
  const folder = await mkdtemp(join(tmpdir(), 'refill-relay-'))
  const settings = await readFile('relay/wrangler.toml', 'utf8')
  const script = await bundled()
  let text = ''
  const hear = (stream: Readable) => stream.setEncoding('utf8').on('data', (chunk) => (text += chunk))
  const start = (port: number) =>
    new Miniflare({
      // Past miniflare's own front, which packs answers and hides that a client went away.
      unsafeDirectSockets: [{ host: '127.0.0.1', port }],
      modules: true,
      script,
      compatibilityDate: /compatibility_date = "(.+)"/.exec(settings)![1],
      compatibilityFlags: JSON.parse(/compatibility_flags = (\[.*\])/.exec(settings)![1]!),
      r2Buckets: ['FILES'],
      r2Persist: folder,
      bindings: { RELAY_TOKEN: `${TOKEN},${OTHER_TOKEN}`, TEST: JSON.stringify({ origins, limits, room }) },
      handleRuntimeStdio: (output, errors) => [output, errors].forEach(hear),
    })
  let running = start(0)
  await running.ready
  const { origin } = await running.unsafeGetDirectURL()

  return {
    url: origin,
    output: () => text,
    async restart() {
      await running.dispose()
      running = start(Number(new URL(origin).port))
      await running.ready
    },
    async stop() {
      await running.dispose()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/relay/worker-under-test.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return outputFiles[0]!.text
}

/** Installed in relay/ and not at the top: `npm test` does without. */
async function miniflare(): Promise<new (options: MiniflareOptions) => Running> {
  const path = createRequire(resolve('relay/package.json')).resolve('miniflare')
  return (await import(pathToFileURL(path).href)).Miniflare
}

interface Running {
  ready: Promise<URL>
  unsafeGetDirectURL(): Promise<URL>
  dispose(): Promise<void>
}

interface MiniflareOptions {
  unsafeDirectSockets: { host: string; port: number }[]
  modules: true
  script: string
  compatibilityDate: string | undefined
  compatibilityFlags: string[]
  r2Buckets: string[]
  r2Persist: string
  bindings: Record<string, string>
  handleRuntimeStdio(output: Readable, errors: Readable): void
}
