import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobStandIn } from '../../../dev/api/jobs/start.ts'
import { startPixelDojo } from '../../../dev/api/pixeldojo/server.ts'
import { ask, finish, jsonOf, pixelDojo, post, run, until } from './jobs.ts'
import { type PictureHost, plain, startPictureHost } from './picture-host.ts'

let api: JobStandIn
let host: PictureHost
let picture: string
beforeAll(async () => {
  host = await startPictureHost()
  picture = host.picture('/main.png', await plain(96, 64))
})
afterAll(() => host.stop())
beforeEach(async () => {
  api = await startPixelDojo()
})
afterEach(() => api.stop())

const edit = (part: object = {}) => ({ prompt: 'make it red', images: [picture], ...part })
const get = (path: string, headers: Record<string, string> = pixelDojo.keyOf(api.key)) =>
  fetch(api.url + path, { headers })
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

test('a run is accepted with the documented answer, and paid at once', async () => {
  const response = await post(api, pixelDojo, edit())
  expect(response.status).toBe(202)
  const answer = await jsonOf(response)
  const { id } = pixelDojo.told(answer)
  expect(answer).toEqual({
    jobId: expect.stringMatching(/^job_\w+$/),
    status: 'pending',
    statusUrl: `${api.url}/api/v1/jobs/${id}`,
    creditCost: 0.25,
    creditsRemaining: 9.75,
    expiresAt: expect.stringMatching(DATE),
  })
  expect(api.balance).toBe(9.75)
})

test('a job is pending, then processing, then completed with addresses on another origin', async () => {
  Object.assign(api.settings, { waiting: 600_000, working: 600_000 })
  const { id } = await run(api, pixelDojo, edit())
  const usual = { jobId: id, creditCost: 0.25, expiresAt: expect.stringMatching(DATE) }
  expect(await jsonOf(ask(api, pixelDojo, id))).toEqual({ ...usual, status: 'pending' })
  expect(host.requests).toEqual([])
  api.settings.waiting = 0
  expect(await until(api, pixelDojo, { id, status: 'processing' })).toEqual({ ...usual, status: 'processing' })
  api.settings.working = 0
  const done = await until(api, pixelDojo, { id, status: 'completed' })
  expect(done).toEqual({
    ...usual,
    status: 'completed',
    output: { images: [expect.stringMatching(new RegExp(`^${api.media.url}/pixeldojotemp/\\d+-\\d+\\.png$`))] },
  })
  expect(new URL(api.media.url).origin).not.toBe(new URL(api.url).origin)
})

test.each([
  [{ aspect_ratio: '16:9' }, 1365 / 768],
  [{ aspect_ratio: '2:3' }, 2 / 3],
  [{ aspect_ratio: '1:1' }, 1],
  [{}, 3 / 2],
])('the result is really changed, of about one megapixel and the shape asked: %j', async (part, ratio) => {
  const [address] = pixelDojo.resultsIn(await finish(api, pixelDojo, edit(part)))
  const file = await fetch(address!)
  expect(file.headers.get('content-type')).toBe('image/png')
  const image = sharp(await file.arrayBuffer())
  const { width, height, format } = await image.metadata()
  expect(format).toBe('png')
  expect(Math.abs(width / height / ratio - 1)).toBeLessThan(0.02)
  expect(width * height).toBeGreaterThan(1_000_000)
  const [red, , blue] = (await image.stats()).channels.map(({ mean }) => mean)
  expect(red).toBeGreaterThan(blue!)
})

test('other pictures take part', async () => {
  const images = [picture, host.picture('/red.png', await plain(20, 20, '#ff0000'))]
  const [address] = pixelDojo.resultsIn(await finish(api, pixelDojo, edit({ images, prompt: 'put it into image 1' })))
  const { width, height, ...image } = await sharp(await (await fetch(address!)).arrayBuffer())
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) => ({ data, ...info }))
  const corner = image.data.subarray((Math.floor(height * 0.88) * width + Math.floor(width * 0.9)) * 3)
  expect([...corner.subarray(0, 3)]).toEqual([255, 0, 0].map((value) => expect.closeTo(value, -1)))
})

describe('the body', () => {
  test.each([
    [{ prompt: undefined }, 'prompt: '],
    [{ prompt: ' ' }, 'prompt: Must not be empty'],
    [{ prompt: 5 }, 'prompt: '],
    [{ images: undefined }, 'images: '],
    [{ images: [] }, 'images: '],
    [{ images: Array(6).fill('http://localhost/a.png') }, 'images: '],
    [{ images: 'http://localhost/a.png' }, 'images: '],
    [{ images: ['a.png'] }, 'images[0]: Must be an http(s) URL'],
    [{ images: ['http://localhost/a.png', 'ftp://localhost/a.png'] }, 'images[1]: Must be an http(s) URL'],
    [{ images: ['data:image/png;base64,AAAA'] }, 'images[0]: Must be an http(s) URL'],
    [{ aspect_ratio: 'match_input_image' }, 'aspect_ratio: '],
    [{ aspect_ratio: '4:5' }, 'aspect_ratio: '],
    [{ seed: 1 }, 'seed'],
    [{ turbo: true }, 'turbo'],
    [{ webhook_url: 'http://localhost/' }, 'webhook_url'],
  ])('that is not exactly as documented is refused, and costs nothing: %j', async (part, message) => {
    const response = await post(api, pixelDojo, edit(part))
    expect(response.status).toBe(400)
    expect(await jsonOf(response)).toEqual({
      error: { code: 'invalid_request', message: expect.stringContaining(message), status: 400 },
    })
    expect(api.balance).toBe(10)
  })

  test('has to be JSON, and to say so', async () => {
    const send = (type: string, body: string) =>
      fetch(api.url + pixelDojo.path, {
        method: 'POST',
        headers: { ...pixelDojo.keyOf(api.key), 'content-type': type },
        body,
      })
    expect((await send('text/plain', JSON.stringify(edit()))).status).toBe(400)
    expect((await send('application/json', '{"prompt":')).status).toBe(400)
    expect((await send('application/json; charset=utf-8', JSON.stringify(edit()))).status).toBe(202)
  })
})

test.each([pixelDojo.path, '/api/v1/jobs/job_1', '/api/v1/models/p-image-edit', '/api/v1/models/p-image-edit/schema'])(
  '%s wants a key that there is',
  async (path) => {
    const method = path === pixelDojo.path ? 'POST' : 'GET'
    for (const headers of [{}, pixelDojo.keyOf('pd_wrong'), { authorization: api.key }]) {
      const response = await fetch(api.url + path, { method, headers })
      expect(response.status).toBe(401)
      expect(await jsonOf(response)).toEqual({
        error: { code: 'unauthorized', message: expect.any(String), status: 401 },
      })
    }
  },
)

test('a run that the credits do not pay is 403 with what is left, and begins nothing', async () => {
  api.balance = 0.1
  const response = await post(api, pixelDojo, edit())
  expect(response.status).toBe(403)
  expect(await jsonOf(response)).toEqual({
    error: { code: 'insufficient_credits', message: 'Not enough credits: 0.25 required, 0.1 remaining', status: 403 },
  })
  expect(api.balance).toBe(0.1)
})

test('a job of another key does not exist, nor one that never was', async () => {
  const { id } = await run(api, pixelDojo, edit())
  for (const response of [await ask(api, pixelDojo, id, api.otherKey), await ask(api, pixelDojo, 'job_none')]) {
    expect(response.status).toBe(404)
    expect(await jsonOf(response)).toEqual({ error: { code: 'not_found', message: expect.any(String), status: 404 } })
  }
})

test('a model or a route that there is not is 404', async () => {
  const response = await post(api, { ...pixelDojo, path: '/api/v1/models/p-image-upscale/run' }, edit())
  expect([response.status, await jsonOf(response)]).toMatchObject([404, { error: { code: 'model_not_found' } }])
  expect((await get('/api/v1/models/none')).status).toBe(404)
  expect((await get('/api/v1/credits')).status).toBe(404)
})

test('the list of models is public, in short and in detail; a model shows what a run takes', async () => {
  expect(await jsonOf(get('/api/v1/models', {}))).toEqual({
    models: [{ apiId: 'p-image-edit', name: 'P-Image Edit', type: 'image', creditCost: 0.25 }],
  })
  expect(await jsonOf(get('/api/v1/models?detailed=true', {}))).toMatchObject({
    models: [{ apiId: 'p-image-edit', requestSchema: { additionalProperties: false } }],
  })
  expect(await jsonOf(get('/api/v1/models/p-image-edit'))).toMatchObject({ endpoint: pixelDojo.path })
  expect(await jsonOf(get('/api/v1/models/p-image-edit/schema'))).toMatchObject({
    apiId: 'p-image-edit',
    requestSchema: { required: ['prompt', 'images'], properties: { images: { minItems: 1, maxItems: 5 } } },
  })
})

test('the model routes meet troubles of their own', async () => {
  api.plan([
    { name: 'busy', route: 'models' },
    { name: 'html', route: 'models' },
  ])
  expect((await post(api, pixelDojo, edit())).status).toBe(202)
  expect((await get('/api/v1/models')).status).toBe(429)
  expect((await get('/api/v1/models/p-image-edit')).status).toBe(502)
  expect((await get('/api/v1/models')).status).toBe(200)
})

test('a result expires, and the job with it', async () => {
  const done = await finish(api, pixelDojo, edit())
  const [address] = pixelDojo.resultsIn(done)
  expect((await fetch(address!)).status).toBe(200)
  api.settings.mediaLife = 0
  expect((await fetch(address!)).status).toBe(404)
  expect((await ask(api, pixelDojo, String(done.jobId))).status).toBe(404)
})
