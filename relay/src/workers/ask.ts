import type { Ask } from '../ask.ts'
import { cutting } from '../stream.ts'
import { fixedLength } from './fixed-length.ts'

/** Asks over the runtime's `fetch`, which reaches public addresses only. */
export const ask: Ask = ({ url, method, headers, body, signal }) => {
  const { 'content-length': length, ...others } = headers
  const init = { method, headers: others, redirect: 'manual' } as const
  if (!body) return fetch(url, { ...init, signal })
  const stopper = new AbortController()
  const upload = length === undefined ? cutting(body, () => stopper.abort()) : fixedLength(body, length)
  return fetch(url, { ...init, body: upload, signal: AbortSignal.any([signal, stopper.signal]) })
}
