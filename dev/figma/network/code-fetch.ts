import * as z from 'zod'
import { FigmaError } from '../errors.ts'
import type { Manifest } from '../manifest.ts'
import { validated } from '../values/validated.ts'
import { allows, patternsOf } from './allows.ts'
import { failedToFetch, type Network, type NetworkAnswer } from './network.ts'

export interface CodeFetchOptions {
  manifest: Manifest
  network: Network
  /** What a browser writes to its console. */
  complain(sentence: string): void
}

/** What the code gets of an answer; the sandbox makes an object with `text`, `json` and `arrayBuffer` of it. */
export type CodeAnswer = Omit<NetworkAnswer, 'headers'> & {
  headersObject: Record<string, string>
  ok: boolean
  body: string
}

/**
 * `fetch` of a plugin's code (typings, index.d.ts): plain options, no signal, no form; the hosts of the manifest and no
 * other. A refusal is a failed request, and its reason stands in the console alone.
 */
export function createCodeFetch({ manifest, network, complain }: CodeFetchOptions) {
  const patterns = patternsOf(manifest)

  return async (address: unknown, options: unknown): Promise<CodeAnswer> => {
    const text = validated(z.string(), address, 'url')
    const init = validated(INIT, options ?? {}, 'init')
    if (!URL.canParse(text)) throw new FigmaError(`"${text}" is not an absolute address`)
    if (!allows(patterns, new URL(text))) {
      const sources = ['data:', ...patterns.filter((pattern) => pattern !== 'none')].join(' ')
      complain(
        `Refused to connect to '${text}' because it violates the following Content Security Policy directive: "default-src ${sources}".`,
      )
      throw failedToFetch()
    }
    const { method = 'GET', headers = init.headersObject ?? {}, body, redirect = 'follow' } = init
    const request = { url: text, method: method.toUpperCase(), headers, redirect }
    const { headers: headersObject, ...answer } = await network(body === undefined ? request : { ...request, body })
    const isOk = answer.status >= 200 && answer.status < 300
    return { ...answer, headersObject, ok: isOk, body: new TextDecoder().decode(answer.bytes) }
  }
}

const headers = z.record(z.string(), z.string())

const INIT = z.strictObject({
  method: z.string().optional(),
  headers: headers.optional(),
  headersObject: headers.optional(),
  body: z.union([z.string(), z.instanceof(Uint8Array)]).optional(),
  credentials: z.string().optional(),
  cache: z.string().optional(),
  redirect: z.enum(['follow', 'error']).optional(),
  referrer: z.string().optional(),
  integrity: z.string().optional(),
})
