import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, flat, keyOf, landscape, refusal, send, toFile } from './client.ts'

let api: StandIn
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const post = (headers: Record<string, string>, body: BodyInit) =>
  fetch(`${api.url}/openai/v1/images/edits`, { method: 'POST', headers: { ...keyOf(api), ...headers }, body })

describe('the body', () => {
  test('has to be a form: JSON is refused by name', async () => {
    expect(await refusal(post({ 'content-type': 'application/json' }, '{"model":"p-image-edit"}'))).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
      type: 'invalid_request_error',
      message: expect.stringContaining('multipart/form-data, not application/json'),
    })
  })

  test('has to name its boundary', async () => {
    const form = '--x\r\nContent-Disposition: form-data; name="model"\r\n\r\np-image-edit\r\n--x--\r\n'
    const answer = await refusal(post({ 'content-type': 'multipart/form-data' }, form))
    expect(answer).toMatchObject({ status: 400, message: expect.stringContaining('no boundary') })
  })

  test('has to be what its type says', async () => {
    const answer = await refusal(post({ 'content-type': 'multipart/form-data; boundary=x' }, 'hello'))
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_REQUEST' })
  })

  test('is noted as it arrived, without the key', async () => {
    api.forget()
    await send(api, { prompt: 'blue', style: 'plain', 'image[]': [await flat(8, 8, 'red'), await flat(4, 4, 'blue')] })
    const [seen] = api.requests
    expect(seen).toMatchObject({ method: 'POST', path: '/openai/v1/images/edits', query: {}, status: 200 })
    expect(seen?.fields).toMatchObject({ model: 'p-image-edit', prompt: 'blue', style: 'plain' })
    expect(seen?.files.map(({ field, name, type }) => [field, name, type])).toEqual([
      ['image[]', 'picture.png', 'image/png'],
      ['image[]', 'picture.png', 'image/png'],
    ])
    expect(await sharp(seen!.files[1]!.content).metadata()).toMatchObject({ width: 4, height: 4 })
    expect(JSON.stringify(api.requests)).not.toContain(api.key)
  })
})

describe('a field', () => {
  test.each([
    [{ prompt: undefined }, "'prompt' is required"],
    [{ prompt: '  ' }, "'prompt' is required"],
    [{ prompt: 'x'.repeat(1001) }, 'Too big: expected string to have <=1000 characters'],
    [{ image: undefined }, "'image' is required"],
    [{ image: 'https://example.com/a.png' }, 'Invalid image file provided'],
    [{ n: '0' }, "Invalid n '0'"],
    [{ n: '11' }, "Invalid n '11'"],
    [{ n: '1.5' }, "Invalid n '1.5'"],
    [{ seed: '1.5' }, "Invalid seed '1.5'"],
    [{ seed: '' }, "Invalid seed ''"],
    [{ size: 'large' }, "Invalid size 'large'"],
    [{ size: '0x100' }, "Invalid size '0x100'"],
    [{ size: '10.5x100' }, "Invalid size '10.5x100'"],
    [{ aspect_ratio: '1024x1024' }, "Invalid aspect_ratio '1024x1024'"],
    [{ aspect_ratio: '0:1' }, "Invalid aspect_ratio '0:1'"],
    [{ resolution: 'big' }, "Invalid resolution 'big'"],
    [{ response_format: 'base64' }, "Invalid response_format 'base64'"],
    [{ output_format: 'jpg' }, "Invalid output_format 'jpg'"],
    [{ output_compression: '0' }, "Invalid output_compression '0'"],
    [{ output_compression: '101' }, "Invalid output_compression '101'"],
    [{ turbo: '1' }, "Invalid turbo '1'"],
    [{ disable_safety_checker: 'False' }, "Invalid disable_safety_checker 'False'"],
    [{ prompt: ['one', 'two'] }, "'prompt' was sent more than once"],
    [{ prompt: new File(['blue'], 'prompt.txt') }, "'prompt' was sent as a file"],
  ])('that is wrong is refused by name: %j', async (form, message) => {
    expect(await refusal(send(api, form))).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
      type: 'invalid_request_error',
      message: expect.stringContaining(message),
    })
  })

  test('prompt is counted as it is sent: a line break that a form makes "\\r\\n" counts two', async () => {
    expect((await send(api, { prompt: 'x'.repeat(1000) }, '?dryRun=true')).status).toBe(200)
    expect((await send(api, { prompt: `${'x'.repeat(998)}\r\n` }, '?dryRun=true')).status).toBe(200)
    expect((await send(api, { prompt: `${'x'.repeat(998)}\n!` }, '?dryRun=true')).status).toBe(400)
  })

  test('nobody knows is passed through and said', async () => {
    const { metadata } = await edit(api, { style: 'flat', guidance: '3.5' })
    expect(metadata.passed_through).toEqual({ style: 'flat', guidance: '3.5' })
  })

  test('disable_safety_checker lets a prompt through that the checker stops', async () => {
    const prompt = 'a statue, nude, in marble'
    expect(await refusal(send(api, { prompt }))).toMatchObject({ status: 400, code: 'CONTENT_POLICY_VIOLATION' })
    expect((await send(api, { prompt, disable_safety_checker: 'true' })).status).toBe(200)
  })
})

describe('a picture', () => {
  test('comes alone as image or repeated as image[], one to five, never both ways', async () => {
    const one = await flat(8, 8, 'red')
    expect((await send(api, { 'image[]': [one] }, '?dryRun=true')).status).toBe(200)
    expect((await send(api, { 'image[]': Array(5).fill(one) }, '?dryRun=true')).status).toBe(200)
    const messages = await Promise.all(
      [{ 'image[]': Array(6).fill(one) }, { image: one, 'image[]': [one] }, { image: [one, one] }].map(
        async (form) => (await refusal(send(api, form))).message,
      ),
    )
    expect(messages).toEqual([
      'Too many images: expected at most 5, received 6',
      "Send either 'image' or 'image[]', not both",
      "Several images are sent as repeated 'image[]', not 'image'",
    ])
  })

  test.each(['png', 'jpeg', 'webp', 'gif'] as const)('may be %s', async (format) => {
    expect((await send(api, { image: await landscape(32, 32, format) }, '?dryRun=true')).status).toBe(200)
  })

  test('of another kind is refused, whatever it calls itself', async () => {
    const tiff = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .tiff()
      .toBuffer()
    const image = new File([new Uint8Array(tiff)], 'picture.png', { type: 'image/png' })
    expect(await refusal(send(api, { image }))).toMatchObject({ status: 400, message: 'Invalid image file provided' })
  })

  test('has to be of the type it declares, where it declares one', async () => {
    const bytes = await (await flat(8, 8, 'red')).arrayBuffer()
    const lying = new File([bytes], 'picture.jpg', { type: 'image/jpeg' })
    expect(await refusal(send(api, { image: lying }))).toMatchObject({ message: 'Invalid image file provided' })
    const silent = new File([bytes], 'picture', { type: 'application/octet-stream' })
    expect((await send(api, { image: silent }, '?dryRun=true')).status).toBe(200)
  })

  test('cut off in the middle is refused', async () => {
    const whole = await toFile(
      sharp({
        create: {
          width: 64,
          height: 64,
          channels: 3,
          background: 'red',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      }),
      'png',
    )
    const image = whole.slice(0, Math.floor(whole.size / 2), 'image/png')
    expect(await refusal(send(api, { image: new File([image], 'a.png', { type: 'image/png' }) }))).toMatchObject({
      status: 400,
      message: 'Invalid image file provided',
    })
  })
})

describe('a model', () => {
  test('that is not known is refused with the nearest name', async () => {
    expect(await refusal(send(api, { model: 'p-image-edits' }))).toEqual({
      status: 404,
      code: 'MODEL_NOT_FOUND',
      type: 'invalid_request_error',
      message: "Model 'p-image-edits' not found. Did you mean 'p-image-edit'?",
    })
    expect(await refusal(send(api, { model: undefined }))).toMatchObject({ status: 404 })
  })

  test('may be forced to its provider', async () => {
    const { metadata } = await edit(api, { model: 'replicate/p-image-edit' })
    expect(metadata).toMatchObject({ model: 'p-image-edit', executed_model: 'replicate/p-image-edit' })
    expect((await send(api, { model: 'fal/p-image-edit' })).status).toBe(404)
  })

  test('that takes one picture refuses a second', async () => {
    const pictures = [await flat(8, 8, 'red'), await flat(8, 8, 'blue')]
    expect(await refusal(send(api, { model: 'echo', 'image[]': pictures }))).toMatchObject({
      status: 400,
      message: "Model 'echo' does not support multiple input images",
    })
  })

  test('that only makes pictures from text does not edit', async () => {
    expect(await refusal(send(api, { model: 'p-image' }))).toMatchObject({
      status: 400,
      message: "Model 'p-image' does not support image-edit. Supported modes: text-to-image",
    })
  })
})
