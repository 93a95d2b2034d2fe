/** A request of a plugin's code, checked and allowed. */
export interface NetworkRequest {
  url: string
  method: string
  headers: Readonly<Record<string, string>>
  body?: Uint8Array | string
  redirect: 'follow' | 'error'
}

/** What came back, whole. */
export interface NetworkAnswer {
  status: number
  statusText: string
  headers: Record<string, string>
  redirected: boolean
  url: string
  type: string
  bytes: Uint8Array
}

/**
 * The way out for `fetch` in a plugin's code. It must behave as a browser does for a page whose origin is null: CORS holds.
 * Rejects with a TypeError where a browser would.
 */
export type Network = (request: NetworkRequest) => Promise<NetworkAnswer>

export const failedToFetch = () => new TypeError('Failed to fetch')
