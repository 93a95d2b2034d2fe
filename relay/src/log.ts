import type { Ended } from './stream.ts'

/** What the log says of one request. There is no place in it for a path, a header, an address or a body. */
export interface Entry {
  method: string
  /** A name from the relay's own lists. */
  route: string
  /** A system's error code, as `ECONNREFUSED`; anything else is left out. */
  reason?: string | undefined
}

export type Write = (line: string) => void

export function createLog(write: Write, now: () => number) {
  return {
    open(method: string) {
      const started = now()
      const entry: Entry = { method: METHODS.has(method) ? method : 'other', route: 'unknown' }
      const close = (status: number, { bytes, cut }: Ended) => {
        const { reason } = entry
        const time = new Date(started).toISOString()
        const line = { time, ...entry, status, ms: now() - started, bytes, cut: cut || undefined }
        write(JSON.stringify({ ...line, reason: reason && /^[A-Z_]{1,40}$/.test(reason) ? reason : undefined }))
      }
      return { entry, close }
    },
  }
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
