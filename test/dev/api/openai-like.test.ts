import OpenAI from 'openai'
import sharp, { type Metadata } from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenAiStandIn, startOpenAi } from '../../../dev/api/openai/server.ts'
import { flat, landscape, toFile } from './client.ts'

let api: OpenAiStandIn
beforeEach(async () => {
  api = await startOpenAi()
})
afterEach(() => api.stop())

type Form = Record<string, string | File | File[] | undefined>

async function send(form: Form = {}, { query = '', key = api.key }: { query?: string; key?: string | null } = {}) {
  const body = new FormData()
  const usual: Form = { model: 'gpt-image-1', prompt: 'echo', image: await flat(48, 48, '#6080a0') }
  for (const [name, value] of Object.entries({ ...usual, ...form })) {
    for (const one of [value].flat()) if (one !== undefined) body.append(name, one)
  }
  const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` }
  return fetch(`${api.url}/v1/images/edits${query}`, { method: 'POST', headers, body })
}

interface Answer {
  data: { b64_json: string }[]
  [field: string]: unknown
}
const answerOf = async (form: Form) => (await (await send(form)).json()) as Answer
const bytesOf = async (form: Form) => Buffer.from((await answerOf(form)).data[0]!.b64_json, 'base64')
const errorOf = async (response: Promise<Response>) => {
  const answer = await response
  return { status: answer.status, ...((await answer.json()) as { error: object }).error }
}

test('an answer is base64 alone, with what was made and the tokens, and no address, id or price', async () => {
  expect(await answerOf({ n: '2', quality: 'low', size: '1024x1024' })).toEqual({
    created: expect.any(Number),
    background: 'opaque',
    output_format: 'png',
    quality: 'low',
    size: '1024x1024',
    data: [{ b64_json: expect.any(String) }, { b64_json: expect.any(String) }],
    usage: {
      total_tokens: expect.any(Number),
      input_tokens: 324,
      output_tokens: 2112,
      input_tokens_details: { image_tokens: 323, text_tokens: 1 },
    },
  })
  expect(api.balance).toBe(9.92)
})

test.each<[Form, string, Metadata['format']]>([
  [{ size: '1536x1024' }, '1536x1024', 'png'],
  [{ size: '1024x1536', output_format: 'jpeg', output_compression: '60' }, '1024x1536', 'jpeg'],
  [{ size: 'auto', output_format: 'webp' }, '1024x1024', 'webp'],
])('the picture has exactly the size and the format said: %j', async (form, size, format) => {
  const { width, height, ...picture } = await sharp(await bytesOf(form)).metadata()
  expect([`${width}x${height}`, picture.format]).toEqual([size, format])
})

test('auto follows the main picture, and the picture is really changed', async () => {
  const answer = await answerOf({
    prompt: 'make it red',
    'image[]': [await landscape(96, 48), await flat(8, 8, 'red')],
    image: undefined,
  })
  expect(answer.size).toBe('1536x1024')
  const { channels } = await sharp(Buffer.from(answer.data[0]!.b64_json, 'base64')).stats()
  expect(channels).toHaveLength(3)
  expect(channels[0]!.mean).toBeGreaterThan(channels[2]!.mean + 50)
})

test.each([
  ['one name twice', { image: [1, 2].map(() => new File(['x'], 'a.png')) }],
  ['both names', { 'image[]': new File(['x'], 'a.png') }],
])('several pictures under %s are refused', async (_, form) => {
  expect(await errorOf(send(form))).toMatchObject({ status: 400, message: expect.stringContaining("'image[]'") })
})

test('under a mask only what is clear in it changes', async () => {
  const left = await sharp({ create: { width: 24, height: 48, channels: 4, background: 'black' } })
    .png()
    .toBuffer()
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const shape = sharp({ create: { width: 48, height: 48, channels: 4, background: clear } })
  const mask = await toFile(shape.composite([{ input: left, left: 0, top: 0 }]), 'png')
  const bytes = await bytesOf({ mask, prompt: 'black and white' })
  const half = async (left: number) => {
    const part = await sharp(bytes).extract({ left, top: 0, width: 480, height: 1024 }).png().toBuffer()
    return (await sharp(part).stats()).channels.map(({ mean }) => Math.round(mean))
  }
  expect((await half(0)).slice(0, 3)).toEqual([0x60, 0x80, 0xa0])
  const [red, , blue] = await half(540)
  expect(blue).toBe(red)
})

test('a background asked to be transparent is, where the picture was', async () => {
  const thing = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const sheet = sharp({ create: { width: 48, height: 48, channels: 4, background: clear } })
  const image = await toFile(sheet.composite([{ input: thing }]), 'png')
  const alphaOf = async (form: Form) => (await sharp(await bytesOf(form)).stats()).channels[3]
  expect(await alphaOf({ image, background: 'transparent' })).toMatchObject({ min: 0, max: 255 })
  expect(await alphaOf({ image, background: 'opaque' })).toBeUndefined()
})

describe('a field', () => {
  test.each(['response_format', 'seed', 'turbo', 'aspect_ratio', 'scale_factor', 'stream'])(
    '%s is an unknown parameter',
    async (param) => {
      expect(await errorOf(send({ [param]: 'b64_json' }))).toEqual({
        ...{ status: 400, type: 'invalid_request_error', code: 'unknown_parameter', param },
        message: `Unknown parameter: '${param}'.`,
      })
      expect(api.balance).toBe(10)
    },
  )

  test.each<[Form, string]>([
    [{ prompt: undefined }, 'prompt'],
    [{ image: undefined }, 'image'],
  ])('that is missing is named: %j', async (form, param) => {
    expect(await errorOf(send(form))).toMatchObject({ status: 400, code: 'missing_required_parameter', param })
  })

  test.each<[Form, string]>([
    [{ prompt: ' ' }, 'prompt'],
    [{ prompt: 'x'.repeat(32_001) }, 'prompt'],
    [{ n: '0' }, 'n'],
    [{ n: '11' }, 'n'],
    [{ n: 'two' }, 'n'],
    [{ size: '1254x836' }, 'size'],
    [{ size: '16:9' }, 'size'],
    [{ quality: 'standard' }, 'quality'],
    [{ background: 'white' }, 'background'],
    [{ background: 'transparent', output_format: 'jpeg' }, 'background'],
    [{ input_fidelity: 'medium' }, 'input_fidelity'],
    [{ output_format: 'gif' }, 'output_format'],
    [{ output_compression: '101', output_format: 'webp' }, 'output_compression'],
    [{ output_compression: '50' }, 'output_compression'],
    [{ model: 'gpt-4o-mini' }, 'model'],
    [{ model: 'p-image-edit' }, 'model'],
    [{ image: 'http://localhost/a.png' }, 'image'],
    [{ mask: new File(['no'], 'mask.png', { type: 'image/png' }) }, 'mask'],
  ])('that is wrong is named: %j', async (form, param) => {
    expect(await errorOf(send(form))).toEqual({
      ...{ status: 400, type: 'invalid_request_error', code: 'invalid_value', param },
      message: expect.any(String),
    })
  })

  test('takes up to sixteen pictures, of three kinds', async () => {
    const one = await flat(8, 8, 'red')
    const many = (count: number) => ({ image: undefined, 'image[]': Array<File>(count).fill(one) })
    expect((await send(many(16))).status).toBe(200)
    expect(await errorOf(send(many(17)))).toMatchObject({ status: 400, param: 'image' })
    expect((await send({ image: await landscape(16, 16, 'webp') })).status).toBe(200)
    expect(await errorOf(send({ image: await landscape(16, 16, 'gif') }))).toMatchObject({ param: 'image' })
  })

  test('mask has the size of the picture, and an alpha channel', async () => {
    expect(await errorOf(send({ mask: await flat(48, 48, 'red') }))).toMatchObject({
      message: expect.stringContaining('alpha channel'),
    })
    expect(await errorOf(send({ mask: await flat(8, 8, 'red') }))).toMatchObject({
      message: expect.stringContaining('size does not match'),
    })
  })

  test('prompt that is not safe is blocked', async () => {
    expect(await errorOf(send({ prompt: 'nude' }))).toMatchObject({ status: 400, code: 'moderation_blocked' })
  })
})

test('a dry run is not known here: it runs, and is charged', async () => {
  const response = await send({}, { query: '?dryRun=true' })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ data: [{ b64_json: expect.any(String) }] })
  expect(api.balance).toBe(9.96)
})

test('the key is wanted, unless the server is one without keys', async () => {
  const shape = { status: 401, type: 'invalid_request_error', code: 'invalid_api_key', param: null }
  for (const key of [null, 'sk-wrong']) {
    expect(await errorOf(send({}, { key }))).toEqual({ ...shape, message: expect.any(String) })
  }
  expect((await fetch(`${api.url}/v1/models`)).status).toBe(401)
  await api.stop()
  api = await startOpenAi({ keyless: true })
  expect((await send({}, { key: null })).status).toBe(200)
  expect((await fetch(`${api.url}/v1/models`)).status).toBe(200)
})

test.each([
  ['denied', 401, 'invalid_api_key'],
  ['forbidden', 403, null],
  ['funds', 429, 'insufficient_quota'],
  ['policy', 400, 'moderation_blocked'],
  ['busy', 429, 'rate_limit_exceeded'],
  ['overloaded', 503, null],
  ['internal', 500, null],
] as const)('%s is refused with %i %s in all four members, and costs nothing', async (name, status, code) => {
  api.plan([name])
  const message = expect.any(String)
  expect(await errorOf(send())).toEqual({ status, code, type: expect.any(String), param: null, message })
  expect(api.balance).toBe(10)
})

test('the usual troubles meet it too', async () => {
  api.plan(['garbage', 'not-a-picture', 'drop-after', { name: 'html', route: 'models' }])
  await expect((await send()).json()).rejects.toThrow()
  expect((await bytesOf({})).toString()).toMatch(/^This is a sentence/)
  await expect(send()).rejects.toThrow()
  expect(api.balance).toBe(9.92)
  expect((await fetch(`${api.url}/v1/models`)).status).toBe(502)
})

test('an account that is empty says so as OpenAI does, under 429', async () => {
  api.balance = 0
  expect(await errorOf(send())).toMatchObject({ status: 429, code: 'insufficient_quota' })
})

test('the official SDK edits, lists the models and understands a refusal', async () => {
  const client = new OpenAI({ apiKey: api.key, baseURL: `${api.url}/v1`, maxRetries: 0 })
  const image = await flat(16, 16, 'red')
  const { data, usage } = await client.images.edit({
    model: 'gpt-image-1',
    prompt: 'blue',
    image,
    input_fidelity: 'high',
  })
  expect([data?.length, usage?.output_tokens]).toEqual([1, 1056])
  expect((await client.models.list()).data.map(({ id }) => id)).toContain('gpt-image-1')
  await expect(client.models.retrieve('none')).rejects.toMatchObject({ status: 404, code: 'model_not_found' })
  const refused = client.images.edit({ model: 'gpt-image-1', prompt: 'blue', image, response_format: 'b64_json' })
  await expect(refused).rejects.toMatchObject({ status: 400, code: 'unknown_parameter', param: 'response_format' })
})

test('the key is in nothing that requests show, wherever a client puts it', async () => {
  await send({ prompt: `use ${api.key}` }, { query: `?key=${api.key}` })
  expect(api.requests[0]).toMatchObject({ withKey: true, fields: { prompt: 'use (the key)' } })
  expect(JSON.stringify(api.requests)).not.toContain(api.key)
  api.forget()
  expect(api.requests).toEqual([])
})

test('a page may be refused its answers, and no header beyond the two', async () => {
  const preflight = (headers: string) =>
    fetch(`${api.url}/v1/images/edits`, {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': headers },
    })
  expect((await preflight('authorization')).status).toBe(204)
  expect((await preflight('authorization,x-stainless-lang')).status).toBe(403)
  api.settings.cors = 'never'
  expect((await preflight('authorization')).status).toBe(403)
  expect((await send()).headers.get('access-control-allow-origin')).toBeNull()
})
