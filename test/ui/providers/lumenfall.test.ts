import type { ServerResponse } from 'node:http'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type AppError, toAppError } from '../../../src/shared/errors.ts'
import { pngSizeOf } from '../../../src/shared/picture.ts'
import { providers } from '../../../src/ui/providers/index.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { pictureOf, requestFor } from './request.ts'
import { failure, httpFor, KEY, sendJson, startServer } from './server.ts'

const contextFor = (address: string, signal = new AbortController().signal) => ({
  http: httpFor(address, { signal, headers: lumenfall.headers(KEY) }),
  signal,
})

const faultOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(() => expect.unreachable('It was answered.'), toAppError)

/** What the edit makes of an answer with a 200. */
async function editedFrom(body: unknown) {
  await using server = await startServer((response) => sendJson(response, 200, body))
  return await lumenfall.edit(requestFor(), contextFor(server.url))
}

const textsOf = (images: { file: Blob }[]) => Promise.all(images.map(({ file }) => file.text()))

test('it is the provider that is offered first', () => {
  expect(providers[0]).toBe(lumenfall)
})

test('the key travels as a bearer token, without the blanks of a paste', () => {
  expect(lumenfall.headers(` ${KEY}\n`)).toEqual({ authorization: `Bearer ${KEY}` })
})

describe('an edit', () => {
  test('is one form to the documented route', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { data: [{ b64_json: btoa('a') }] }))
    await lumenfall.edit(requestFor({ seed: 42 }), contextFor(`${server.url}/relay`))
    const [seen] = server.seen
    expect(seen).toMatchObject({ method: 'POST', path: '/relay/openai/v1/images/edits' })
    expect(seen?.headers.authorization).toBe(`Bearer ${KEY}`)
    const form = await seen!.form()
    expect(form.get('seed')).toBe('42')
    expect((form.get('image') as File).size).toBe(TINY_PICTURE.bytes.length)
  })

  test('keeps all that the answer says', async () => {
    const metadata = { provider: 'replicate', cost: 0.01, cost_currency: 'USD', attempts: [] }
    const edited = await editedFrom({
      id: 'req_1',
      created: 1702345678,
      data: [{ b64_json: btoa('a'), revised_prompt: 'Stars' }, { b64_json: btoa('bc') }],
      metadata,
    })
    expect(await textsOf(edited.images)).toEqual(['a', 'bc'])
    expect(edited.images.map(({ revisedPrompt }) => revisedPrompt)).toEqual(['Stars', undefined])
    expect(edited).toMatchObject({ id: 'req_1', created: 1702345678, cost: { amount: 0.01, unit: 'USD' }, metadata })
  })

  test('needs nothing but a picture, whatever else the answer holds', async () => {
    const odd = {
      id: 7,
      created: 'now',
      metadata: 'none',
      data: [{ b64_json: btoa('a'), url: null, revised_prompt: [] }],
    }
    const edited = await editedFrom(odd)
    expect(await textsOf(edited.images)).toEqual(['a'])
    expect([edited.id, edited.created, edited.cost]).toEqual([undefined, undefined, undefined])
    expect(await textsOf((await editedFrom({ data: [{ b64_json: btoa('b') }] })).images)).toEqual(['b'])
  })

  test('fetches a result that comes as an address, without the key', async () => {
    await using media = await startServer((response) => response.end('file'))
    const edited = await editedFrom({ data: [{ url: `${media.url}/abc.png` }] })
    expect(await textsOf(edited.images)).toEqual(['file'])
    expect(media.seen[0]?.headers.authorization).toBeUndefined()
  })

  test('keeps the pictures that arrive where another does not', async () => {
    const data = [{ b64_json: '###' }, { b64_json: btoa('b') }, {}, { url: 'nowhere' }]
    expect(await textsOf((await editedFrom({ data })).images)).toEqual(['b'])
  })

  test('of what is no base64 is handed on as it came, with its price', async () => {
    const edited = await editedFrom({ data: [{ b64_json: '<html>' }], metadata: { cost: 0.01 } })
    expect(await textsOf(edited.images)).toEqual(['<html>'])
    expect(edited.cost).toEqual({ amount: 0.01, unit: 'USD' })
  })

  test.each([
    ['no data', {}],
    ['an empty list', { data: [] }],
    ['an empty item', { data: [{}] }],
    ['empty texts', { data: [{ b64_json: '', url: '' }] }],
    ['an address that cannot be called', { data: [{ url: 'file:///a.png' }] }],
    ['an error beside the picture', { data: [{ b64_json: btoa('a') }], ...failure('UPSTREAM_ERROR') }],
  ])('with %s is a fault of the provider', async (_name, body) => {
    expect(await faultOf(editedFrom(body))).toMatchObject({ fault: 'provider' })
  })

  test.each([
    [402, 'INSUFFICIENT_BALANCE', 'funds'],
    [401, 'AUTHENTICATION_FAILED', 'denied'],
    [400, 'CONTENT_POLICY_VIOLATION', 'refused'],
    [404, 'MODEL_NOT_FOUND', 'refused'],
  ])('that is answered with %i %s is “%s”', async (status, code, fault) => {
    await using server = await startServer((response) => sendJson(response, status, failure(code)))
    expect(await faultOf(lumenfall.edit(requestFor(), contextFor(server.url)))).toMatchObject({ fault })
    expect(server.seen).toHaveLength(1)
  })

  test('that the model would refuse is not sent', async () => {
    await using server = await startServer((response) => sendJson(response, 200, {}))
    const request = requestFor({ model: 'flux', pictures: [TINY_PICTURE, TINY_PICTURE] })
    expect(await faultOf(lumenfall.edit(request, contextFor(server.url)))).toMatchObject({ fault: 'settings' })
    expect(server.seen).toHaveLength(0)
  })
})

describe('a price', () => {
  const priceFrom = async (body: unknown) => {
    await using server = await startServer((response) => sendJson(response, 200, body))
    return await lumenfall.price?.(requestFor(), contextFor(server.url))
  }

  test('is asked of the route that will run, with nothing of the person’s own', async () => {
    await using server = await startServer((response) => sendJson(response, 200, { total_cost_micros: 20_000 }))
    const pictures = [pictureOf('private 1'), pictureOf('private 2')]
    const request = requestFor({ prompt: 'private', pictures, n: 2, size: { width: 1254, height: 836 } })
    expect(await lumenfall.price?.(request, contextFor(server.url))).toEqual({ amount: 0.02, unit: 'USD' })
    const [seen] = server.seen
    expect(seen?.path).toBe('/openai/v1/images/edits?dryRun=true')
    expect(String(seen?.body)).not.toContain('private')
    const form = await seen!.form()
    expect([form.get('n'), form.get('size'), form.getAll('image[]').length]).toEqual(['2', '1254x836', 2])
  })

  test('is understood in both documented forms', async () => {
    expect(await priceFrom({ estimated: true, total_cost_micros: 10_000, currency: 'usd' })).toEqual({
      amount: 0.01,
      unit: 'USD',
    })
    expect(await priceFrom({ metadata: { cost: 0.04, cost_currency: 'EUR' } })).toEqual({ amount: 0.04, unit: 'EUR' })
    expect(await priceFrom({ estimated: false })).toBeUndefined()
  })

  test('of nothing is a price', async () => {
    expect(await priceFrom({ total_cost_micros: 0 })).toEqual({ amount: 0, unit: 'USD' })
  })

  test('is asked with a picture that every reader takes', async () => {
    expect(pngSizeOf(TINY_PICTURE.bytes)).toEqual({ width: 64, height: 64 })
    const { channels } = await sharp(TINY_PICTURE.bytes).stats()
    expect(channels[0]).toMatchObject({ min: 255, max: 255 })
  })
})

describe('the account', () => {
  test('has a balance, or none where it pays later', async () => {
    const answers = [
      { available: { amount: 12.5, currency: 'usd' } },
      { available: { amount: null } },
      { available: null },
      {},
    ]
    await using server = await startServer((response, _seen, index) => sendJson(response, 200, answers[index]))
    const ask = () => lumenfall.balance?.(contextFor(server.url))
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([
      { amount: 12.5, unit: 'USD' },
      undefined,
      undefined,
      undefined,
    ])
    expect(server.seen[0]).toMatchObject({ method: 'GET', path: '/v1/balance' })
  })

  test('has models', async () => {
    const data = [{ id: 'p-image-edit', object: 'model' }, { id: 'mock-image' }]
    await using server = await startServer((response) => sendJson(response, 200, { object: 'list', data }))
    expect(await lumenfall.models?.(contextFor(server.url))).toEqual(['p-image-edit', 'mock-image'])
    expect(server.seen[0]).toMatchObject({ method: 'GET', path: '/openai/v1/models' })
  })

  test('knows a model or not; a refusal is neither', async () => {
    const answers = [
      (response: ServerResponse) => sendJson(response, 200, { id: 'replicate/p image' }),
      (response: ServerResponse) => sendJson(response, 404, failure('MODEL_NOT_FOUND')),
      (response: ServerResponse) => sendJson(response, 404, failure('NO_ROUTE')),
    ]
    await using server = await startServer((response, _seen, index) => answers[index]?.(response))
    const ask = () => lumenfall.hasModel!('replicate/p image', contextFor(server.url))
    expect([await ask(), await ask()]).toEqual([true, false])
    expect(server.seen[0]?.path).toBe('/openai/v1/models/replicate/p%20image')
    expect(await faultOf(ask())).toMatchObject({ fault: 'refused' })
  })
})

describe('a check', () => {
  test('asks the route that will run, for nothing, and the balance', async () => {
    await using server = await startServer((response, { path }) =>
      sendJson(response, 200, path === '/v1/balance' ? { available: { amount: 3 } } : { total_cost_micros: 10_000 }),
    )
    expect(await lumenfall.check?.(contextFor(server.url), 'mock-image')).toEqual({
      price: { amount: 0.01, unit: 'USD' },
      balance: { amount: 3, unit: 'USD' },
    })
    expect(server.seen.map(({ path }) => path)).toEqual(['/openai/v1/images/edits?dryRun=true', '/v1/balance'])
    expect((await server.seen[0]!.form()).get('model')).toBe('mock-image')
  })

  test('fails as the edit would', async () => {
    await using server = await startServer((response) => sendJson(response, 401, failure('AUTHENTICATION_FAILED')))
    expect(await faultOf(lumenfall.check!(contextFor(server.url)))).toMatchObject({ fault: 'denied' })
  })

  test('does without a balance', async () => {
    await using server = await startServer((response, { path }) =>
      path === '/v1/balance' ? sendJson(response, 404, {}) : sendJson(response, 200, { total_cost_micros: 10_000 }),
    )
    expect(await lumenfall.check?.(contextFor(server.url))).toEqual({ price: { amount: 0.01, unit: 'USD' } })
  })

  test('that is stopped while it asks for the balance is stopped', async () => {
    const stop = new AbortController()
    await using server = await startServer((response, { path }) =>
      path === '/v1/balance' ? stop.abort() : sendJson(response, 200, { total_cost_micros: 10_000 }),
    )
    expect(await faultOf(lumenfall.check!(contextFor(server.url, stop.signal)))).toMatchObject({ fault: 'cancelled' })
  })
})

describe('what a model can do', () => {
  test('p-image-edit: five pictures, seven shapes of about a megapixel, and its own switches', () => {
    const can = lumenfall.can('p-image-edit')
    expect(can).toMatchObject({
      pictures: 5,
      promptLimit: 1000,
      seed: true,
      turbo: true,
      safetyChecker: true,
      weights: true,
    })
    expect(can.sizes).toHaveLength(7)
    for (const { width, height } of can.sizes) expect(width * height).toBeCloseTo(1_048_000, -4)
    expect(lumenfall.can('replicate/p-image-edit')).toBe(can)
  })

  test('an unknown model: one picture and no switches', () => {
    expect(lumenfall.can('my-p-image-edit')).toMatchObject({
      pictures: 1,
      seed: false,
      turbo: false,
      safetyChecker: false,
      weights: false,
    })
  })
})
