import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { JobStandIn, StartOptions } from '../../../dev/api/jobs/start.ts'
import { startPixazo } from '../../../dev/api/pixazo/server.ts'
import { startPixelDojo } from '../../../dev/api/pixeldojo/server.ts'
import type { Bytes, Picture } from '../../../src/shared/picture.ts'
import { pixazo } from '../../../src/ui/providers/pixazo.ts'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import type { OpenJob } from '../../../src/ui/providers/provider.ts'
import { everythingIn, faultOf } from './faults-of.ts'
import { jobContext } from './job-context.ts'
import { startRelayDouble } from './relay-double.ts'
import { requestFor } from './request.ts'

const dojo = await startPixelDojo({ dataAddresses: 'accept' })
const zo = await startPixazo({ dataAddresses: 'accept' })
afterAll(() => Promise.all([dojo.stop(), zo.stop()]))
const USUAL: StartOptions = { waiting: 0, working: 0, mediaLife: 86_400_000, dataAddresses: 'accept', cors: 'always' }
beforeEach(() => {
  for (const api of [dojo, zo]) {
    api.forget()
    Object.assign(api.settings, USUAL)
    api.balance = 10
  }
})

const file = await sharp({ create: { width: 96, height: 64, channels: 3, background: '#4060a0' } })
  .png()
  .toBuffer()
const picture: Picture = { bytes: new Uint8Array(file) as Bytes, type: 'image/png', width: 96, height: 64 }

/** The one prompt that costs no time. */
const ask = (pictures: Picture[]) => requestFor({ prompt: 'echo', pictures })

/** The stand-ins make real pictures, and the machine may be busy. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

const contextAt = (api: JobStandIn, given: Partial<Parameters<typeof jobContext>[2]> = {}) =>
  jobContext(api === dojo ? pixelDojo : pixazo, api.url, { key: api.key, ...given })

describe.each([
  { name: 'PixelDojo', api: dojo, provider: pixelDojo, price: 0.25, run: '/api/v1/models/p-image-edit/run' },
  { name: 'Pixazo', api: zo, provider: pixazo, price: 0.01, run: '/p-image/v1/p-image-edit/generate' },
])('$name', ({ api, provider, price, run }) => {
  const edit = (given?: Parameters<typeof contextAt>[1]) => provider.edit(ask([picture]), contextAt(api, given).context)
  const polls = () => api.requests.filter(({ method }) => method === 'GET')

  test('edits a picture, and takes its price once', async () => {
    const { images } = await edit()
    const { width, height } = await sharp(await images[0]!.file.arrayBuffer()).metadata()
    expect(width! / height!).toBeCloseTo(1.5, 1)
    expect(10 - api.balance).toBeCloseTo(price)
  })

  test('fetches pictures from a relay, which forgets them when all is done', async () => {
    await using relay = await startRelayDouble()
    api.settings.dataAddresses = 'refuse'
    const pictures = [picture, picture, picture]
    const { context, jobs } = contextAt(api, { relay: relay.url })
    await provider.edit(ask(pictures), context)
    expect(api.fetches.map(({ status, bytes }) => [status, bytes])).toEqual(Array(3).fill([200, file.length]))
    expect(jobs[0]?.uploads).toHaveLength(3)
    await eventually(() => expect(relay.kept.size).toBe(0))
    expect(relay.seen.filter(({ method }) => method === 'DELETE')).toHaveLength(3)
  })

  test.each(['funds', 'failed', 'system-error', 'no-result', 'expired-result'] as const)(
    'forgets what was uploaded when it ends with “%s”',
    async (trouble) => {
      await using relay = await startRelayDouble()
      api.plan([trouble])
      await faultOf(edit({ relay: relay.url }))
      expect(relay.seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
      await eventually(() => expect(relay.kept.size).toBe(0))
    },
  )

  test('keeps what was uploaded while it may still be fetched: the job is not known to have ended', async () => {
    await using relay = await startRelayDouble()
    api.plan([{ name: 'restart', route: 'poll' }])
    await faultOf(edit({ relay: relay.url }))
    expect(relay.kept.size).toBe(1)
  })

  test('a data address that is refused is charged nothing', async () => {
    api.settings.dataAddresses = 'refuse'
    expect(await faultOf(edit())).toMatchObject({ fault: 'refused', message: expect.stringContaining('URL') })
    expect(api.balance).toBe(10)
  })

  test.each([
    ['denied', 'denied', 1],
    ['forbidden', 'denied', 1],
    ['funds', 'funds', 1],
    ['invalid', 'refused', 1],
    ['no-model', 'refused', 1],
    ['garbage', 'provider', 1],
    ['truncated', 'provider', 1],
    ['drop-before', 'offline', 1],
    ['drop-after', 'offline', 1],
  ] as const)('a run that is answered with “%s” is “%s”', async (trouble, fault, runs) => {
    api.plan([trouble])
    expect(await faultOf(edit())).toMatchObject({ fault })
    expect(api.requests).toHaveLength(runs)
  })

  test('an empty account is named', async () => {
    api.balance = 0
    expect(await faultOf(edit())).toMatchObject({ fault: 'funds' })
  })

  test('a busy service is asked until it takes the job, and paid once', async () => {
    api.plan([{ name: 'busy', retryAfter: 0 }, { name: 'overloaded', retryAfter: 0 }, 'gateway'])
    await edit()
    expect(10 - api.balance).toBeCloseTo(price)
  })

  test.each(['busy', 'overloaded', 'gateway', 'internal', 'html', 'garbage', 'truncated', 'drop-after'] as const)(
    'a poll that meets “%s” is made again, and nothing is paid twice',
    async (trouble) => {
      api.settings.working = 60
      const planned = ['busy', 'overloaded'].includes(trouble) ? { retryAfter: 0 } : {}
      api.plan([{ name: trouble, route: 'poll', ...planned }])
      expect((await edit()).images).toHaveLength(1)
      expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
      expect(10 - api.balance).toBeCloseTo(price)
    },
  )

  test('a poll that is refused ends it', async () => {
    api.plan([{ name: 'denied', route: 'poll' }])
    expect(await faultOf(edit())).toMatchObject({ fault: 'denied' })
    expect(polls()).toHaveLength(1)
  })

  test('a status that no document has is one of a job under way', async () => {
    Object.assign(api.settings, { waiting: 40, working: 80 })
    api.plan(['odd-status'])
    expect((await edit()).images).toHaveLength(1)
    expect(polls().length).toBeGreaterThan(1)
  })

  test('a job that never ends is given up after its time, and may be charged', async () => {
    api.plan(['never-ends'])
    expect(await faultOf(edit({ timeLimit: 150 }))).toMatchObject({
      fault: 'timeout',
      message: expect.stringContaining('charged'),
    })
  })

  test('the key goes to no other host, though an answer names one to ask at', async () => {
    api.plan(['foreign-poll'])
    expect((await edit()).images).toHaveLength(1)
    expect(api.elsewhere.requests).toEqual([])
    expect(polls().length).toBeGreaterThan(0)
  })

  test('a result is fetched without the key: from its host, and where a redirect leads', async () => {
    await edit()
    api.plan(['redirected-result'])
    expect((await edit()).images).toHaveLength(1)
    const fetched = [...api.media.requests, ...api.elsewhere.requests]
    expect(api.elsewhere.requests).toHaveLength(1)
    for (const { headers } of fetched) {
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('ocp-apim-subscription-key')
    }
  })

  test('a relative address is one at the provider, and fetched without the key', async () => {
    api.plan(['relative-result'])
    expect((await edit()).images).toHaveLength(1)
    const { headers } = polls().at(-1)!
    expect(headers).not.toHaveProperty('authorization')
    expect(headers).not.toHaveProperty('ocp-apim-subscription-key')
    expect(api.media.requests).toEqual([])
  })

  test('a result on a host that this build may not reach is not fetched', async () => {
    const isAllowed = (url: string) => url.startsWith(api.url)
    expect(await faultOf(edit({ http: { isAllowed } }))).toMatchObject({
      fault: 'settings',
      message: expect.stringContaining(`may not reach ${api.media.url}. `),
    })
    expect(api.media.requests).toEqual([])
  })

  test('a result that is gone is said to be', async () => {
    api.plan(['expired-result'])
    expect(await faultOf(edit())).toMatchObject({
      fault: 'provider',
      message: expect.stringMatching(
        provider === pixelDojo
          ? /not have the result any more: it kept it until \w+ \d+, 2\d{3}, \d+:\d\d\s[AP]M/
          : /keeps results for a time only/,
      ),
    })
  })

  test('a file that breaks off is fetched again', async () => {
    api.plan([{ name: 'cut-off', route: 'result' }])
    expect((await edit()).images).toHaveLength(1)
    expect(api.media.requests).toHaveLength(2)
  })

  test('the key is in one header to one host, and nowhere else', async () => {
    await using relay = await startRelayDouble()
    const sent: { url: string; text: string }[] = []
    async function fetchSpy(request: Request) {
      const { url, headers } = request
      sent.push({ url, text: `${url} ${JSON.stringify([...headers])} ${await request.clone().text()}` })
      return fetch(request)
    }
    const { context, jobs } = contextAt(api, { relay: relay.url, http: { fetch: fetchSpy } })
    const edited = await provider.edit(ask([picture]), context)
    await provider.check!(context)
    const withKey = sent.filter(({ text }) => text.includes(api.key))
    expect(withKey.length).toBeGreaterThan(2)
    for (const { url, text } of withKey) {
      expect(new URL(url).origin).toBe(api.url)
      expect(text.split(api.key)).toHaveLength(2)
      expect(url).not.toContain(api.key)
    }
    expect(sent.length).toBeGreaterThan(withKey.length)
    expect(everythingIn([edited, jobs])).not.toContain(api.key)
    for (const { headers, body } of relay.seen) {
      expect(JSON.stringify(headers)).not.toContain(api.key)
      expect(String(body)).not.toContain(api.key)
    }
  })

  test.each(['denied', 'funds', 'failed', 'system-error', 'garbage', 'drop-after', 'expired-result'] as const)(
    'nothing that is thrown for “%s” holds the key',
    async (trouble) => {
      api.plan([trouble])
      expect(everythingIn(await faultOf(edit()))).not.toContain(api.key)
    },
  )

  describe('stopping', () => {
    test('before the job is asked for: nothing is paid, and the upload is forgotten', async () => {
      const stop = new AbortController()
      await using relay = await startRelayDouble()
      const { addressOf, ...others } = contextAt(api, { relay: relay.url }).context
      const { context } = contextAt(api, {
        ...others,
        signal: stop.signal,
        http: { signal: stop.signal },
        async addressOf(picture, options) {
          const address = await addressOf!(picture, options)
          stop.abort()
          return address
        },
      })
      expect(await faultOf(provider.edit(ask([picture]), context))).toMatchObject({
        fault: 'cancelled',
      })
      expect(api.requests).toEqual([])
      await eventually(() => expect(relay.kept.size).toBe(0))
    })

    test.each([
      ['queued', { waiting: 60_000 }],
      ['worked on', { working: 60_000 }],
    ])('while it is %s is heard at once, and the job stays to be resumed', async (_name, settings) => {
      Object.assign(api.settings, settings)
      await using relay = await startRelayDouble()
      const stop = new AbortController()
      const { context, jobs } = contextAt(api, { signal: stop.signal, relay: relay.url })
      const ended = faultOf(provider.edit(ask([picture]), context))
      await eventually(() => expect(polls().length).toBeGreaterThan(2))
      stop.abort()
      expect(await ended).toMatchObject({ fault: 'cancelled' })
      expect(jobs).toHaveLength(1)
      // It goes on, and its picture may still be fetched.
      expect(relay.kept.size).toBe(1)
    })

    test('while the run is being answered', async () => {
      const stop = new AbortController()
      api.plan(['slow'])
      const ended = faultOf(edit({ signal: stop.signal }))
      await eventually(() => expect(api.requests).toHaveLength(1))
      stop.abort()
      expect(await ended).toMatchObject({ fault: 'cancelled' })
    })

    test('while a poll is being answered', async () => {
      const stop = new AbortController()
      api.plan([{ name: 'slow', route: 'poll' }])
      const ended = faultOf(edit({ signal: stop.signal }))
      await eventually(() => expect(polls()).toHaveLength(1))
      stop.abort()
      expect(await ended).toMatchObject({ fault: 'cancelled' })
    })

    test('while the result is being fetched', async () => {
      const stop = new AbortController()
      api.plan([{ name: 'slow', route: 'result' }])
      const ended = faultOf(edit({ signal: stop.signal }))
      await eventually(() => expect(api.media.requests).toHaveLength(1))
      stop.abort()
      expect(await ended).toMatchObject({ fault: 'cancelled' })
    })
  })

  describe('a job of a panel that was closed', () => {
    async function closedPanel(given: Parameters<typeof contextAt>[1] = {}): Promise<OpenJob> {
      const stop = new AbortController()
      const { context, jobs } = contextAt(api, { signal: stop.signal, ...given })
      const ended = faultOf(provider.edit(ask([picture]), context))
      await eventually(() => expect(jobs).toHaveLength(1))
      stop.abort()
      await ended
      return JSON.parse(JSON.stringify(jobs[0]))
    }

    test('is resumed from plain data, and paid once', async () => {
      api.settings.working = 100
      const job = await closedPanel()
      const { images, id } = await provider.resume!(job, contextAt(api).context)
      expect(id).toBe(job.id)
      expect(images).toHaveLength(1)
      expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
      expect(10 - api.balance).toBeCloseTo(price)
    })

    test('is told of once, without the key or the picture', async () => {
      api.settings.working = 100
      const { context, jobs } = contextAt(api)
      await provider.edit(ask([picture]), context)
      expect(jobs).toHaveLength(1)
      const kept = JSON.stringify(jobs)
      expect(kept).not.toContain(api.key)
      expect(kept).not.toContain('base64')
    })

    test('that the provider no longer knows is lost, in so many words', async () => {
      api.settings.working = 60_000
      const job = await closedPanel()
      api.restart()
      expect(await faultOf(provider.resume!(job, contextAt(api).context))).toMatchObject({
        fault: 'provider',
        message: expect.stringContaining('does not have the result any more'),
      })
    })

    test('does not exist for another account', async () => {
      const job = await closedPanel()
      const another = contextAt(api, { key: api.otherKey }).context
      expect(await faultOf(provider.resume!(job, another))).toMatchObject({ fault: 'provider' })
    })
  })

  describe('a check', () => {
    test('starts no job and pays nothing, by the route that will run', async () => {
      expect(await provider.check!(contextAt(api).context)).toEqual({
        price: { amount: price, unit: provider === pixelDojo ? 'credits' : 'USD' },
        dataAddresses: 'unknown',
      })
      expect(api.requests.map(({ method, path, status }) => [method, path, status])).toEqual([['POST', run, 400]])
      expect(api.balance).toBe(10)
    })

    test('that finds nobody fails', async () => {
      api.plan(['drop-before'])
      expect(await faultOf(provider.check!(contextAt(api).context))).toMatchObject({ fault: 'offline' })
    })

    test('with a wrong key fails, and does not show it', async () => {
      const thrown = await faultOf(provider.check!(contextAt(api, { key: 'a-wrong-secret-key' }).context))
      expect(thrown).toMatchObject({ fault: 'denied' })
      expect(everythingIn(thrown)).not.toContain('secret')
    })
  })
})

describe('a larger picture at Pixazo', () => {
  const upscale = (given: object = {}) =>
    pixazo.upscale!({ model: 'p-image-upscale', picture, options: {}, ...given }, contextAt(zo).context)
  const sizeOf = async ({ images }: Awaited<ReturnType<typeof upscale>>) => {
    const { width, height, format } = await sharp(await images[0]!.file.arrayBuffer()).metadata()
    return { width, height, format }
  }

  test('has the pixels asked for', async () => {
    expect(await sizeOf(await upscale({ factor: 3, options: { outputFormat: 'png' } }))).toEqual({
      width: 288,
      height: 192,
      format: 'png',
    })
    const { width = 0, height = 0, format } = await sizeOf(await upscale({ target: 1 }))
    expect((width * height) / 1e6).toBeCloseTo(1, 1)
    expect(format).toBe('jpeg')
  })

  test('costs what was said', async () => {
    const request = { model: 'p-image-upscale', picture, target: 5, options: {} }
    const said = await pixazo.upscalePrice!(request, contextAt(zo).context)
    await pixazo.upscale!(request, contextAt(zo).context)
    expect(10 - zo.balance).toBeCloseTo(said!.amount)
  })

  test('is a job that is told of and may fail as any other', async () => {
    zo.plan(['system-error'])
    expect(await faultOf(upscale())).toMatchObject({ message: expect.stringMatching(/It is not charged\.$/) })
    expect(zo.balance).toBe(10)
  })
})
