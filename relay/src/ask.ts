/** One request to a provider. `body` has the length that `content-length` says, where that is among the headers. */
export interface Asked {
  url: string
  method: 'GET' | 'POST'
  headers: Readonly<Record<string, string>>
  body: ReadableStream<Uint8Array> | undefined
  signal: AbortSignal
}

export interface Answer {
  status: number
  headers: Headers
  body: ReadableStream<Uint8Array> | null
}

/** How a runtime reaches the network. It follows no redirect and keeps nothing. */
export type Ask = (asked: Asked) => Promise<Answer>

/** No connection came about, so the provider knows nothing of the request. */
export class Unreached extends Error {
  /** `ECONNREFUSED` and the like. */
  readonly reason: string

  constructor(reason: string) {
    super('The host could not be reached.')
    this.reason = reason
  }
}
