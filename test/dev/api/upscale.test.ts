import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, flat, refusal, send, toFile } from './client.ts'

let api: StandIn
beforeEach(async () => {
  api = await startApi({ balance: 1 })
})
afterEach(() => api.stop())

const upscale = (part: object) => ({ prompt: undefined, seed: undefined, ...part })
const sizeOf = async (b64: string) => {
  const { width, height } = await sharp(Buffer.from(b64, 'base64')).metadata()
  return `${width}x${height}`
}

test.each([
  ['real-esrgan', '2', '128x128', 0.002],
  ['real-esrgan', '2.5', '160x160', 0.002],
  ['real-esrgan', undefined, '256x256', 0.002],
  ['replicate/real-esrgan', '4', '256x256', 0.002],
  ['recraft-crisp-upscale', '2', '256x256', 0.004],
  ['clarity-upscaler', '2', '128x128', 0.015],
  ['google-upscaler', '4', '256x256', 0.005],
])('%s by %s answers %s, and costs its price', async (model, scale_factor, size, price) => {
  const answer = await edit(api, upscale({ model, scale_factor }))
  expect(answer.size).toBe(size)
  expect(await sizeOf(answer.data[0]!.b64_json!)).toBe(size)
  expect(answer.metadata.cost).toBe(price)
  expect(answer.data[0]).not.toHaveProperty('revised_prompt')
  expect(api.balance).toBe(1 - price)
})

test('the picture is the same one, larger, in the format asked', async () => {
  const mark = await sharp({ create: { width: 10, height: 10, channels: 3, background: 'white' } })
    .png()
    .toBuffer()
  const dark = sharp({ create: { width: 60, height: 30, channels: 3, background: 'black' } })
  const image = await toFile(dark.composite([{ input: mark, left: 40, top: 10 }]), 'png')
  const form = upscale({ model: 'real-esrgan', scale_factor: '3', output_format: 'webp', image })
  const bytes = Buffer.from((await edit(api, form)).data[0]!.b64_json!, 'base64')
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 180, height: 90 })
  const part = await sharp(bytes).extract({ left: 123, top: 33, width: 24, height: 24 }).png().toBuffer()
  expect((await sharp(part).stats()).channels[0]?.min).toBeGreaterThan(230)
})

test('a dry run tells its price', async () => {
  const response = await send(api, upscale({ model: 'clarity-upscaler', scale_factor: '2' }), '?dryRun=true')
  expect(await response.json()).toMatchObject({ estimated: true, total_cost_micros: 15_000 })
  expect(api.balance).toBe(1)
})

test.each([
  [{ model: 'real-esrgan', scale_factor: '1' }, "Invalid scale_factor '1': expected a number from 2 to 4"],
  [{ model: 'real-esrgan', scale_factor: '5' }, "Invalid scale_factor '5'"],
  [{ model: 'real-esrgan', scale_factor: 'x2' }, "Invalid scale_factor 'x2'"],
  [{ model: 'google-upscaler', scale_factor: '3' }, "Invalid scale_factor '3': expected 2 or 4"],
  [{ model: 'real-esrgan', scale_factor: '2', prompt: 'sharper' }, "'prompt' is not supported for upscaling"],
  [{ model: 'real-esrgan', prompt: 'sharper' }, 'does not support image-edit. Supported modes: upscale'],
  [{ model: 'p-image-edit', scale_factor: '2' }, 'does not support upscale. Supported modes: image-edit'],
  [{ model: 'p-image', scale_factor: '2' }, 'does not support upscale. Supported modes: text-to-image'],
])('%j is refused, and costs nothing', async (form, message) => {
  expect(await refusal(send(api, upscale(form)))).toMatchObject({
    status: 400,
    code: 'INVALID_REQUEST',
    message: expect.stringContaining(message),
  })
  expect(api.balance).toBe(1)
})

test('it takes one picture at a time', async () => {
  const pictures = [await flat(8, 8, 'red'), await flat(8, 8, 'blue')]
  const form = upscale({ model: 'real-esrgan', scale_factor: '2', 'image[]': pictures })
  expect(await refusal(send(api, form))).toMatchObject({
    message: "Model 'real-esrgan' does not support multiple input images",
  })
})

test('troubles meet it too', async () => {
  api.plan(['busy', 'not-a-picture', 'huge'])
  const form = () => upscale({ model: 'real-esrgan', scale_factor: '2' })
  expect((await send(api, form())).status).toBe(429)
  const { data } = await edit(api, form())
  expect(Buffer.from(data[0]!.b64_json!, 'base64').toString()).toMatch(/^This is a sentence/)
  expect(await sizeOf((await edit(api, form())).data[0]!.b64_json!)).toBe('4200x4200')
})
