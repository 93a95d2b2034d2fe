import { createRelay, type RelayOptions } from '../app.ts'
import { READABLE } from '../cors.ts'
import { RelayError } from '../errors.ts'
import { LIMITS } from '../limits.ts'
import { measured } from '../stream.ts'
import { tokensIn } from '../tokens-in.ts'
import { ask } from './ask.ts'
import { fixedLength } from './fixed-length.ts'
import { type Bucket, bucketStore } from './r2-store.ts'

/** What wrangler.toml and `wrangler secret put` give. */
export interface Bindings {
  FILES: Bucket
  RELAY_TOKEN?: string
  RELAY_PUBLIC_URL?: string
}

/** The relay as a Worker. Rates are counted in memory, so they hold for one isolate and not for all of them together. */
export function createWorker(
  change: (options: RelayOptions, bindings: Bindings) => RelayOptions = (options) => options,
) {
  let relay: ReturnType<typeof createRelay> | undefined

  function open(bindings: Bindings) {
    const options: RelayOptions = {
      tokens: tokensIn(bindings.RELAY_TOKEN ?? ''),
      store: bucketStore(bindings.FILES),
      ask,
      // Cloudflare writes it, whatever was sent under this name.
      addressOf: ({ headers }) => headers.get('cf-connecting-ip') ?? '',
      // Cloudflare brings a Worker only what was sent to its own hosts.
      publicUrl: bindings.RELAY_PUBLIC_URL ?? 'from-request',
      write: (line) => console.log(line),
    }
    return createRelay(change(options, bindings))
  }

  return {
    async fetch(request: Request, bindings: Bindings): Promise<Response> {
      try {
        relay ??= open(bindings)
      } catch (error) {
        return new RelayError('RELAY_FAILED', (error as Error).message, READABLE).toResponse()
      }
      const response = await relay.fetch(request, bindings)
      if (response.status >= 400) await readOut(request)
      return honest(response)
    },
    async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
      await bucketStore(bindings.FILES).sweep(Date.now())
    },
  }
}

/** An answer that breaks off is seen to, where its length was announced. */
function honest(response: Response): Response {
  const length = response.headers.get('content-length')
  return response.body && length !== null ? new Response(fixedLength(response.body, length), response) : response
}

/** A refusal is heard once the upload is over: workerd closes the line of one that nobody reads. */
async function readOut({ body }: Request): Promise<void> {
  if (!body || body.locked) return
  const rest = measured(body, { most: LIMITS.requestBytes, onEnd: () => {} })
  await rest.pipeTo(new WritableStream()).catch(() => undefined)
}
