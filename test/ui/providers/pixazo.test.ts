import { describe, expect, test } from 'vitest'
import { isModelUnknown } from '../../../src/ui/providers/faults.ts'
import { pixazo } from '../../../src/ui/providers/pixazo.ts'
import type { Context, EditRequest, UpscaleRequest } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { everythingIn, faultOf } from './faults-of.ts'
import { jobContext } from './job-context.ts'
import { requestFor } from './request.ts'
import { sendJson, startServer } from './server.ts'

const key = 'pixazo-very-secret-key'

// Word for word as its page has them, but for the host of the result.
const ID = 'p-image_019d42ce-8064-789e-5840-890db47729647'
const QUEUED = { request_id: ID, status: 'QUEUED', polling_url: `https://gateway.pixazo.ai/v2/requests/status/${ID}` }
const completed = (media_url: unknown) => ({
  request_id: ID,
  status: 'COMPLETED',
  model_id: 'p-image',
  error: null,
  output: { media_url, media_type: 'image/jpeg' },
  created_at: '2026-03-31T07:32:03.749Z',
  updated_at: '2026-03-31T07:32:20.000Z',
  completed_at: '2026-03-31T07:32:20.000Z',
})
const ERROR = { request_id: ID, status: 'ERROR', model_id: 'p-image', error: 'Description of the error', output: null }

/** A server that accepts, and then tells these states in turn. */
const startPixazo = (states: readonly unknown[], { status = 202, body = QUEUED as unknown } = {}) => {
  let asked = 0
  return startServer((response, { method, path }) => {
    if (path.startsWith('/v1/')) return void response.end(`bytes of ${path}`)
    if (method === 'POST') return sendJson(response, status, body)
    sendJson(response, 200, states[Math.min(asked++, states.length - 1)])
  })
}

const contextAt = ({ url }: { url: string }, given: Partial<Context> = {}) =>
  jobContext(pixazo, url, { key, ...given }).context

const edit = (server: { url: string }, given: Partial<EditRequest> = {}, context?: Partial<Context>) =>
  pixazo.edit(requestFor(given), contextAt(server, context))

test('the documented answers make an edit', async () => {
  await using server = await startPixazo([QUEUED, { ...QUEUED, status: 'PROCESSING' }, completed(['/v1/output.jpg'])])
  const edited = await edit(server)
  expect(await edited.images[0]!.file.text()).toBe('bytes of /v1/output.jpg')
  expect(edited).toMatchObject({ id: ID, created: Date.parse('2026-03-31T07:32:03Z') / 1000 })
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /p-image/v1/p-image-edit/generate',
    ...Array(3).fill(`GET /v2/requests/status/${ID}`),
    'GET /v1/output.jpg',
  ])
  expect(server.seen.map(({ headers }) => headers['ocp-apim-subscription-key'])).toEqual([
    ...Array(4).fill(key),
    undefined,
  ])
  for (const { headers } of server.seen) expect(headers['x-refill-callback']).toBeUndefined()
})

test.each([
  ['a list', completed(['/v1/a.jpg'])],
  ['a text', completed('/v1/a.jpg')],
])('the address may be %s', async (_name, state) => {
  await using server = await startPixazo([state])
  expect((await edit(server)).images).toHaveLength(1)
})

test('an answer with the result in it is taken, and there is no job', async () => {
  await using server = await startPixazo([], { status: 200, body: { output: [{ url: '/v1/a.jpg' }] } })
  const { context, jobs } = jobContext(pixazo, server.url, { key })
  const { images } = await pixazo.edit(requestFor(), context)
  expect(await images[0]!.file.text()).toBe('bytes of /v1/a.jpg')
  expect(jobs).toEqual([])
})

describe('what is sent', () => {
  const sent = async (given: Partial<EditRequest>, context?: Partial<Context>) => {
    await using server = await startPixazo([completed('/v1/a.jpg')])
    await edit(server, given, context)
    return { body: JSON.parse(String(server.seen[0]?.body)), headers: server.seen[0]!.headers }
  }

  test('is only what is set', async () => {
    expect((await sent({})).body).toEqual({
      prompt: 'Add a starry night sky',
      images: [expect.stringMatching(/^data:/)],
      aspect_ratio: 'match_input_image',
    })
  })

  test('is every documented field', async () => {
    const options = { turbo: false, disableSafetyChecker: true }
    const { body } = await sent({ size: { width: 768, height: 1365 }, seed: 42, options })
    expect(body).toMatchObject({ aspect_ratio: '9:16', seed: 42, turbo: false, disable_safety_checker: true })
  })

  test('names a callback in the body, and to the relay, only where there is one', async () => {
    const { body, headers } = await sent({}, { callback: 'https://mine.example/done' })
    expect(body).toMatchObject({ webhook: 'https://mine.example/done', webhook_events_filter: ['completed'] })
    expect(headers['x-refill-callback']).toBe('https://mine.example/done')
    const without = await sent({})
    expect(without.body).not.toHaveProperty('webhook')
    expect(without.headers).not.toHaveProperty('x-refill-callback')
  })

  test('has no header that its documents could do without', async () => {
    const asked: Request[] = []
    await using server = await startPixazo([completed('/v1/a.jpg')])
    const http = {
      fetch: (request: Request) => {
        asked.push(request)
        return fetch(request)
      },
    }
    await pixazo.edit(requestFor(), jobContext(pixazo, server.url, { key, http }).context)
    expect([...asked[0]!.headers.keys()].sort()).toEqual(['content-type', 'ocp-apim-subscription-key'])
    expect([...asked[1]!.headers.keys()]).toEqual(['ocp-apim-subscription-key'])
  })
})

describe('a refusal', () => {
  const refused = async (status: number, body: unknown) => {
    await using server = await startPixazo([], { status, body })
    return await faultOf(edit(server))
  }

  test('for want of money tells the sum', async () => {
    const message = 'Your wallet does not have enough balance. Required: $0.01'
    expect(await refused(402, { error: 'Insufficient Balance', message })).toMatchObject({
      fault: 'funds',
      message: `The provider says: “${message}”.`,
    })
  })

  test('of a model that is not there is known as one', async () => {
    const body = { error: 'Model not found', message: "Model 'p-image' not found or is disabled" }
    const thrown = await refused(400, body)
    expect(thrown.fault).toBe('refused')
    expect(isModelUnknown(thrown)).toBe(true)
  })

  test.each([
    [400, 'refused'],
    [401, 'denied'],
    [403, 'denied'],
    [404, 'refused'],
    [429, 'busy'],
    [500, 'provider'],
  ])('with %i is “%s”', async (status, fault) => {
    expect(await refused(status, { error: `Status ${status}`, message: 'So it is.' })).toMatchObject({ fault })
  })

  test('neither a job nor a picture may have been charged', async () => {
    expect((await refused(202, { status: 'QUEUED' })).message).toMatch(/does not understand the answer.*charged/)
  })
})

describe('a job', () => {
  test('that the provider broke is said not to be charged', async () => {
    await using server = await startPixazo([ERROR])
    expect(await faultOf(edit(server))).toMatchObject({
      fault: 'provider',
      message: 'The provider says: “Description of the error”. It is not charged.',
    })
  })

  test('that failed says why, and nothing of money', async () => {
    await using server = await startPixazo([{ ...ERROR, status: 'FAILED', error: `No ${key}` }])
    const thrown = await faultOf(edit(server))
    expect(thrown).toMatchObject({ fault: 'refused', message: 'The provider says: “No [key]”.' })
    expect(everythingIn(thrown)).not.toContain('secret')
  })
})

describe('a larger picture', () => {
  const asked = async (given: Partial<UpscaleRequest> = {}, context?: Partial<Context>) => {
    await using server = await startPixazo([completed('/v1/a.jpg')])
    const request = { model: 'p-image-upscale', picture: TINY_PICTURE, options: {}, ...given }
    const { images } = await pixazo.upscale!(request, contextAt(server, context))
    expect(images).toHaveLength(1)
    return { body: JSON.parse(String(server.seen[0]?.body)), seen: server.seen }
  }

  test('is asked for with every flag, whatever hosts take for granted', async () => {
    const { body, seen } = await asked()
    expect(seen[0]?.path).toBe('/p-image-upscale/v1/p-image-upscale/generate')
    expect(body).toEqual({
      image: expect.stringMatching(/^data:/),
      upscale_mode: 'target',
      target: 4,
      enhance_details: false,
      enhance_realism: true,
      output_format: 'jpg',
      output_quality: 80,
      disable_safety_checker: false,
    })
  })

  test('is asked for by a factor, and as it is wanted', async () => {
    const options = {
      details: true,
      realism: false,
      outputFormat: 'png',
      outputQuality: 100,
      disableSafetyChecker: true,
    }
    expect((await asked({ factor: 2.5, options })).body).toEqual({
      image: expect.stringMatching(/^data:/),
      upscale_mode: 'factor',
      factor: 2.5,
      enhance_details: true,
      enhance_realism: false,
      output_format: 'png',
      output_quality: 100,
      disable_safety_checker: true,
    })
  })

  test('tells the relay where to call back, and the body has no field for it', async () => {
    const { body, seen } = await asked({}, { callback: 'https://mine.example/done' })
    expect(body).not.toHaveProperty('webhook')
    expect(seen[0]?.headers['x-refill-callback']).toBe('https://mine.example/done')
  })

  test.each<[string, Partial<UpscaleRequest>, RegExp]>([
    ['a target that is no whole number', { target: 2.5 }, /from 1 to 8/],
    ['a factor of nine', { factor: 9 }, /from 1 to 8/],
    ['a side that Figma does not take', { target: 8, picture: { ...TINY_PICTURE, width: 4000, height: 400 } }, /4096/],
    ['a model that edits', { model: 'p-image-edit' }, /larger/],
  ])('of %s is refused before it is paid for', async (_name, given, message) => {
    expect(await faultOf(asked(given))).toMatchObject({ fault: 'settings', message: expect.stringMatching(message) })
  })

  test('has a price by its pixels', async () => {
    const priceOf = async (given: Partial<UpscaleRequest>) =>
      (
        await pixazo.upscalePrice!(
          { model: 'p-image-upscale', picture: { ...TINY_PICTURE, width: 1000, height: 1000 }, options: {}, ...given },
          contextAt({ url: 'http://127.0.0.1:9' }),
        )
      )?.amount
    expect([await priceOf({}), await priceOf({ target: 5 })]).toEqual([0.005, 0.01])
    expect([await priceOf({ factor: 2 }), await priceOf({ factor: 2.5 })]).toEqual([0.005, 0.01])
  })

  test('is no edit', async () => {
    await using server = await startPixazo([])
    expect(await faultOf(edit(server, { model: 'p-image-upscale' }))).toMatchObject({ fault: 'settings' })
    expect(server.seen).toEqual([])
  })
})
