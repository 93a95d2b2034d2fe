import { describe, expect, test } from 'vitest'
import { createHttp } from '../../../src/ui/providers/http.ts'
import { openAi } from '../../../src/ui/providers/openai.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { faultOf } from './faults-of.ts'
import { requestFor } from './request.ts'
import { sendJson, startServer } from './server.ts'

const key = 'sk-very-secret-key'
const signal = new AbortController().signal
const contextAt = (address: string, given = key) => ({
  http: createHttp({ address, headers: openAi.headers(given), signal, pause: 2 }),
  signal,
})

const ANSWER = {
  created: 1713833628,
  background: 'opaque',
  output_format: 'png',
  quality: 'high',
  size: '1024x1024',
  data: [{ b64_json: btoa('a') }],
  usage: { total_tokens: 100, input_tokens: 50, output_tokens: 50, input_tokens_details: {} },
}
const startOpenAi = (answer: unknown = ANSWER) => startServer((response) => sendJson(response, 200, answer))

async function sent(given: Partial<EditRequest>, path = '') {
  await using server = await startOpenAi()
  await openAi.edit(requestFor({ model: 'gpt-image-1', ...given }), contextAt(server.url + path))
  const form = await server.seen[0]!.form()
  return { path: server.seen[0]!.path, names: [...new Set(form.keys())].sort(), form, headers: server.seen[0]!.headers }
}

test('an answer is bytes, tokens, and what is told of them', async () => {
  await using server = await startOpenAi()
  const edited = await openAi.edit(requestFor({ model: 'gpt-image-1' }), contextAt(server.url))
  expect(await edited.images[0]!.file.text()).toBe('a')
  expect(edited).toMatchObject({ created: 1713833628, tokens: { input: 50, output: 50 } })
  expect(edited.cost).toBeUndefined()
  expect(edited.metadata).toMatchObject({ quality: 'high', size: '1024x1024' })
})

test.each([{ data: [{ b64_json: btoa('a') }] }, { ...ANSWER, usage: 'much', created: 'now', size: 7 }])(
  'a picture is enough, whatever else there is: %j',
  async (answer) => {
    await using server = await startOpenAi(answer)
    expect((await openAi.edit(requestFor({ model: 'local' }), contextAt(server.url))).images).toHaveLength(1)
  },
)

describe('the address', () => {
  test.each([
    ['', '/v1/images/edits'],
    ['/', '/v1/images/edits'],
    ['/v1', '/v1/images/edits'],
    ['/openai/v1/', '/openai/v1/images/edits'],
    ['/gateway', '/gateway/v1/images/edits'],
  ])('may end in “%s”', async (ending, path) => {
    expect((await sent({}, ending)).path).toBe(path)
  })

  test('may want no key, and then none is sent', async () => {
    await using server = await startOpenAi()
    await openAi.edit(requestFor({ model: 'local' }), contextAt(server.url, ' '))
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization')
    expect((await sent({})).headers.authorization).toBe(`Bearer ${key}`)
    expect(openAi.keyless).toBe(true)
  })
})

describe('what is sent', () => {
  test('is as little as there is to say', async () => {
    expect((await sent({})).names).toEqual(['image', 'model', 'n', 'prompt', 'size'])
  })

  test('is all that a model takes', async () => {
    const options = {
      quality: 'high',
      background: 'transparent',
      inputFidelity: 'high',
      outputFormat: 'webp',
      outputCompression: 80,
    }
    const { form, names } = await sent({
      size: { width: 1536, height: 1024 },
      n: 2,
      options,
      mask: TINY_PICTURE,
      pictures: [TINY_PICTURE, TINY_PICTURE],
    })
    expect(names).toEqual([
      ...['background', 'image[]', 'input_fidelity', 'mask', 'model', 'n', 'output_compression'],
      ...['output_format', 'prompt', 'quality', 'size'],
    ])
    expect(form.getAll('image[]')).toHaveLength(2)
    expect((form.get('mask') as File).name).toBe('mask.png')
    expect(form.get('size')).toBe('1536x1024')
  })

  test.each([
    ['gpt-image-1', null],
    ['gpt-image-1-mini', null],
    ['gpt-image-2', null],
    ['openai/gpt-image-1.5', null],
    ['chatgpt-image-latest', null],
    ['dall-e-2', 'b64_json'],
    ['my-gpt-image', 'b64_json'],
    ['qwen-image-edit', 'b64_json'],
  ])('asks %s for bytes only where it would answer with an address', async (model, format) => {
    expect((await sent({ model })).form.get('response_format')).toBe(format)
  })

  test('leaves the size to a model that has no word for that', async () => {
    expect((await sent({ model: 'local', size: 'auto' })).names).not.toContain('size')
    expect((await sent({ model: 'local', options: { extra: { seed: '7' } } })).form.get('seed')).toBe('7')
  })

  test.each<[string, Partial<EditRequest>]>([
    ['two pictures to one that takes one', { model: 'local', pictures: [TINY_PICTURE, TINY_PICTURE] }],
    ['seventeen pictures', { pictures: Array(17).fill(TINY_PICTURE) }],
    ['a mask to one that takes none', { model: 'local', mask: TINY_PICTURE }],
    ['a mask of another size', { mask: { ...TINY_PICTURE, width: 8 } }],
    ['a long prompt to dall-e-2', { model: 'dall-e-2', prompt: 'a'.repeat(1001) }],
    ['a field that has a control', { options: { extra: { quality: 'high' } } }],
  ])('is never %s', async (_name, given) => {
    expect(await faultOf(sent(given))).toMatchObject({ fault: 'settings' })
  })
})

test('a model has what is known of its family, and one that is not known has little', () => {
  expect(openAi.can('gpt-image-1')).toMatchObject({
    pictures: 16,
    mask: true,
    inputFidelity: true,
    promptLimit: 32_000,
  })
  expect(openAi.can('gpt-image-1').backgrounds).toEqual(['auto', 'opaque'])
  expect(openAi.can('gpt-image-1-mini').inputFidelity).toBe(false)
  expect(openAi.can('gpt-image-2')).not.toHaveProperty('backgrounds')
  expect(openAi.can('gpt-image-12')).not.toHaveProperty('backgrounds')
  expect(openAi.can('dall-e-2')).toMatchObject({ promptLimit: 1000, shapes: ['size'], extra: false })
  expect(openAi.can('local')).toMatchObject({ pictures: 1, outputFormats: [], extra: true })
})

describe('the list of models', () => {
  const listed = async (...ids: string[]) => {
    await using server = await startOpenAi({ object: 'list', data: ids.map((id) => ({ id, object: 'model' })) })
    return await openAi.models!(contextAt(server.url))
  }

  test('is of those that make pictures, where names tell', async () => {
    expect(await listed('gpt-4o', 'gpt-image-1', 'whisper', 'dall-e-2')).toEqual(['gpt-image-1', 'dall-e-2'])
  })

  test('is whole where they do not', async () => {
    expect(await listed('flux', 'stable')).toEqual(['flux', 'stable'])
  })
})
