import type { Frame } from 'playwright-core'

interface Kept {
  benchRequest?: Promise<Request>
}

/** Keeps the next request of the panel that matches, so that it can be made again. */
export const keepRequest = (panel: Frame, path: RegExp) =>
  panel.evaluate((path) => {
    const plain = globalThis.fetch
    globalThis.fetch = async (...asked) => {
      const request = new Request(...asked)
      if (!new RegExp(path).test(request.url)) return plain(request)
      globalThis.fetch = plain
      const { url, method, headers } = request.clone()
      const form = await request.clone().formData()
      // The browser writes a new boundary.
      const named = [...headers].filter(([name]) => name !== 'content-type')
      ;(globalThis as Kept).benchRequest = Promise.resolve(new Request(url, { method, headers: named, body: form }))
      return plain(request)
    }
  }, path.source)

/**
 * The kept request `count` times, as many at once as there are slots, and nothing else: what of a run's time the browser,
 * the loopback and the stand-in take, whoever asks. Returns ms.
 */
export const bareRequests = (panel: Frame, { count, slots }: { count: number; slots: number }): Promise<number> =>
  panel.evaluate(
    async ({ count, slots }) => {
      const kept = await (globalThis as Kept).benchRequest!
      let left = count
      async function work() {
        while (left-- > 0) {
          const response = await fetch(kept.clone())
          await response.arrayBuffer()
          if (!response.ok) throw new Error(`A bare request was answered ${response.status}.`)
        }
      }
      const startedAt = performance.now()
      await Promise.all(Array.from({ length: slots }, work))
      return performance.now() - startedAt
    },
    { count, slots },
  )
