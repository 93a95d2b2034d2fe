import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { JobStandIn } from '../../../dev/api/jobs/start.ts'
import type { JobTroubleName } from '../../../dev/api/jobs/trouble.ts'
import { ask, BOTH, finish, jsonOf, pixazo, post, run, until } from './jobs.ts'
import { type PictureHost, plain, startPictureHost } from './picture-host.ts'

let host: PictureHost
let picture: string
beforeAll(async () => {
  host = await startPictureHost()
  picture = host.picture('/main.png', await plain(40, 40))
})
afterAll(() => host.stop())

describe.each(BOTH)('$name', (client) => {
  let api: JobStandIn
  beforeEach(async () => {
    api = await client.start()
  })
  afterEach(() => api.stop())

  // An echo is quicker than a picture that is painted.
  const edit = () => ({ prompt: 'echo', images: [picture] })
  const ended = async (end: keyof typeof client.words = 'done') => finish(api, client, edit(), end)
  const resultOf = async () => {
    const response = await fetch(client.resultsIn(await ended())[0]!)
    return { response, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const charged = () => Math.round((10 - api.balance) * 1000) / 1000

  describe('a refusal', () => {
    test.each(client === pixazo ? PIXAZO_REFUSALS : PIXELDOJO_REFUSALS)(
      '%s of a run is %i %s, in the service’s own shape, and costs nothing',
      async (name, status, word) => {
        api.plan([name])
        const response = await post(api, client, edit())
        const message = expect.any(String)
        expect(response.status).toBe(status)
        expect(await jsonOf(response)).toEqual(
          client === pixazo ? { error: word, message } : { error: { code: word, message, status } },
        )
        expect(charged()).toBe(0)
        expect((await post(api, client, edit())).status).toBe(202)
      },
    )

    test('says when to come back, which a page sees once it is exposed', async () => {
      api.plan([{ name: 'busy', retryAfter: 7 }, 'overloaded'])
      api.settings.exposeHeaders = true
      const { headers } = await post(api, client, edit())
      expect([headers.get('retry-after'), headers.get('access-control-expose-headers')]).toEqual(['7', 'Retry-After'])
      expect((await post(api, client, edit())).headers.get('retry-after')).toBe('2')
    })

    test.each(['busy', 'internal', 'denied', 'not-found'] as const)('%s may meet one poll alone', async (name) => {
      const { id } = await run(api, client, edit())
      api.plan([{ name, route: 'poll' }])
      const statuses = [await ask(api, client, id), await ask(api, client, id)].map(({ status }) => status)
      expect(statuses).toEqual([{ busy: 429, internal: 500, denied: 401, 'not-found': 404 }[name], 200])
    })
  })

  describe('a line', () => {
    test('dropped before a run costs nothing; after it, it is charged and nobody knows the id', async () => {
      api.plan(['drop-before', 'drop-after'])
      await expect(post(api, client, edit())).rejects.toThrow()
      expect(charged()).toBe(0)
      await expect(post(api, client, edit())).rejects.toThrow()
      expect(charged()).toBe(client.price)
      expect(api.requests.map(({ status }) => status)).toEqual([undefined, undefined])
    })

    test.each(['drop-before', 'drop-after'] as const)('%s may meet one poll, and the job goes on', async (name) => {
      const { id } = await run(api, client, edit())
      api.plan([{ name, route: 'poll' }])
      await expect(ask(api, client, id)).rejects.toThrow()
      await until(api, client, { id, status: client.words.done })
    })

    test('may be slow, or have its answer cut', async () => {
      api.plan([{ name: 'slow', wait: 30 }, 'truncated', 'cut-off'])
      expect((await post(api, client, edit())).status).toBe(202)
      const truncated = await (await post(api, client, edit())).text()
      expect(() => JSON.parse(truncated)).toThrow()
      await expect((await post(api, client, edit())).text()).rejects.toThrow()
      expect(charged()).toBe(3 * client.price)
    })

    test.each(['run', 'poll'] as const)('of a %s may carry a page, or what is no JSON', async (route) => {
      const { id } = await run(api, client, edit())
      const again = () => (route === 'run' ? post(api, client, edit()) : ask(api, client, id))
      api.plan([
        { name: 'html', route },
        { name: 'garbage', route },
      ])
      const page = await again()
      expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html'])
      await expect((await again()).json()).rejects.toThrow()
    })
  })

  describe('a job', () => {
    test('fails with a reason, and is charged', async () => {
      api.plan(['failed'])
      const answer = await ended('failed')
      expect(answer.error).toBe('The model could not make a picture from this')
      expect(answer.output ?? null).toBeNull()
      expect(charged()).toBe(client.price)
    })

    test('that meets a fault of the system gives the money back', async () => {
      api.plan(['system-error'])
      const answer = await ended('broken')
      expect(answer.error).toBe('System error: The machine went away')
      expect(charged()).toBe(0)
    })

    test('never ends', async () => {
      api.plan(['never-ends'])
      const { id } = await run(api, client, edit())
      await until(api, client, { id, status: client.words.working })
      await expect.poll(() => api.fetches[0]?.bytes).toBeGreaterThan(0)
      expect((await jsonOf(ask(api, client, id))).status).toBe(client.words.working)
    })

    test('has a status that no document knows, until it is done', async () => {
      api.settings.working = 600_000
      api.plan(['odd-status'])
      const { id } = await run(api, client, edit())
      await until(api, client, { id, status: client === pixazo ? 'THROTTLED' : 'reticulating' })
      api.settings.working = 0
      await until(api, client, { id, status: client.words.done })
    })

    test.each(['planned', 'by hand'])('is forgotten by a restart, %s', async (how) => {
      const { id } = await run(api, client, edit())
      if (how === 'planned') api.plan([{ name: 'restart', route: 'poll' }])
      else api.restart()
      expect((await ask(api, client, id)).status).toBe(404)
      expect(charged()).toBe(client.price)
    })

    test('is to be asked for at another host, which takes every header and sees whether the key comes', async () => {
      api.plan(['foreign-poll'])
      const { id, statusUrl } = await run(api, client, edit())
      expect(statusUrl).toBe(api.elsewhere.url + client.statusPath(id))
      const preflight = await fetch(statusUrl, {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'GET', 'access-control-request-headers': client.keyHeader },
      })
      expect(preflight.status).toBe(204)
      expect((await fetch(statusUrl)).status).toBe(200)
      await fetch(statusUrl, { headers: client.keyOf(api.key) })
      expect(api.elsewhere.requests.map(({ withKey }) => withKey)).toEqual([false, false, true])
      expect(JSON.stringify(api.elsewhere.requests)).not.toContain(api.key)
      expect((await ask(api, client, id)).status).toBe(200)
    })
  })

  describe('a result', () => {
    test('has an address without a host, which the service answers', async () => {
      api.plan(['relative-result'])
      const [address] = client.resultsIn(await ended())
      expect(address).toMatch(/^\/[^/]/)
      const response = await fetch(new URL(address!, api.url))
      expect((await sharp(await response.arrayBuffer()).metadata()).width).toBeGreaterThan(1000)
    })

    test('leads on to another host', async () => {
      api.plan(['redirected-result'])
      const { response, bytes } = await resultOf()
      expect(response.redirected).toBe(true)
      expect(new URL(response.url).origin).toBe(api.elsewhere.url)
      expect((await sharp(bytes).metadata()).width).toBeGreaterThan(1000)
      expect([api.media.requests[0]?.status, api.elsewhere.requests[0]?.status]).toEqual([302, 200])
    })

    test('is gone at once', async () => {
      api.plan(['expired-result'])
      expect((await resultOf()).response.status).toBe(404)
    })

    test('is not there though the job is done', async () => {
      api.plan(['no-result'])
      expect(client.resultsIn(await ended())).toEqual([])
    })

    test('ends in the middle as planned, whole or announced as longer, and its host is not at fault', async () => {
      const told = vi.spyOn(console, 'error').mockReturnValue()
      const whole = await resultOf()
      api.plan([
        { name: 'truncated', route: 'result' },
        { name: 'cut-off', route: 'result' },
      ])
      const { response, bytes } = await resultOf()
      expect(bytes.length).toBe(Math.floor(whole.bytes.length / 2))
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length)
      await expect(resultOf()).rejects.toThrow()
      expect(told).not.toHaveBeenCalled()
      told.mockRestore()
    })

    test('is no picture, or half of one', async () => {
      api.plan(['not-a-picture', 'truncated-picture'])
      expect((await resultOf()).bytes.toString()).toMatch(/^This is a sentence/)
      const half = await resultOf()
      expect((await sharp(half.bytes).metadata()).width).toBeGreaterThan(1000)
      await expect(sharp(half.bytes).raw().toBuffer()).rejects.toThrow()
    })

    test('is huge, or of quite another shape', async () => {
      api.plan(['huge', 'wrong-size'])
      const large = await sharp((await resultOf()).bytes).metadata()
      expect(Math.max(large.width, large.height)).toBeGreaterThan(4096)
      const { width, height } = await sharp((await resultOf()).bytes).metadata()
      expect(Math.max(width, height) / Math.min(width, height)).toBe(2)
    })

    test('meets troubles of its own on the way', async () => {
      const [address] = client.resultsIn(await ended())
      api.plan([
        { name: 'busy', route: 'result' },
        { name: 'html', route: 'result' },
        { name: 'drop-before', route: 'result' },
      ])
      expect((await fetch(address!)).status).toBe(429)
      expect((await fetch(address!)).status).toBe(502)
      await expect(fetch(address!)).rejects.toThrow()
      expect((await fetch(address!)).status).toBe(200)
    })
  })

  test('none lets one run through, and forgetting forgets the plan and what was noted', async () => {
    api.plan(['none', 'busy'])
    expect((await post(api, client, edit())).status).toBe(202)
    api.forget()
    expect([api.requests, api.fetches]).toEqual([[], []])
    expect((await post(api, client, edit())).status).toBe(202)
  })

  test('the key is in nothing that requests show, wherever a client puts it', async () => {
    await finish(api, client, { ...edit(), prompt: `use ${api.key}` })
    await fetch(`${api.url}/${api.key}?key=${api.key}`, {
      headers: { 'x-key': api.key, ...client.keyOf(api.otherKey) },
    })
    await fetch(`${api.media.url}/x`, { headers: client.keyOf(api.key) })
    await fetch(`${api.media.url}/x?key=${api.key}`)
    const shown = JSON.stringify([api.requests, api.media.requests, api.elsewhere.requests])
    for (const key of [api.key, api.otherKey]) expect(shown).not.toContain(key)
    expect(api.requests[0]).toMatchObject({ method: 'POST', withKey: true, json: { prompt: 'use (the key)' } })
    expect(api.media.requests.map(({ withKey }) => withKey)).toEqual([true, true])
  })

  test('stopping waits for no job', async () => {
    api.settings.working = 600_000
    await run(api, client, edit())
    await expect.poll(() => api.fetches.length).toBe(1)
    await api.stop()
    await expect(fetch(api.url)).rejects.toThrow()
    api = await client.start()
  })
})

type Refused = [name: JobTroubleName, status: number, word: string]

const PIXAZO_REFUSALS: Refused[] = [
  ['invalid', 400, 'Bad Request'],
  ['no-model', 400, 'Model not found'],
  ['denied', 401, 'Unauthorized'],
  ['funds', 402, 'Insufficient Balance'],
  ['forbidden', 403, 'Forbidden'],
  ['not-found', 404, 'Not Found'],
  ['busy', 429, 'Too Many Requests'],
  ['internal', 500, 'Internal Server Error'],
  ['gateway', 502, 'Bad Gateway'],
  ['overloaded', 503, 'Service Unavailable'],
]

const PIXELDOJO_REFUSALS: Refused[] = [
  ['invalid', 400, 'invalid_request'],
  ['denied', 401, 'unauthorized'],
  ['funds', 403, 'insufficient_credits'],
  ['forbidden', 403, 'forbidden'],
  ['no-model', 404, 'model_not_found'],
  ['not-found', 404, 'not_found'],
  ['busy', 429, 'rate_limit_exceeded'],
  ['internal', 500, 'internal_error'],
  ['gateway', 502, 'bad_gateway'],
  ['overloaded', 503, 'service_unavailable'],
]
