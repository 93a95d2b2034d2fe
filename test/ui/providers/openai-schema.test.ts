import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startOpenAi } from '../../../dev/api/openai/server.ts'
import { startApi } from '../../../dev/api/server.ts'
import type { Bytes, Picture } from '../../../src/shared/picture.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { openAi } from '../../../src/ui/providers/openai.ts'
import type { EditRequest as Asked, Provider, UpscaleRequest } from '../../../src/ui/providers/provider.ts'
import { deviations, EditRequest, ErrorAnswer, FIELDS, fieldsOf, ImagesAnswer } from './openai-schema.ts'
import { requestFor } from './request.ts'
import { httpFor } from './server.ts'

const gateway = await startApi()
const server = await startOpenAi()
afterAll(() => Promise.all([gateway.stop(), server.stop()]))
beforeEach(() => {
  gateway.forget()
  server.forget()
})

async function paint(width = 96, height = 64): Promise<Picture> {
  const file = await sharp({ create: { width, height, channels: 4, background: '#4060a0' } })
    .png()
    .toBuffer()
  return { bytes: new Uint8Array(file) as Bytes, type: 'image/png', width, height }
}

/** The form that went out and the body that came back. */
async function exchange(provider: Provider, { url, key }: { url: string; key: string }, given: Partial<Asked>) {
  const pictures = given.pictures ?? [await paint()]
  return heard(provider, { url, key }, (context) =>
    provider.edit(requestFor({ prompt: 'echo', ...given, pictures }), context),
  )
}

async function heard(
  provider: Provider,
  { url, key }: { url: string; key: string },
  act: (context: Parameters<Provider['edit']>[1]) => Promise<unknown>,
) {
  const signal = new AbortController().signal
  let fields: Record<string, unknown> = {}
  let body: unknown
  const http = httpFor(url, {
    headers: provider.headers(key),
    signal,
    async fetch(request) {
      fields = fieldsOf(await request.clone().formData())
      const response = await fetch(request)
      body = await response.clone().json()
      return response
    },
  })
  await act({ http, signal }).catch(() => {})
  return { fields, body }
}

const unknown = (fields: object) => Object.keys(fields).filter((name) => !FIELDS.includes(name))

const atServer = (given: Partial<Asked>) => exchange(openAi, server, { model: 'gpt-image-1', ...given })
const atGateway = (given: Partial<Asked>) => exchange(lumenfall, gateway, given)

describe('the description itself', () => {
  test('refuses what the published one refuses', async () => {
    const image = new File(['a'], 'a.png', { type: 'image/png' })
    expect(deviations(EditRequest, { image })).toEqual(['prompt'])
    expect(deviations(EditRequest, { image: Array(17).fill(image), prompt: 'a' })).toEqual(['image'])
    expect(deviations(EditRequest, { image, prompt: 'a', size: '1254x836', turbo: 'true', seed: '7' })).toEqual([])
    expect(deviations(ImagesAnswer, { created: 1, id: 'a', metadata: {} })).toEqual([])
    expect(deviations(ImagesAnswer, { created: 1, data: [{ url: null }] })).toEqual(['data.0.url'])
  })
})

describe('an OpenAI-compatible address', () => {
  test.each<[string, Partial<Asked>]>([
    ['one picture', {}],
    ['a size', { size: { width: 1024, height: 1536 } }],
    ['several', { n: 3 }],
    ['options', { options: { quality: 'low', background: 'opaque', inputFidelity: 'low', outputFormat: 'webp' } }],
    ['a compression', { options: { outputFormat: 'jpeg', outputCompression: 50 } }],
  ])('%s: request and answer are as described', async (_name, given) => {
    const { fields, body } = await atServer(given)
    expect(deviations(EditRequest, fields)).toEqual([])
    expect(unknown(fields)).toEqual([])
    expect(deviations(ImagesAnswer, body)).toEqual([])
  })

  test('several pictures and a mask', async () => {
    const { fields, body } = await atServer({ pictures: [await paint(), await paint()], mask: await paint() })
    expect(deviations(EditRequest, fields)).toEqual([])
    expect(fields.image).toHaveLength(2)
    expect(deviations(ImagesAnswer, body)).toEqual([])
  })

  test('a model of another name is asked for bytes, as the description has it', async () => {
    const { fields } = await atServer({ model: 'local' })
    expect(deviations(EditRequest, fields)).toEqual([])
    expect(fields.response_format).toBe('b64_json')
  })

  test.each(['denied', 'funds', 'policy', 'forbidden'] as const)('the error “%s” is as described', async (trouble) => {
    server.plan([trouble])
    expect(deviations(ErrorAnswer, (await atServer({})).body)).toEqual([])
  })
})

describe('Lumenfall', () => {
  test('a request is as described, with fields of its own beside', async () => {
    const options = { turbo: false, disableSafetyChecker: false, outputFormat: 'png', weights: 'w' }
    const { fields, body } = await atGateway({ size: { width: 1254, height: 836 }, seed: 7, options })
    expect(deviations(EditRequest, fields)).toEqual([])
    expect(unknown(fields)).toEqual(['seed', 'turbo', 'disable_safety_checker', 'replicate_weights'])
    expect(deviations(ImagesAnswer, body)).toEqual(['size'])
  })

  describe('deviates from the description', () => {
    test('1: a size of the answer is that of the model, and not one of three', async () => {
      const { body } = await atGateway({ size: { width: 1365, height: 768 } })
      expect(deviations(ImagesAnswer, body)).toEqual(['size'])
      expect(deviations(ImagesAnswer, (await atGateway({ size: { width: 1024, height: 1024 } })).body)).toEqual([])
    })

    test('2: AVIF and GIF can be asked for and are answered', async () => {
      for (const outputFormat of ['avif', 'gif']) {
        const { fields, body } = await atGateway({ size: { width: 1024, height: 1024 }, options: { outputFormat } })
        expect(deviations(EditRequest, fields)).toEqual(['output_format'])
        expect(deviations(ImagesAnswer, body)).toEqual(['output_format'])
      }
    })

    test('3: a ratio or a shape may stand for a size', async () => {
      expect(deviations(EditRequest, (await atGateway({ size: '16:9' })).fields)).toEqual(['size'])
      expect(unknown((await atGateway({ aspectRatio: '16:9', resolution: '1K' })).fields)).toEqual([
        'aspect_ratio',
        'resolution',
      ])
    })

    test('4: an error has no param, and its code is always a word', async () => {
      gateway.plan(['denied'])
      expect(deviations(ErrorAnswer, (await atGateway({})).body)).toEqual(['error.param'])
    })

    test('5: a picture to be made larger comes without a prompt', async () => {
      const request: UpscaleRequest = { model: 'real-esrgan', picture: await paint(), factor: 2, options: {} }
      const { fields, body } = await heard(lumenfall, gateway, (context) => lumenfall.upscale!(request, context))
      expect(deviations(EditRequest, fields)).toEqual(['prompt'])
      expect(unknown(fields)).toEqual(['scale_factor'])
      expect(deviations(ImagesAnswer, body)).toEqual(['size'])
    })
  })
})
