import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, editedBytes, flat, get, landscape, meanOf, send, toFile } from './client.ts'

let api: StandIn
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const sizeOf = async (bytes: Buffer) => {
  const { width, height } = await sharp(bytes).metadata()
  return `${width}x${height}`
}
const UPPER = { left: 0, top: 0, right: 1, bottom: 0.4 }
const LOWER = { left: 0, top: 0.6, right: 1, bottom: 1 }

const canLetter = await hasFont()

describe('the shape', () => {
  test.each([
    [{ size: '1254x836' }, '1254x836'],
    [{ size: '1920x1080' }, '1365x768'],
    [{ size: '16:9' }, '1365x768'],
    [{ size: '2:3' }, '836x1254'],
    [{ size: 'auto', aspect_ratio: '16:9' }, '1024x1024'],
    [{ size: '3:4', aspect_ratio: '16:9', resolution: '4K' }, '887x1182'],
    [{ aspect_ratio: '4:3', resolution: '1K' }, '1183x887'],
    [{ aspect_ratio: '1.91:1' }, '1365x768'],
    [{ aspect_ratio: '1:7', resolution: '0.25' }, '768x1365'],
    [{ aspect_ratio: 'auto' }, '1024x1024'],
    [{}, '1024x1024'],
  ])('is the nearest of the seven to what is asked: %j', async (form, size) => {
    const answer = await edit(api, { ...form, model: 'echo' })
    expect(answer.size).toBe(size)
    expect(await sizeOf(Buffer.from(answer.data[0]!.b64_json!, 'base64'))).toBe(size)
  })

  test('follows the main picture when nothing is asked', async () => {
    const form = { 'image[]': [await flat(90, 60, 'red'), await flat(10, 40, 'red')], size: 'auto' }
    expect((await edit(api, form)).size).toBe('1254x836')
  })

  test('is off by at most 1.5 %, otherwise for another seed and alike for the same', async () => {
    const asked = { size: '1254x836', output_format: 'jpeg' }
    const sizes = await Promise.all(
      ['1', '2', '3', '4', '1'].map(async (seed) => sharp(await editedBytes(api, { ...asked, seed })).metadata()),
    )
    const ratios = sizes.map(({ width, height }) => width / height / (1254 / 836))
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.015)
    expect(new Set(ratios).size).toBe(4)
    expect(ratios[4]).toBe(ratios[0])
  })

  test('is exact when the stand-in is told to be', async () => {
    api.settings.offRatio = 0
    expect(await sizeOf(await editedBytes(api, { size: '3:2' }))).toBe('1254x836')
    api.settings.offRatio = 0.015
  })

  test('of an input that differs is cut from its middle, not squeezed', async () => {
    const middle = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const wide = sharp({ create: { width: 120, height: 40, channels: 3, background: 'black' } })
    const image = await toFile(wide.composite([{ input: middle }]), 'png')
    const [red] = await meanOf(await editedBytes(api, { image, size: '1:1', prompt: 'black and white' }))
    expect(red).toBeGreaterThan(240)
  })
})

describe('echo', () => {
  test.each([{ model: 'echo' }, { prompt: 'echo' }])(
    'keeps every pixel of an input of the size asked: %j',
    async (form) => {
      const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
      const source = sharp({ create: { width: 1024, height: 1024, channels: 3, background: 'red', noise } })
      const image = await toFile(source, 'png')
      const echoed = await editedBytes(api, { ...form, image, size: '1024x1024' })
      const pixels = await sharp(await image.arrayBuffer())
        .raw()
        .toBuffer()
      expect((await sharp(echoed).raw().toBuffer()).equals(pixels)).toBe(true)
    },
  )

  test('stretches an input of another shape, so that a mark stays at its share of both edges', async () => {
    const mark = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    const plain = sharp({ create: { width: 400, height: 100, channels: 3, background: 'black' } })
    const image = await toFile(plain.composite([{ input: mark, left: 300, top: 20 }]), 'png')
    const echoed = await editedBytes(api, { model: 'echo', image, size: '836x1254' })
    expect(await sizeOf(echoed)).toBe('836x1254')
    const part = { left: 0.755, top: 0.22, right: 0.795, bottom: 0.38 }
    expect((await meanOf(echoed, part))[0]).toBeGreaterThan(245)
    expect((await meanOf(echoed, { ...part, left: 0.81, right: 0.99 }))[0]).toBeLessThan(5)
  })

  test('keeps transparency; an edit is opaque', async () => {
    const clear = sharp({
      create: { width: 32, height: 32, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    })
    const image = await toFile(clear, 'png')
    expect((await sharp(await editedBytes(api, { image, model: 'echo' })).metadata()).hasAlpha).toBe(true)
    expect((await sharp(await editedBytes(api, { image })).metadata()).hasAlpha).toBe(false)
  })
})

describe('the file', () => {
  test.each(['png', 'jpeg', 'gif', 'webp', 'avif'])('is really %s when that is asked', async (format) => {
    const answer = await edit(api, { output_format: format, prompt: 'blur' })
    expect(answer.output_format).toBe(format)
    const { format: real, compression } = await sharp(Buffer.from(answer.data[0]!.b64_json!, 'base64')).metadata()
    expect(real === 'heif' ? compression === 'av1' && 'avif' : real).toBe(format)
  })

  test('of a lossy format is smaller at a lower output_compression', async () => {
    const image = await landscape(64, 64)
    const sizes = await Promise.all(
      ['10', '60', '100'].map(
        async (output_compression) =>
          (await editedBytes(api, { image, prompt: 'snow', output_format: 'jpeg', output_compression })).length,
      ),
    )
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  })

  test('is behind an address by default, which expires', async () => {
    const { data } = await edit(api, { response_format: undefined, output_format: 'webp', n: '2' })
    expect(data[0]).toMatchObject({ url: expect.stringMatching(/^http:\/\/localhost:\d+\/media\/\w+\.webp$/) })
    expect(data[0]?.b64_json).toBeUndefined()
    expect(new Set(data.map(({ url }) => url)).size).toBe(2)
    const file = await fetch(data[0]!.url!)
    expect(file.headers.get('content-type')).toBe('image/webp')
    expect((await sharp(await file.arrayBuffer()).metadata()).format).toBe('webp')
    api.settings.mediaLife = 0
    expect((await fetch(data[0]!.url!)).status).toBe(404)
    api.settings.mediaLife = 3_600_000
  })

  test('and the answer say that no model made it', async () => {
    const answer = await edit(api)
    expect(answer.metadata.stand_in.note).toContain('No model was asked')
    const { exif } = await sharp(Buffer.from(answer.data[0]!.b64_json!, 'base64')).metadata()
    expect(exif?.toString('latin1')).toContain('not by a model')
  })
})

describe('the content', () => {
  test('of a starry night is dark below and has bright stars above', async () => {
    const image = await landscape(96, 64)
    const night = await editedBytes(api, { image, prompt: 'Add a starry night sky to this image' })
    expect(Math.max(...(await meanOf(night, LOWER)))).toBeLessThan(60)
    const [red = 0, , blue = 0] = await meanOf(night, UPPER)
    expect(blue).toBeLessThan(110)
    expect(blue).toBeGreaterThan(red)
    const { width, height } = await sharp(night).metadata()
    const sky = sharp(night).extract({ left: 0, top: 0, width, height: Math.floor(height * 0.4) })
    const pixels = await sky.greyscale().raw().toBuffer()
    expect(pixels.filter((light) => light > 150).length).toBeGreaterThan(300)
  })

  test('of a sunset is warm, of a winter white, of autumn not green', async () => {
    const image = await landscape(96, 64)
    const [sunset, winter, autumn] = await Promise.all(
      ['at sunset', 'in winter', 'in autumn'].map((prompt) => editedBytes(api, { image, prompt })),
    )
    const [red = 0, , blue = 0] = await meanOf(sunset!, UPPER)
    expect(red).toBeGreaterThan(blue * 1.3)
    expect(Math.min(...(await meanOf(winter!, LOWER)))).toBeGreaterThan(170)
    const [brown = 0, green = 0] = await meanOf(autumn!, LOWER)
    expect(brown).toBeGreaterThan(green)
  })

  test.each([
    ['red', 0],
    ['green', 1],
    ['blue', 2],
  ])('takes a %s tint', async (color, channel) => {
    const mean = await meanOf(
      await editedBytes(api, { image: await flat(32, 32, '#888888'), prompt: `make it ${color}` }),
    )
    expect(mean.indexOf(Math.max(...mean))).toBe(channel)
  })

  test('takes a color in the sky alone, or in the background alone', async () => {
    const sky = await editedBytes(api, { image: await landscape(64, 64), prompt: 'a red sky' })
    const [skyRed = 0, , skyBlue = 0] = await meanOf(sky, UPPER)
    expect(skyRed).toBeGreaterThan(skyBlue + 60)
    expect(await meanOf(sky, LOWER)).toEqual([76, 138, 60].map((value) => expect.closeTo(value, -1)))

    const thing = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#803020' } })
      .png()
      .toBuffer()
    const studio = sharp({ create: { width: 60, height: 60, channels: 3, background: '#c0c8d0' } })
    const image = await toFile(studio.composite([{ input: thing }]), 'png')
    const cut = await editedBytes(api, { image, prompt: 'put it on a white background' })
    expect(await meanOf(cut, { left: 0.02, top: 0.02, right: 0.2, bottom: 0.2 })).toEqual([255, 255, 255])
    expect((await meanOf(cut, { left: 0.45, top: 0.45, right: 0.55, bottom: 0.55 }))[0]).toBeCloseTo(128, -1)
  })

  test.skipIf(!canLetter)('shows words in quotation marks', async () => {
    const image = await flat(32, 32, '#406080')
    const [plain, lettered] = await Promise.all([
      editedBytes(api, { image, prompt: 'sharpen' }),
      editedBytes(api, { image, prompt: 'add the text "SALE"' }),
    ])
    expect((await sharp(plain).stats()).channels[0]?.max).toBeLessThan(80)
    expect((await sharp(lettered).stats()).channels[0]?.max).toBe(255)
  })

  test('is not what the prompt wants kept', async () => {
    const { metadata } = await edit(api, { prompt: 'Add fog. Keep the blue house and the snow identical.' })
    expect(metadata.stand_in.pictures[0]?.did).toEqual(['fog'])
  })

  test('varies with the seed, stays the same for the same one, and changes whatever the prompt', async () => {
    const image = await landscape(64, 64)
    const prompt = 'add a cat'
    const pictures = await Promise.all(['5', '6', '5'].map((seed) => editedBytes(api, { image, prompt, seed })))
    expect(pictures[2]!.equals(pictures[0]!)).toBe(true)
    const [first, second] = [await meanOf(pictures[0]!), await meanOf(pictures[1]!)]
    expect(Math.max(...first.map((value, i) => Math.abs(value - second[i]!)))).toBeGreaterThan(5)
  })

  test('of n pictures differs, each as its own seed would give it', async () => {
    const { data } = await edit(api, { n: '3', seed: '10' })
    expect(new Set(data.map(({ b64_json }) => b64_json)).size).toBe(3)
    expect(data[2]?.b64_json).toBe((await edit(api, { seed: '12' })).data[0]?.b64_json)
  })

  test('heeds turbo and replicate_weights', async () => {
    const image = await landscape(64, 64)
    const [usual, careful, styled] = await Promise.all([
      edit(api, { image }),
      edit(api, { image, turbo: 'false' }),
      edit(api, { image, replicate_weights: 'https://example.com/style.safetensors' }),
    ])
    expect(careful.metadata.stand_in.pictures[0]?.did).toContain('fine detail')
    expect(careful.data[0]?.b64_json).not.toBe(usual.data[0]?.b64_json)
    expect(styled.data[0]?.b64_json).not.toBe(usual.data[0]?.b64_json)
  })

  test('shows the other pictures in its lower right corner, the first of them outermost', async () => {
    const pictures = await Promise.all(['#808080', '#ff0000', '#0000ff'].map((color) => flat(40, 40, color)))
    const put = await editedBytes(api, { 'image[]': pictures, prompt: 'put both into image 1' })
    const [red] = [await meanOf(put, { left: 0.84, top: 0.84, right: 0.94, bottom: 0.94 })]
    expect(red).toEqual([255, 0, 0].map((value) => expect.closeTo(value, -1)))
    const blue = await meanOf(put, { left: 0.62, top: 0.84, right: 0.72, bottom: 0.94 })
    expect(blue).toEqual([0, 0, 255].map((value) => expect.closeTo(value, -1)))
  })

  test('takes the colors of the picture that is named', async () => {
    const pictures = [await landscape(40, 40), await flat(40, 40, '#00ff00'), await flat(40, 40, '#c02080')]
    const prompt = 'use the colors of image 3'
    const mean = await meanOf(await editedBytes(api, { 'image[]': pictures, prompt }))
    expect(mean).toEqual([192, 32, 128].map((value) => expect.closeTo(value, -1)))
  })
})

test('an answer has the documented shape', async () => {
  const response = await send(api, { size: '16:9' })
  expect(await response.json()).toMatchObject({
    id: response.headers.get('x-lumenfall-request-id'),
    created: expect.any(Number),
    size: '1365x768',
    output_format: 'png',
    data: [{ b64_json: expect.any(String), revised_prompt: expect.stringContaining('make it red') }],
    metadata: {
      model: 'p-image-edit',
      executed_model: 'replicate/p-image-edit',
      provider: 'replicate',
      provider_name: 'Replicate',
      cost: 0.01,
      cost_currency: 'USD',
      attempts: [],
    },
  })
})

test('models are listed with the fields every client can count on', async () => {
  const { object, data } = (await (await get(api, '/openai/v1/models')).json()) as {
    object: string
    data: { id: string }[]
  }
  expect(object).toBe('list')
  expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining(['p-image-edit', 'echo', 'trouble-busy']))
  const one = await (await get(api, '/openai/v1/models/replicate/p-image-edit')).json()
  expect(one).toEqual({ id: 'p-image-edit', object: 'model', created: expect.any(Number), owned_by: 'replicate' })
  expect((await get(api, '/openai/v1/models/nothing')).status).toBe(404)
})

/** Letters are drawn with a font of the system; a bare machine may have none, and then there is nothing to see. */
async function hasFont(): Promise<boolean> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30" font-size="30">A</text></svg>'
  const { channels } = await sharp(Buffer.from(svg)).stats()
  return (channels[3]?.max ?? 0) > 0
}
