import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder } from '../../relay/src/node/folder-store.ts'
import { serveRelay } from '../../relay/src/node/serve.ts'
import { upstreamsAt } from '../../relay/src/upstreams.ts'
import { heard } from './heard.ts'
import { OTHER_TOKEN, type RunningRelay, type Setup, TOKEN } from './running-relay.ts'

export async function startOnNode({ origins = {}, limits, room }: Setup): Promise<RunningRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'refill-relay-'))
  const lines: string[] = []
  const console = heard()
  const serve = async (port: number) =>
    serveRelay({
      port,
      tokens: [TOKEN, OTHER_TOKEN],
      store: await openFolder(folder, room),
      publicUrl: 'from-request',
      write: (line) => void lines.push(line),
      upstreams: upstreamsAt(origins),
      limits,
    })
  let serving = await serve(0)
  const { url } = serving

  return {
    url,
    output: () => [...lines, console.text()].join('\n'),
    async restart() {
      await serving.stop(0)
      serving = await serve(Number(new URL(url).port))
    },
    async stop() {
      await serving.stop(0)
      console.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
