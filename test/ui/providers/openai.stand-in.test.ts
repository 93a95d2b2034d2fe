import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startOpenAi } from '../../../dev/api/openai/server.ts'
import type { Fault } from '../../../src/shared/errors.ts'
import type { Bytes, Picture } from '../../../src/shared/picture.ts'
import { isModelUnknown } from '../../../src/ui/providers/faults.ts'
import { openAi } from '../../../src/ui/providers/openai.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { everythingIn, faultOf } from './faults-of.ts'
import { requestFor } from './request.ts'
import { httpFor } from './server.ts'

const api = await startOpenAi()
const local = await startOpenAi({ keyless: true })
afterAll(() => Promise.all([api.stop(), local.stop()]))
beforeEach(() => {
  api.forget()
  local.forget()
})

const signal = new AbortController().signal
const contextAt = (url: string, key: string) => ({
  signal,
  http: httpFor(url, { headers: openAi.headers(key), signal }),
})

async function paint(background: string | { r: number; g: number; b: number; alpha: number }): Promise<Picture> {
  const file = await sharp({ create: { width: 96, height: 64, channels: 4, background } })
    .png()
    .toBuffer()
  return { bytes: new Uint8Array(file) as Bytes, type: 'image/png', width: 96, height: 64 }
}

const edit = async (given: Partial<EditRequest> = {}, { url = api.url, key = api.key } = {}) =>
  openAi.edit(
    requestFor({ model: 'gpt-image-1', prompt: 'echo', pictures: [await paint('#4060a0')], ...given }),
    contextAt(url, key),
  )

describe('an edit', () => {
  test('comes back in the size asked, with its tokens', async () => {
    const { images, tokens, metadata } = await edit({ size: { width: 1536, height: 1024 } })
    expect(await sharp(await images[0]!.file.arrayBuffer()).metadata()).toMatchObject({
      width: 1536,
      height: 1024,
      format: 'png',
    })
    expect(tokens?.output).toBeGreaterThan(0)
    expect(metadata).toMatchObject({ size: '1536x1024' })
  })

  test('is taken with everything that may be set', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 }
    const { images } = await edit({
      pictures: [await paint('#4060a0'), await paint('#a06040')],
      mask: await paint(clear),
      n: 2,
      options: {
        ...{ quality: 'low', background: 'transparent', inputFidelity: 'high' },
        ...{ outputFormat: 'webp', outputCompression: 90 },
      },
    })
    expect(images).toHaveLength(2)
    expect((await sharp(await images[1]!.file.arrayBuffer()).metadata()).format).toBe('webp')
    expect(api.requests[0]?.files.map(({ field }) => field)).toEqual(['image[]', 'image[]', 'mask'])
  })

  test('needs no key at a server that asks for none', async () => {
    expect((await edit({}, { url: local.url, key: '' })).images).toHaveLength(1)
    expect(local.requests[0]?.headers).not.toHaveProperty('authorization')
  })
})

describe('trouble', () => {
  test.each<[Parameters<typeof api.plan>[0][number], Fault]>([
    ['denied', 'denied'],
    ['forbidden', 'denied'],
    ['funds', 'funds'],
    ['policy', 'refused'],
    ['garbage', 'provider'],
    ['truncated', 'provider'],
    ['drop-after', 'offline'],
  ])('%s is “%s”, and asked once', async (trouble, fault) => {
    api.plan([trouble])
    expect(await faultOf(edit())).toMatchObject({ fault })
    expect(api.requests).toHaveLength(1)
  })

  test('of a model that is not there is known as one', async () => {
    expect(await openAi.hasModel!('gpt-image-9', contextAt(api.url, api.key))).toBe(false)
    expect(await openAi.hasModel!('gpt-image-1', contextAt(api.url, api.key))).toBe(true)
  })
})

describe('a check', () => {
  test('makes no picture, by the route that will run', async () => {
    const before = api.balance
    expect(await openAi.check!(contextAt(api.url, api.key))).toEqual({})
    expect(api.requests.map(({ path, status, fields }) => [path, status, fields])).toEqual([
      ['/v1/images/edits', 400, { model: 'gpt-image-1' }],
      ['/v1/models/gpt-image-1', 200, {}],
    ])
    expect(api.balance).toBe(before)
  })

  test('of a model that is not there says so, though the request lacks more than that', async () => {
    const thrown = await faultOf(openAi.check!(contextAt(api.url, api.key), 'gpt-image-9'))
    expect(thrown).toMatchObject({ fault: 'refused' })
    expect(isModelUnknown(thrown)).toBe(true)
  })

  test('is not kept from working by a server that does not answer for its models', async () => {
    api.plan([{ name: 'forbidden', route: 'models' }])
    expect(await openAi.check!(contextAt(api.url, api.key), 'gpt-image-9')).toEqual({})
  })

  test('with a wrong key fails, and does not show it', async () => {
    const thrown = await faultOf(openAi.check!(contextAt(api.url, 'sk-wrong-secret')))
    expect(thrown).toMatchObject({ fault: 'denied' })
    expect(everythingIn(thrown)).not.toContain('secret')
  })

  test('works without a key where none is asked for', async () => {
    expect(await openAi.check!(contextAt(local.url, ''))).toEqual({})
  })
})

test('the list names what makes pictures', async () => {
  expect(await openAi.models!(contextAt(api.url, api.key))).toEqual(['gpt-image-1', 'gpt-image-1-mini'])
})
