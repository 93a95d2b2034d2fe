import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startApi } from '../../../dev/api/server.ts'
import { type AppError, type Fault, toAppError } from '../../../src/shared/errors.ts'
import type { Bytes, Picture } from '../../../src/shared/picture.ts'
import type { HttpOptions } from '../../../src/ui/providers/http.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import type { EditRequest, UpscaleRequest } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { requestFor } from './request.ts'
import { httpFor } from './server.ts'

const api = await startApi()
afterAll(() => api.stop())
beforeEach(() => api.forget())

function context(options: Partial<HttpOptions> = {}) {
  const { signal = new AbortController().signal } = options
  return { signal, http: httpFor(api.url, { headers: lumenfall.headers(api.key), signal, ...options }) }
}

async function paint(background: string, width = 836, height = 1254): Promise<Picture> {
  const file = await sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()
  return { bytes: new Uint8Array(file) as Bytes, type: 'image/png', width, height }
}

async function edit(given: Partial<EditRequest>, options?: Partial<HttpOptions>) {
  const pictures = given.pictures ?? [await paint('#4060a0')]
  return lumenfall.edit(requestFor({ ...given, pictures }), context(options))
}

const faultOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(() => expect.unreachable('It was answered.'), toAppError)

const metadataOf = async (file: Blob | undefined) => sharp(await file!.arrayBuffer()).metadata()

describe('an edit', () => {
  test('comes back as another picture of about the size asked, with its price', async () => {
    const main = await paint('#4060a0')
    const before = api.balance!
    const { images, id, created, executedModel, cost, metadata } = await edit({
      pictures: [main],
      size: { width: 836, height: 1254 },
      seed: 42,
    })
    const { format, width, height } = await metadataOf(images[0]?.file)
    expect(format).toBe('png')
    expect(width! / height!).toBeCloseTo(836 / 1254, 1)
    expect(new Uint8Array(await images[0]!.file.arrayBuffer())).not.toEqual(main.bytes)
    expect(id).toMatch(/./)
    expect(created).toBeGreaterThan(1_700_000_000)
    expect(cost).toEqual({ amount: 0.01, unit: 'USD' })
    expect(metadata).toMatchObject({ executed_model: 'replicate/p-image-edit' })
    expect(executedModel).toBe('replicate/p-image-edit')
    expect(before - api.balance!).toBeCloseTo(0.01)
  })

  test('arrives with every parameter', async () => {
    const options = {
      turbo: false,
      disableSafetyChecker: true,
      outputFormat: 'jpeg',
      outputCompression: 70,
      weights: 'x',
      extra: { style: 'oil' },
    }
    const { images, metadata } = await edit({ size: 'auto', n: 2, seed: 7, options })
    expect(api.requests[0]?.fields).toMatchObject({
      size: 'auto',
      n: '2',
      seed: '7',
      turbo: 'false',
      output_compression: '70',
    })
    expect(metadata).toMatchObject({ passed_through: { style: 'oil' } })
    expect(images).toHaveLength(2)
    expect((await metadataOf(images[1]?.file)).format).toBe('jpeg')
  })

  test('takes five pictures, the main one first', async () => {
    const pictures = await Promise.all(['#a00', '#0a0', '#00a', '#aa0', '#0aa'].map((colour) => paint(colour, 64, 64)))
    await edit({ pictures, size: { width: 1024, height: 1024 } })
    const { files } = api.requests[0]!
    expect(files.map(({ field, name, type }) => `${field} ${name} ${type}`)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `image[] image-${number}.png image/png`),
    )
    expect(files.map(({ content }) => content)).toEqual(pictures.map(({ bytes }) => bytes))
  })

  test('of a ratio gets the nearest shape', async () => {
    for (const asked of [{ aspectRatio: '16:9', resolution: '1K' }, { size: '16:9' }] as const) {
      const { images } = await edit(asked)
      const { width, height } = await metadataOf(images[0]?.file)
      expect(width! / height!).toBeCloseTo(16 / 9, 1)
    }
    expect(api.requests.map(({ fields }) => [fields.size, fields.aspect_ratio, fields.resolution])).toEqual([
      [undefined, '16:9', '1K'],
      ['16:9', undefined, undefined],
    ])
  })

  test.each(lumenfall.can('p-image-edit').outputFormats)(
    'comes back as %s where that is asked for',
    async (outputFormat) => {
      const { images } = await edit({ options: { outputFormat } })
      const { format } = await metadataOf(images[0]?.file)
      expect(format === 'heif' ? 'avif' : format).toBe(outputFormat)
    },
  )
})

describe('a larger picture', () => {
  const upscale = async (given: Partial<UpscaleRequest> = {}) =>
    lumenfall.upscale!(
      { model: 'real-esrgan', picture: await paint('#4060a0', 60, 40), options: {}, ...given },
      context(),
    )

  test.each([
    [{}, 240],
    [{ factor: 2.5 }, 150],
    [{ model: 'google-upscaler', factor: 2 }, 120],
    [{ model: 'replicate/clarity-upscaler', factor: 3 }, 180],
    [{ model: 'recraft-crisp-upscale' }, 240],
  ])('of %j is %i px wide', async (given, width) => {
    const { images, cost } = await upscale(given)
    expect((await metadataOf(images[0]?.file)).width).toBe(width)
    expect(cost?.unit).toBe('USD')
  })

  test('is asked for with one picture and no words', async () => {
    await upscale({ factor: 2, options: { outputFormat: 'jpeg', outputQuality: 70 } })
    expect(api.requests[0]?.fields).toEqual({
      model: 'real-esrgan',
      scale_factor: '2',
      response_format: 'b64_json',
      output_format: 'jpeg',
      output_compression: '70',
    })
    expect(api.requests[0]?.files).toHaveLength(1)
  })

  test('has a price, asked with a blank image of its size', async () => {
    const before = api.balance
    const picture = { ...(await paint('#4060a0', 10, 10)), width: 301, height: 200 }
    const request = { model: 'clarity-upscaler', picture, options: {} }
    expect(await lumenfall.upscalePrice!(request, context())).toEqual({ amount: 0.015, unit: 'USD' })
    expect(api.balance).toBe(before)
    const [seen] = api.requests
    expect(seen?.query.dryRun).toBe('true')
    const blank = sharp(seen?.files[0]?.content)
    expect(await blank.metadata()).toMatchObject({ width: 301, height: 200, format: 'png' })
    expect((await blank.stats()).channels[0]).toMatchObject({ min: 0, max: 0 })
  })

  test.each<[string, Partial<UpscaleRequest>]>([
    ['a factor of three where two and four are known', { model: 'google-upscaler', factor: 3 }],
    ['a factor of eight', { factor: 8 }],
    ['a number of pixels', { target: 4 }],
    ['more px than Figma takes', { factor: 4, picture: { ...TINY_PICTURE, width: 1025 } }],
    ['a model that edits', { model: 'p-image-edit' }],
  ])('is not asked for with %s, and neither is its price', async (_name, given) => {
    const request = { model: 'real-esrgan', picture: TINY_PICTURE, options: {}, ...given }
    expect(await faultOf(lumenfall.upscale!(request, context()))).toMatchObject({ fault: 'settings' })
    expect(await faultOf(lumenfall.upscalePrice!(request, context()))).toMatchObject({ fault: 'settings' })
    expect(api.requests).toEqual([])
  })

  test('comes of models that do nothing else', async () => {
    expect(lumenfall.upscalers).toContain('real-esrgan')
    for (const model of lumenfall.upscalers!) expect(lumenfall.can(model).upscale).toBeDefined()
    expect(await faultOf(edit({ model: 'real-esrgan' }))).toMatchObject({ fault: 'settings' })
  })
})

describe('the account', () => {
  test('is told the price of what it would run, and pays nothing', async () => {
    const before = api.balance
    expect(await lumenfall.price?.(requestFor({ n: 3 }), context())).toEqual({ amount: 0.03, unit: 'USD' })
    expect(api.balance).toBe(before)
  })

  test('is checked by the route that will run', async () => {
    const { price, balance } = await lumenfall.check!(context())
    expect(price).toEqual({ amount: 0.01, unit: 'USD' })
    expect(balance).toEqual({ amount: api.balance, unit: 'USD' })
    expect(api.requests.map(({ path, query }) => [path, query.dryRun])).toEqual([
      ['/openai/v1/images/edits', 'true'],
      ['/v1/balance', undefined],
    ])
  })

  test('with a wrong key fails its check', async () => {
    const wrong = context({ headers: lumenfall.headers('lmnfl_wrong.key') })
    expect(await faultOf(lumenfall.check!(wrong))).toMatchObject({
      fault: 'denied',
      message: expect.stringContaining('Invalid API key'),
    })
  })

  test('has models, and knows one by its name', async () => {
    expect(await lumenfall.models?.(context())).toContain('p-image-edit')
    expect(await lumenfall.hasModel?.('replicate/p-image-edit', context())).toBe(true)
    expect(await lumenfall.hasModel?.('p-image-edti', context())).toBe(false)
  })
})

describe('trouble', () => {
  const faults: [model: string, fault: Fault, requests: number][] = [
    ['trouble-denied', 'denied', 1],
    ['trouble-forbidden', 'denied', 1],
    ['trouble-funds', 'funds', 1],
    ['trouble-policy', 'refused', 1],
    ['trouble-gateway', 'busy', 6],
    ['trouble-html', 'busy', 6],
    ['trouble-internal', 'provider', 3],
    ['trouble-error-in-200', 'busy', 1],
    ['trouble-garbage', 'provider', 1],
    ['trouble-truncated', 'provider', 1],
    ['trouble-drop-before', 'offline', 1],
    ['trouble-drop-after', 'offline', 1],
    ['no-such-model', 'refused', 1],
    ['p-image', 'refused', 1],
  ]
  test.each(faults)('%s is “%s” after %i', async (model, fault, requests) => {
    expect(await faultOf(edit({ model }))).toMatchObject({ fault })
    expect(api.requests).toHaveLength(requests)
  })

  test('an answer that is too slow is given up', async () => {
    expect(await faultOf(edit({ model: 'trouble-slow' }, { timeout: 300 }))).toMatchObject({ fault: 'timeout' })
  })

  test('a slow answer is stopped', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    expect(await faultOf(edit({ model: 'trouble-slow' }, { signal: stop.signal }))).toMatchObject({
      fault: 'cancelled',
    })
  })

  test('a busy provider is asked until it answers, and paid once', async () => {
    api.plan([{ name: 'busy', retryAfter: 0 }, { name: 'overloaded', retryAfter: 0 }, 'internal', 'none'])
    const before = api.balance!
    expect((await edit({})).images).toHaveLength(1)
    expect(api.requests.map(({ status }) => status)).toEqual([429, 503, 500, 200])
    expect(before - api.balance!).toBeCloseTo(0.01)
  })
})
