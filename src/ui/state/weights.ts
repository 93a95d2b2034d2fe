import { signal } from '@preact/signals'
import type { Connection } from '../../shared/channel.ts'
import type { Commands, Events } from '../../shared/protocol.ts'
import type { Rush } from '../jobs/rush.ts'

export interface WeightsServices {
  code: Pick<Connection<Commands, Events>, 'call'>
  rush: Pick<Rush, 'over'>
}

/** Bytes of the files of images. Those of a hash never change, so that each is asked once. */
export function createWeights({ code, rush }: WeightsServices) {
  const known = signal<ReadonlyMap<string, number>>(new Map())
  let stop = new AbortController()

  async function weigh(hashes: readonly string[], signal: AbortSignal) {
    for (const hash of hashes) {
      await rush.over()
      const bytes = await code.call('weighImage', { hash }, { signal }).catch(() => 0)
      signal.throwIfAborted()
      known.value = new Map(known.peek()).set(hash, bytes ?? 0)
    }
  }

  return {
    of: (hash: string) => known.value.get(hash),
    /** Asks for these one after the other in the background, and no longer for those before them. */
    follow(hashes: readonly string[]) {
      stop.abort()
      stop = new AbortController()
      const asked = hashes.slice(0, MOST).filter((hash) => !known.peek().has(hash))
      weigh(asked, stop.signal).catch(() => {})
    },
  }
}

/** Files of one list: Figma reads each as a whole to say how heavy it is. */
const MOST = 200
