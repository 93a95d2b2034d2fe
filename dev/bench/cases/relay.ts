import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { createHttp } from '../../../src/ui/providers/http.ts'
import { medianOf } from '../numbers.ts'
import { photo } from '../picture.ts'
import type { Stage } from '../stage.ts'

/** ms */
export interface Relay {
  /** What the relay adds to a request: the median by it, less the median without it. */
  added: number
  /** The request without it: the median of several. */
  direct: number
}

/**
 * One paid request with a picture of 2 MB, by the panel's own way out, from the call until its answer is read: straight
 * to the stand-in, and by a relay on the same machine, in turns, so that whatever else the machine does meets both. The
 * stand-in answers as soon as it has read the request, with a picture that it has ready: its own work is the same in
 * both, and nothing of the upload hides behind a wait.
 *
 * It is asked from here and not from the browser, which asks before each request to the stand-in whether it may, and the
 * relay once in two hours: that would count for the relay what has nothing to do with it. Client, relay and stand-in
 * share one thread, so that a relay with a machine of its own adds less, but for the network on the way.
 */
export async function measureRelay({ api, relay }: Pick<Stage, 'api' | 'relay'>): Promise<Relay> {
  const bytes = await picture(BYTES)
  const { signal } = new AbortController()
  const account = { headers: { authorization: `Bearer ${api.key}` }, signal }
  const ways = {
    // Not by name, as the relay does not look it up either.
    direct: createHttp({ ...account, address: `http://127.0.0.1:${api.port}` }),
    relayed: createHttp({ ...account, address: api.url, relay: { address: relay.url, token: relay.token } }),
  }
  const times: Record<keyof typeof ways, number[]> = { direct: [], relayed: [] }
  api.script(undefined)
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Each is the first in half of the rounds.
    for (const name of round % 2 === 0 ? (['direct', 'relayed'] as const) : (['relayed', 'direct'] as const)) {
      const form = formWith(bytes)
      const startedAt = performance.now()
      await ways[name].postForm('/openai/v1/images/edits', form, Answer, { last: true })
      if (round >= 0) times[name].push(performance.now() - startedAt)
      await sleep(PAUSE)
    }
  }
  const direct = medianOf(times.direct)
  return { added: medianOf(times.relayed) - direct, direct }
}

function formWith(bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  const fields = { model: 'p-image-edit', prompt: 'starry night sky', response_format: 'b64_json', seed: '1' }
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('image', new File([bytes], 'picture.jpg', { type: 'image/jpeg' }))
  return form
}

/** A JPEG of just so many bytes: what follows its end is of no account to who reads it. */
async function picture(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size)
  bytes.set(Buffer.from(await photo(1224, 918), 'base64'))
  return bytes
}

const Answer = z.object({ data: z.array(z.unknown()) })
const BYTES = 2_000_000
const ROUNDS = 20
/** Rounds that are not measured: code that runs for the first time is slow. */
const WARM_UP = 4
/** ms in which the connection before is closed */
const PAUSE = 20
