import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFolder } from '../../../relay/src/node/folder-store.ts'
import { serveRelay } from '../../../relay/src/node/serve.ts'
import { UPSTREAMS, type Upstreams } from '../../../relay/src/upstreams.ts'
import { removedAtEnd } from './removed-at-end.ts'

/** A relay on this machine that passes on to stand-ins, and to nobody else. */
export interface StandInRelay {
  url: string
  /** Its access token. It is invented, and no secret. */
  token: string
  stop(): Promise<void>
}

/** Whether the relay passes anything on to a host of the real world. */
export const isPassed = (host: string): boolean => Object.hasOwn(UPSTREAMS, host)

/**
 * Starts a relay for stand-ins: `hosts` has where each answers, under the host that it stands for, whose routes hold for
 * it. A host that the relay does not know is left out, so that here goes by it what would go by it out there.
 */
export async function startRelay(hosts: Readonly<Record<string, string>>): Promise<StandInRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'refill-relay-'))
  const removeFolder = removedAtEnd(folder)
  try {
    const serving = await serveRelay({
      port: 0,
      tokens: [TOKEN],
      store: await openFolder(folder),
      publicUrl: 'from-request',
      upstreams: upstreamsFor(hosts),
      // Its lines would drown what `npm start` has to say.
      write: () => {},
    })
    return {
      url: serving.url,
      token: TOKEN,
      async stop() {
        await serving.stop(0)
        await removeFolder()
      },
    }
  } catch (error) {
    await removeFolder()
    throw error
  }
}

/** The panel names a stand-in by its own address, so that is the host's name here. */
const upstreamsFor = (hosts: Readonly<Record<string, string>>): Upstreams =>
  Object.fromEntries(
    Object.entries(hosts).flatMap(([host, url]) => {
      const upstream = UPSTREAMS[host]
      const { host: here, port } = new URL(url)
      // Under its name the relay would refuse this machine as private.
      return upstream ? [[here, { ...upstream, origin: `http://127.0.0.1:${port}` }]] : []
    }),
  )

const TOKEN = 'relay-demo.stand-in'
