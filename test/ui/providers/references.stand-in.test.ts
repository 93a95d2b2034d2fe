import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startOpenAi } from '../../../dev/api/openai/server.ts'
import { startPixazo } from '../../../dev/api/pixazo/server.ts'
import { startPixelDojo } from '../../../dev/api/pixeldojo/server.ts'
import type { SeenRequest } from '../../../dev/api/seen.ts'
import { startApi } from '../../../dev/api/server.ts'
import type { Bytes, Picture } from '../../../src/shared/picture.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { openAi } from '../../../src/ui/providers/openai.ts'
import { pixazo } from '../../../src/ui/providers/pixazo.ts'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import type { Provider } from '../../../src/ui/providers/provider.ts'
import { faultOf } from './faults-of.ts'
import { jobContext } from './job-context.ts'
import { startRelayDouble } from './relay-double.ts'
import { requestFor } from './request.ts'

// A prompt calls pictures by their order, so each provider has to be sent them in that: the main one, then the references.

const gateway = await startApi()
const server = await startOpenAi()
const dojo = await startPixelDojo({ dataAddresses: 'accept' })
const zo = await startPixazo({ dataAddresses: 'accept' })
const all = [gateway, server, dojo, zo]
afterAll(() => Promise.all(all.map((api) => api.stop())))
beforeEach(() => {
  for (const api of all) api.forget()
  for (const api of [dojo, zo]) api.settings.dataAddresses = 'accept'
})

async function paint(background: string, type: 'png' | 'jpeg'): Promise<Picture> {
  const image = sharp({ create: { width: 96, height: 64, channels: 3, background } })
  return {
    bytes: new Uint8Array(await image[type]().toBuffer()) as Bytes,
    type: `image/${type}`,
    width: 96,
    height: 64,
  }
}
const COLOURS = ['#4060a0', '#a02020', '#20a020', '#c0c020']
/** The main picture and three references, two of them JPEG. */
const pictures = await Promise.all(COLOURS.map((colour, index) => paint(colour, index % 2 ? 'jpeg' : 'png')))

async function colourOf(bytes: Uint8Array) {
  const { dominant } = await sharp(bytes).stats()
  return COLOURS.find((colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.hypot(red! - dominant.r, green! - dominant.g, blue! - dominant.b) < 24
  })
}
const coloursOf = (files: readonly Uint8Array[]) => Promise.all(files.map(colourOf))

const fromForm = ({ files }: SeenRequest) => files.map(({ content }) => content!)
const addressesIn = ({ json }: SeenRequest) => (json as { images: string[] }).images
const fromJson = (request: SeenRequest) =>
  addressesIn(request).map((address) => Buffer.from(address.replace(/^data:image\/(png|jpeg);base64,/, ''), 'base64'))

describe.each<{
  name: string
  api: { url: string; key: string; requests: readonly SeenRequest[] }
  provider: Provider
  sent: (request: SeenRequest) => Uint8Array[]
  most: number
}>([
  { name: 'Lumenfall', api: gateway, provider: lumenfall, sent: fromForm, most: 5 },
  { name: 'an OpenAI-compatible server', api: server, provider: openAi, sent: fromForm, most: 16 },
  { name: 'PixelDojo', api: dojo, provider: pixelDojo, sent: fromJson, most: 5 },
  { name: 'Pixazo', api: zo, provider: pixazo, sent: fromJson, most: 5 },
])('$name', ({ api, provider, sent, most }) => {
  const model = provider.defaultModel
  const edit = (given: Picture[], relay?: string) =>
    provider.edit(
      requestFor({ model, prompt: 'echo', pictures: given }),
      jobContext(provider, api.url, { key: api.key, relay }).context,
    )
  const posted = () => api.requests.filter(({ method }) => method === 'POST')

  test('is sent the references after the main picture, in their order', async () => {
    const { images } = await edit(pictures)
    expect(await coloursOf(sent(posted()[0]!))).toEqual(COLOURS)
    // The main picture is what was edited.
    expect(await colourOf(new Uint8Array(await images[0]!.file.arrayBuffer()))).toBe(COLOURS[0])
  })

  test('is sent them in another order where they are', async () => {
    await edit([pictures[0]!, ...pictures.slice(1).reverse()])
    expect(await coloursOf(sent(posted()[0]!))).toEqual([COLOURS[0], ...COLOURS.slice(1).reverse()])
  })

  test('is asked for nothing with more than it takes', async () => {
    const fault = await faultOf(edit(Array.from({ length: most + 1 }, () => pictures[0]!)))
    expect(fault).toMatchObject({
      fault: 'settings',
      message: `These are ${most + 1} images; this model takes ${most}.`,
    })
    expect(api.requests).toEqual([])
  })
})

test('files in a form are named by their place, with the ending and type that they have', async () => {
  const { context } = jobContext(lumenfall, gateway.url, { key: gateway.key })
  await lumenfall.edit(requestFor({ prompt: 'echo', pictures }), context)
  expect(
    gateway.requests.find(({ method }) => method === 'POST')?.files.map(({ field, name, type }) => [field, name, type]),
  ).toEqual([
    ['image[]', 'image-1.png', 'image/png'],
    ['image[]', 'image-2.jpg', 'image/jpeg'],
    ['image[]', 'image-3.png', 'image/png'],
    ['image[]', 'image-4.jpg', 'image/jpeg'],
  ])
})

test('a price is asked for as many pictures as are sent, and none of them is the designer’s', async () => {
  const { context } = jobContext(lumenfall, gateway.url, { key: gateway.key })
  expect(await lumenfall.price!(requestFor({ pictures }), context)).toEqual({ amount: 0.01, unit: 'USD' })
  const { query, files } = gateway.requests.find(({ method }) => method === 'POST')!
  expect([query.dryRun, files.length, new Set(files.map(({ bytes }) => bytes)).size]).toEqual(['true', 4, 1])
})

test.each([
  { name: 'PixelDojo', api: dojo, provider: pixelDojo },
  { name: 'Pixazo', api: zo, provider: pixazo },
])('$name gets them by a relay in the same order, and the relay forgets all of them', async ({ api, provider }) => {
  await using relay = await startRelayDouble()
  api.settings.dataAddresses = 'refuse'
  const { context, jobs } = jobContext(provider, api.url, { key: api.key, relay: relay.url })
  await provider.edit(requestFor({ prompt: 'echo', pictures }), context)
  const uploaded = relay.seen.filter(({ method }) => method === 'POST').map(({ body }) => new Uint8Array(body))
  expect(await coloursOf(uploaded)).toEqual(COLOURS)
  const addresses = addressesIn(api.requests.find(({ method }) => method === 'POST')!)
  expect(jobs[0]?.uploads).toEqual(addresses)
  expect(new Set(addresses).size).toBe(4)
  await vi.waitFor(() => expect(relay.kept.size).toBe(0), { timeout: 10_000 })
})
