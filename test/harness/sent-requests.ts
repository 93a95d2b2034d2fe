import type { Page, Request } from 'playwright-core'

/** One request as a browser sent it. */
export interface Sent {
  origin: string
  /** Everything but the headers. */
  open: string
  headers: Record<string, string>
}

/** From now on, every request of the page to other origins but preflights. */
export function watchRequests(page: Page): () => Promise<Sent[]> {
  const requests: Request[] = []
  page.on('request', (request) => void requests.push(request))
  return async () => {
    const own = new URL(page.url()).origin
    const foreign = requests.filter((request) => /^http/.test(request.url()) && new URL(request.url()).origin !== own)
    return Promise.all(
      foreign.map(async (request) => ({
        origin: new URL(request.url()).origin,
        open: request.url() + (request.postDataBuffer()?.toString('latin1') ?? ''),
        headers: await request.allHeaders(),
      })),
    )
  }
}
