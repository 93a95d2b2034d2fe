import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobStandIn } from '../../../dev/api/jobs/start.ts'
import { startPixazo } from '../../../dev/api/pixazo/server.ts'
import { landscape } from './client.ts'
import { ask, type Client, finish, jsonOf, pixazo, post, run, until } from './jobs.ts'
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
  api = await startPixazo()
})
afterEach(() => api.stop())

const upscaler: Client = { ...pixazo, path: '/p-image-upscale/v1/p-image-upscale/generate' }
const edit = (part: object = {}) => ({ prompt: 'make it red', images: [picture], ...part })
const larger = (part: object = {}) => ({ image: picture, ...part })
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

async function resultOf(answer: Parameters<Client['resultsIn']>[0]) {
  const file = await fetch(pixazo.resultsIn(answer)[0]!)
  return { type: file.headers.get('content-type'), bytes: Buffer.from(await file.arrayBuffer()) }
}

describe.each([
  ['p-image', pixazo, edit],
  ['p-image-upscale', upscaler, larger],
])('%s', (model, client, body) => {
  test('is queued, then processed, then completed, as documented', async () => {
    Object.assign(api.settings, { waiting: 600_000, working: 600_000 })
    const response = await post(api, client, body())
    expect(response.status).toBe(202)
    const accepted = await jsonOf(response)
    const { id } = client.told(accepted)
    expect(accepted).toEqual({
      request_id: expect.stringMatching(new RegExp(`^${model}_[\\w-]{36}$`)),
      status: 'QUEUED',
      polling_url: `${api.url}/v2/requests/status/${id}`,
    })
    const usual = {
      ...{ request_id: id, model_id: model, error: null, output: null, completed_at: null },
      ...{ created_at: expect.stringMatching(ISO), updated_at: expect.stringMatching(ISO) },
    }
    expect(await jsonOf(ask(api, client, id))).toEqual({ ...usual, status: 'QUEUED' })
    api.settings.waiting = 0
    expect(await until(api, client, { id, status: 'PROCESSING' })).toEqual({ ...usual, status: 'PROCESSING' })
    api.settings.working = 0
    expect(await until(api, client, { id, status: 'COMPLETED' })).toEqual({
      ...usual,
      status: 'COMPLETED',
      output: { media_url: [`${api.media.url}/v1/${id}/output.jpg`], media_type: 'image/jpeg' },
      completed_at: expect.stringMatching(ISO),
    })
  })

  test('wants the key in its own header', async () => {
    for (const headers of [{}, { authorization: `Bearer ${api.key}` }, pixazo.keyOf('wrong')]) {
      const response = await fetch(api.url + client.path, { method: 'POST', headers })
      expect(response.status).toBe(401)
      expect(await jsonOf(response)).toEqual({ error: 'Unauthorized', message: expect.any(String) })
    }
  })

  test('that the balance does not pay is 402 with the sum', async () => {
    api.balance = 0.001
    const response = await post(api, client, body({}))
    expect(response.status).toBe(402)
    const sum = model === 'p-image' ? '$0.01' : '$0.005'
    expect(await jsonOf(response)).toEqual({
      error: 'Insufficient Balance',
      message: `Your wallet does not have enough balance. Required: ${sum}`,
    })
  })
})

describe('an edit', () => {
  test.each([
    [{}, 3 / 2],
    [{ aspect_ratio: 'match_input_image' }, 3 / 2],
    [{ aspect_ratio: '9:16' }, 768 / 1365],
    [{ aspect_ratio: '4:3' }, 4 / 3],
  ])('is really made, as a JPEG of about one megapixel in the shape asked: %j', async (part, ratio) => {
    const { type, bytes } = await resultOf(await finish(api, pixazo, edit(part)))
    const { width, height, format } = await sharp(bytes).metadata()
    expect([type, format]).toEqual(['image/jpeg', 'jpeg'])
    expect(Math.abs(width / height / ratio - 1)).toBeLessThan(0.02)
    expect(width * height).toBeGreaterThan(1_000_000)
    const [red, , blue] = (await sharp(bytes).stats()).channels.map(({ mean }) => mean)
    expect(red).toBeGreaterThan(blue!)
    expect(api.balance).toBe(9.99)
  })

  test('is the same for the same seed, and heeds turbo', async () => {
    const file = await landscape(64, 48)
    const images = [host.picture('/landscape.png', Buffer.from(await file.arrayBuffer()))]
    const results: Buffer[] = []
    for (const part of [{ seed: 4 }, { seed: 4 }, { seed: 5 }, { seed: 4, turbo: false }]) {
      results.push((await resultOf(await finish(api, pixazo, edit({ ...part, images })))).bytes)
    }
    expect(results.map((bytes) => bytes.equals(results[0]!))).toEqual([true, true, false, false])
  })

  test('that the safety checker stops is a failed job, unless the checker is off', async () => {
    const prompt = 'a statue, nude, in marble'
    const failed = await finish(api, pixazo, edit({ prompt }), 'failed')
    expect(failed).toMatchObject({ error: expect.stringContaining('safety checker'), output: null })
    await finish(api, pixazo, edit({ prompt, disable_safety_checker: true }))
  })

  test('takes a webhook and its filter', async () => {
    await run(api, pixazo, edit({ webhook: 'https://example.com/hook', webhook_events_filter: ['completed'] }))
  })

  test.each([
    [{ prompt: undefined }, 'prompt: '],
    [{ prompt: '' }, 'prompt: Must not be empty'],
    [{ images: undefined }, 'images: '],
    [{ images: [] }, 'images: '],
    [{ images: Array(6).fill('http://localhost/a.png') }, 'images: '],
    [{ images: ['data:image/png;base64,AAAA'] }, 'images[0]: Must be an http(s) URL'],
    [{ turbo: 'true' }, 'turbo: '],
    [{ seed: 1.5 }, 'seed: '],
    [{ aspect_ratio: '5:4' }, 'aspect_ratio: '],
    [{ webhook: 'here' }, 'webhook: '],
    [{ n: 2 }, 'n'],
  ])('that is not as documented is refused, and costs nothing: %j', async (part, message) => {
    const response = await post(api, pixazo, edit(part))
    expect(response.status).toBe(400)
    expect(await jsonOf(response)).toEqual({ error: 'Bad Request', message: expect.stringContaining(message) })
    expect(api.balance).toBe(10)
  })
})

describe('an upscale', () => {
  const sizeOf = async (bytes: Buffer) => {
    const { width, height } = await sharp(bytes).metadata()
    return { width, height }
  }

  test.each([
    [{}, { width: 2449, height: 1633 }, 9.995],
    [{ target: 1 }, { width: 1225, height: 816 }, 9.995],
    [{ target: 8 }, { width: 3464, height: 2309 }, 9.99],
    [{ upscale_mode: 'factor' }, { width: 192, height: 128 }, 9.995],
    [{ upscale_mode: 'factor', factor: 2.5, target: 8 }, { width: 240, height: 160 }, 9.995],
  ])('has really that many pixels, and that price: %j', async (part, size, balance) => {
    expect(await sizeOf((await resultOf(await finish(api, upscaler, larger(part)))).bytes)).toEqual(size)
    expect(api.balance).toBe(balance)
  })

  test('by a factor stops at eight megapixels, and what was taken for them stays taken', async () => {
    const image = host.picture('/large.png', await plain(1200, 900))
    const { bytes } = await resultOf(await finish(api, upscaler, { image, upscale_mode: 'factor', factor: 8 }))
    const { width, height } = await sizeOf(bytes)
    expect(width * height).toBeLessThan(8_010_000)
    expect(width * height).toBeGreaterThan(7_990_000)
    expect(api.balance).toBe(9.99)
  })

  test.each([
    ['webp', 'image/webp', 'webp'],
    ['jpg', 'image/jpeg', 'jpeg'],
    ['png', 'image/png', 'png'],
  ])('may be %s', async (output_format, type, format) => {
    const answer = await finish(api, upscaler, larger({ output_format, target: 1 }))
    expect(answer).toMatchObject({ output: { media_type: type } })
    const result = await resultOf(answer)
    expect([result.type, (await sharp(result.bytes).metadata()).format]).toEqual([type, format])
    expect(pixazo.resultsIn(answer)[0]).toMatch(new RegExp(`/output\\.${output_format}$`))
  })

  test('keeps what is in the picture where it is', async () => {
    const mark = await plain(20, 20, '#ffffff')
    const marked = await sharp(await plain(80, 80, '#000000'))
      .composite([{ input: mark, left: 50, top: 10 }])
      .png()
      .toBuffer()
    const image = host.picture('/marked.png', marked)
    const part = { upscale_mode: 'factor', factor: 4, output_format: 'png' }
    const { bytes } = await resultOf(await finish(api, upscaler, { image, ...part }))
    const { channels } = await sharp(
      await sharp(bytes).extract({ left: 210, top: 50, width: 60, height: 60 }).png().toBuffer(),
    ).stats()
    expect(channels[0]?.min).toBeGreaterThan(245)
  })

  test('heeds its two enhancements and the quality', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
    const rough = sharp({ create: { width: 64, height: 64, channels: 3, background: '#405060', noise } })
    const image = host.picture('/rough.png', await rough.png().toBuffer())
    const bytes: Buffer[] = []
    for (const part of [{}, { enhance_details: true }, { enhance_realism: false }, { output_quality: 20 }]) {
      bytes.push((await resultOf(await finish(api, upscaler, { image, target: 1, ...part }))).bytes)
    }
    const [usual, details, plainly, coarse] = bytes
    expect(details?.equals(usual!)).toBe(false)
    expect(plainly?.equals(usual!)).toBe(false)
    expect(coarse!.length).toBeLessThan(usual!.length)
  })

  test.each([
    [{ image: undefined }, 'image: '],
    [{ image: 'data:image/png;base64,AAAA' }, 'image: Must be an http(s) URL'],
    [{ images: ['http://localhost/a.png'] }, 'images'],
    [{ upscale_mode: 'both' }, 'upscale_mode: '],
    [{ target: 0 }, 'target: '],
    [{ target: 9 }, 'target: '],
    [{ target: 2.5 }, 'target: '],
    [{ factor: 0.5 }, 'factor: '],
    [{ factor: 9 }, 'factor: '],
    [{ enhance_details: 1 }, 'enhance_details: '],
    [{ output_format: 'jpeg' }, 'output_format: '],
    [{ output_quality: 101 }, 'output_quality: '],
  ])('that is not as documented is refused: %j', async (part, message) => {
    const response = await post(api, upscaler, larger(part))
    expect(response.status).toBe(400)
    expect(await jsonOf(response)).toEqual({ error: 'Bad Request', message: expect.stringContaining(message) })
  })
})

test('a model that there is not is 400, a request that there is not 404, and so for another key', async () => {
  const unknown = await post(api, { ...pixazo, path: '/p-image-7/v1/p-image-7/generate' }, edit())
  expect(unknown.status).toBe(400)
  expect(await jsonOf(unknown)).toEqual({
    error: 'Model not found',
    message: "Model 'p-image-7' not found or is disabled",
  })
  const { id } = await run(api, pixazo, edit())
  for (const response of [await ask(api, pixazo, 'p-image_none'), await ask(api, pixazo, id, api.otherKey)]) {
    expect(response.status).toBe(404)
    expect(await jsonOf(response)).toEqual({ error: 'Not Found', message: expect.any(String) })
  }
})

test('a result expires, while its job is still known', async () => {
  const done = await finish(api, pixazo, edit())
  api.settings.mediaLife = 0
  expect((await fetch(pixazo.resultsIn(done)[0]!)).status).toBe(404)
  expect((await ask(api, pixazo, String(done.request_id))).status).toBe(200)
})
