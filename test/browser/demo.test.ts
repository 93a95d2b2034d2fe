import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../dev/api/server.ts'
import { type DemoRun, runDemo } from '../../dev/host/demo/run-demo.ts'

let photo: Uint8Array
let api: StandIn
beforeAll(async () => {
  photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3a7fd0' } })
    .jpeg()
    .toBuffer()
})
beforeEach(async () => {
  api = await startApi()
})
afterEach(() => api.stop())

async function demo(part: Partial<DemoRun>) {
  const said: string[] = []
  const written: Uint8Array[] = []
  const code = await runDemo({
    ...{ image: 'folder/photo.jpg', prompt: 'starry night sky', out: 'result.png', bytes: photo },
    ...{ provider: 'lumenfall', relay: false, live: undefined },
    say: (line) => void said.push(line),
    write: async (png) => void written.push(png),
    ...part,
  })
  return { code, said, written }
}

const meanOf = async (bytes: Uint8Array) => (await sharp(bytes).stats()).channels.map(({ mean }) => mean)

test('the built plugin changes the picture, and the layer is written in its own pixels', async () => {
  const { code, said, written } = await demo({})
  expect(said.at(-1)).toMatch(/^Done in [\d.]+ s, \$0\.01: wrote result\.png$/)
  expect(code).toBe(0)
  const [result] = written
  if (!result) throw new Error('nothing was written')
  expect(await sharp(result).metadata()).toMatchObject({ format: 'png', width: 300, height: 200 })
  const [, , blueBefore = 0] = await meanOf(photo)
  const [, , blueAfter = 0] = await meanOf(result)
  expect(Math.abs(blueAfter - blueBefore)).toBeGreaterThan(20)
})

test.each([
  ['pixeldojo', true, /^Done in [\d.]+ s, 0\.25 credits: wrote result\.png$/],
  ['pixazo', false, /^Done in [\d.]+ s: wrote result\.png$/],
  ['openai', false, /^Done in [\d.]+ s: wrote result\.png$/],
] as const)('%s edits too, by the relay: %s', async (provider, relay, done) => {
  const { code, said, written } = await demo({ provider, relay })
  expect(said.at(-1)).toMatch(done)
  expect(said.at(-2)?.includes('by a relay')).toBe(relay)
  expect(code).toBe(0)
  expect(await sharp(written[0]).metadata()).toMatchObject({ format: 'png', width: 300, height: 200 })
})

test('a real service gets the key, which is never printed', async () => {
  const { code, said } = await demo({ live: { url: api.url, key: api.key } })
  expect(code).toBe(0)
  expect(said[0]).toBe(`Preflight of ${api.url}/openai/v1/images/edits: 204`)
  expect(said.join('\n')).not.toContain(api.key)
  expect(api.requests.length).toBeGreaterThan(1)
})

test('a run that fails says why in one line and writes nothing', async () => {
  const { code, said, written } = await demo({ live: { url: api.url, key: 'lmnfl_wrong.key' } })
  expect(code).toBe(1)
  expect(said.at(-1)).toMatch(/^Failed: The key was not accepted/)
  expect(written).toEqual([])
})

test('an answer that the browser withholds for want of CORS headers ends with 3', async () => {
  api.settings.cors = 'not-on-errors'
  const { code, said } = await demo({ live: { url: api.url, key: 'lmnfl_wrong.key' } })
  expect(said.at(-1)).toBe('The browser withheld the answer: it came without CORS headers for a null origin.')
  expect(code).toBe(3)
})

test('a damaged picture is said in one sentence', async () => {
  await expect(demo({ bytes: photo.subarray(0, 100) })).rejects.toThrow(
    new Error('“photo.jpg” could not be read: the file is damaged.'),
  )
})
