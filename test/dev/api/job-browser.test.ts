import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobStandIn } from '../../../dev/api/jobs/start.ts'
import { launchBrowser } from '../../../dev/browser.ts'
import { runInFrame } from './frame.ts'
import { BOTH } from './jobs.ts'
import { type PictureHost, plain, startPictureHost } from './picture-host.ts'

let browser: Browser
let page: Page
let host: PictureHost
let picture: string
beforeAll(async () => {
  ;[host, browser] = await Promise.all([startPictureHost(), launchBrowser()])
  page = await browser.newPage()
  picture = host.picture('/main.png', await plain(40, 40))
})
afterAll(() => Promise.all([host?.stop(), browser?.close()]))

describe.each(BOTH)('$name, from a frame without an origin', (client) => {
  let api: JobStandIn
  beforeEach(async () => {
    api = await client.start({ mediaCors: true })
  })
  afterEach(() => api.stop())

  /** Runs an edit to its end and fetches the result; says its type and what went wrong. */
  const editInFrame = (headers: Record<string, string> = {}) =>
    runInFrame(
      page,
      `
      const headers = ${JSON.stringify({ ...client.keyOf(api.key), 'content-type': 'application/json', ...headers })}
      const body = ${JSON.stringify(JSON.stringify({ prompt: 'echo', images: [picture] }))}
      const run = async () => {
        const accepted = await (await fetch('${api.url}${client.path}', { method: 'POST', headers, body })).json()
        const address = accepted.statusUrl ?? accepted.polling_url
        for (;;) {
          const job = await (await fetch(address, { headers: ${JSON.stringify(client.keyOf(api.key))} })).json()
          if (job.status === '${client.words.done}') {
            const result = await fetch((job.output.images ?? job.output.media_url)[0])
            return result.status + ' ' + (await result.blob()).type
          }
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
      run().catch((error) => error.name).then((said) => parent.postMessage(said, '*'))`,
    )

  test('an edit runs to its result', async () => {
    expect(await editInFrame()).toMatch(/^200 image\/(png|jpeg)$/)
    expect(api.requests.slice(0, 2).map(({ method }) => method)).toEqual(['OPTIONS', 'POST'])
    expect(api.media.requests.map(({ withKey }) => withKey)).toEqual([false])
  })

  test('Cache-Control, which an example sends, stops the browser before it sends anything', async () => {
    expect(await editInFrame({ 'cache-control': 'no-cache' })).toBe('TypeError')
    expect(api.requests.map(({ method }) => method)).toEqual(['OPTIONS'])
  })

  test('a media host without CORS cannot be read, though the picture is there', async () => {
    api.settings.mediaCors = false
    expect(await editInFrame()).toBe('TypeError')
    expect(api.media.requests.map(({ status }) => status)).toEqual([200])
  })

  test('a result that leads on to another host can be followed', async () => {
    api.plan(['redirected-result'])
    expect(await editInFrame()).toMatch(/^200 image/)
    expect(api.elsewhere.requests.map(({ withKey }) => withKey)).toEqual([false])
  })
})
