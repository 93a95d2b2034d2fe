import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import OpenAI from 'openai'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { landscape } from './client.ts'

let api: StandIn
let client: OpenAI
let folder: string
beforeAll(async () => {
  api = await startApi()
  client = new OpenAI({ apiKey: api.key, baseURL: `${api.url}/openai/v1`, maxRetries: 2 })
  folder = await mkdtemp(join(tmpdir(), 'refill-'))
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true })
})

const base = { model: 'p-image-edit', prompt: 'Add a starry night sky to this image' }
const decoded = (response: OpenAI.ImagesResponse) => sharp(Buffer.from(response.data![0]!.b64_json!, 'base64'))

test('the official SDK edits one picture', async () => {
  const image = await landscape(60, 40)
  const response = await client.images.edit({ ...base, image, size: '1024x1024', response_format: 'b64_json' })
  expect(response.created).toBeGreaterThan(1_700_000_000)
  expect((await decoded(response).metadata()).format).toBe('png')
  expect((await decoded(response).stats()).channels[1]?.mean).toBeLessThan(60)
  expect(api.requests.at(-1)?.files).toMatchObject([{ field: 'image', type: 'image/png' }])
})

test('the official SDK edits several pictures at once', async () => {
  const image = [await landscape(60, 40), await landscape(20, 20, 'jpeg')]
  const response = await client.images.edit({
    ...base,
    image,
    n: 2,
    response_format: 'b64_json',
    output_format: 'webp',
  })
  expect(response.data).toHaveLength(2)
  expect((await decoded(response).metadata()).format).toBe('webp')
  expect(api.requests.at(-1)?.files.map(({ field, type }) => [field, type])).toEqual([
    ['image[]', 'image/png'],
    ['image[]', 'image/jpeg'],
  ])
})

test('the example of the model page runs as it is printed: a file stream, an address back', async () => {
  const path = join(folder, 'source.png')
  await writeFile(path, new Uint8Array(await (await landscape(60, 40)).arrayBuffer()))
  const response = await client.images.edit({ ...base, image: createReadStream(path), size: '1024x1024' })
  const file = await fetch(response.data![0]!.url!)
  expect((await sharp(await file.arrayBuffer()).metadata()).format).toBe('png')
})

test('the official SDK understands a refusal, and repeats a busy answer by itself', async () => {
  const image = await landscape(20, 20)
  await expect(client.images.edit({ ...base, model: 'none', image })).rejects.toMatchObject({
    status: 404,
    code: 'MODEL_NOT_FOUND',
  })
  api.forget()
  api.plan([{ name: 'busy', retryAfter: 0 }])
  await client.images.edit({ ...base, image })
  expect(api.requests.map(({ status }) => status)).toEqual([429, 200])
})

test('the official SDK lists the models', async () => {
  const { data } = await client.models.list()
  expect(data.map(({ id }) => id)).toContain('p-image-edit')
  expect((await client.models.retrieve('p-image-edit')).owned_by).toBe('replicate')
})
