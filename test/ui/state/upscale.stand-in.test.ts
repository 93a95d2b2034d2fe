import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startPixazo } from '../../../dev/api/pixazo/server.ts'
import { startApi } from '../../../dev/api/server.ts'
import type { TroubleName } from '../../../dev/api/trouble.ts'
import type { Fault } from '../../../src/shared/errors.ts'
import { type Bytes, type Picture, typeOf } from '../../../src/shared/picture.ts'
import { upscaleJob, upscalePriceRequest } from '../../../src/ui/jobs/upscale-job.ts'
import { createHttp } from '../../../src/ui/providers/http.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { pixazo } from '../../../src/ui/providers/pixazo.ts'
import type { Provider } from '../../../src/ui/providers/provider.ts'
import { createRun, type RunServices } from '../../../src/ui/state/run.ts'
import { plainPicture } from '../../harness/pictures.ts'
import { fakeCode, fakeCodec, imageRow, runServices } from '../jobs/fakes.ts'

// Upscales over real HTTP against the stand-ins. What a browser does with the answers is in test/ui/image.

const gateway = await startApi({ balance: 5 })
const zo = await startPixazo({ balance: 5, dataAddresses: 'accept' })
afterAll(() => Promise.all([gateway.stop(), zo.stop()]))
afterEach(() => {
  for (const api of [gateway, zo]) {
    api.forget()
    api.balance = 5
  }
})

let source: Picture
let other: Picture
beforeAll(async () => {
  source = await plainPicture(96, 64)
  other = await plainPicture(96, 64, '#2040c0')
})

const codec = fakeCodec({
  async enlarge(answer) {
    const bytes = new Uint8Array(await new Blob([answer]).arrayBuffer()) as Bytes
    const { width, height } = await sharp(bytes).metadata()
    return { bytes, type: typeOf(bytes)!, width, height }
  },
})

interface Target {
  api: typeof gateway | typeof zo
  provider: Provider
  model: string
  price: number
}
const TARGETS: (Target & { name: string })[] = [
  { name: 'Lumenfall', api: gateway, provider: lumenfall, model: 'real-esrgan', price: 0.002 },
  { name: 'Pixazo', api: zo, provider: pixazo, model: 'p-image-upscale', price: 0.005 },
]

function wayTo({ api, provider }: Target): RunServices['reach'] {
  return ({ signal, onJob, ...hooks }) => {
    const http = createHttp({ address: api.url, headers: provider.headers(api.key), signal, pause: 4, ...hooks })
    return { provider, context: { http, signal, onJob, pace: { first: 5, least: 5, most: 10 } } }
  }
}

function stage(target: Target) {
  const code = fakeCode({ readImage: ({ id }) => (id === 'id of other' ? other : source) })
  const run = createRun({ ...runServices(), code, codec, reach: wayTo(target) })
  const start = (...names: string[]) => run.start(names.map((name) => jobOf(name, target)))
  return { run, code, start, row: () => run.rows.value[0]! }
}

const jobOf = (name: string, { model }: Pick<Target, 'model'>) =>
  upscaleJob({ row: imageRow(name, { width: 96, height: 64 }), model, enlarging: { factor: 3 } })

describe.each(TARGETS)('$name', (target) => {
  const { api, provider, price } = target
  const paid = () => 5 - (api.balance ?? 0)

  test('makes an image larger by the factor, takes what it said that it costs, and that once', async () => {
    const { code, start, row } = stage(target)
    const { context } = wayTo(target)(hooksOf(new AbortController().signal), jobOf('a', target))
    expect(await provider.upscalePrice?.(upscalePriceRequest(jobOf('a', target)), context)).toEqual({
      amount: price,
      unit: 'USD',
    })
    expect(paid()).toBe(0)
    await start('a')
    expect(row().state).toEqual({ at: 'done' })
    expect(paid()).toBeCloseTo(price)
    const [{ picture, made, source, place }] = code.inputs('placeImage') as [ReturnType<typeof placedIn>]
    expect([picture.width, picture.height, picture.type]).toEqual([288, 192, 'image/png'])
    expect(made).toMatchObject({ prompt: '', provider: provider.id, model: target.model })
    expect([source, place]).toEqual([{ kind: 'image', hash: 'hash of a' }, 'layer'])
  })

  test('is sent the very bytes of the image', async () => {
    const { start } = stage(target)
    await start('a')
    const sent = JSON.stringify(api.requests.map(({ json, files }) => ({ json, files })))
    const whole = Buffer.from(source.bytes).toString('base64')
    expect(sent.includes(whole) || sent.includes(`"bytes":${source.bytes.length}`), sent.slice(0, 400)).toBe(true)
  })

  test('pays one picture once, also where it is asked for again while it comes', async () => {
    const { run, start } = stage(target)
    const first = start('a')
    // The same image on another layer: another row, the same hash.
    const twin = { ...jobOf('a', target), row: imageRow('b', { source: { kind: 'image', hash: 'hash of a' } }) }
    await Promise.all([first, run.start([twin])])
    expect(run.rows.value.map(({ state }) => state.at)).toEqual(['done', 'done'])
    expect(paid()).toBeCloseTo(price)
  })

  test('an empty account is said, and charges nothing', async () => {
    api.balance = 0
    const { start, row, run } = stage(target)
    const done = start('a')
    await expect.poll(() => run.tally.value.failed).toBe(1)
    await done
    expect(row().state).toMatchObject({ at: 'failed', error: { fault: 'funds' } })
  })
})

const hooksOf = (signal: AbortSignal) => ({
  signal,
  onJob: () => {},
  onWait: () => {},
  onCome: () => {},
  assertWanted: () => {},
  beforeRepeat: async () => {},
})
const placedIn = (code: ReturnType<typeof fakeCode>) => code.inputs('placeImage')[0]!

test('of a lost answer Lumenfall is asked whether it was charged, and nothing is sent again', async () => {
  gateway.plan(['drop-after'])
  const { start, row, run } = stage(TARGETS[0]!)
  await start('a')
  await expect.poll(() => row().unsure?.at).toBe('charged')
  expect(run.tally.value.retriable).toBe(0)
  expect(gateway.requests.filter(({ path, method }) => method === 'POST' && path.endsWith('/edits'))).toHaveLength(1)
})

test('an upscale that was stopped is charged, comes, and is placed by hand', async () => {
  gateway.settings.latency = 60
  const { start, row, run, code } = stage(TARGETS[0]!)
  const done = start('a')
  await expect.poll(() => gateway.requests.length).toBe(1)
  run.stop()
  await done
  expect(row()).toMatchObject({ state: { at: 'stopped' }, isDetached: true })
  await expect.poll(() => run.arrived.value.length).toBe(1)
  gateway.settings.latency = 0
  expect(code.names()).not.toContain('placeImage')
  await run.placeAgain(row().id)
  expect(row().state.at).toBe('done')
  expect(5 - (gateway.balance ?? 0)).toBeCloseTo(0.002)
})

test('a job of Pixazo that fails is told, and touches no other', async () => {
  zo.plan(['system-error'])
  const { start, run } = stage(TARGETS[1]!)
  await start('a', 'other')
  expect(run.rows.value.map(({ state }) => state.at).sort()).toEqual(['done', 'failed'])
})

test('what is answered and no use is kept as a file', async () => {
  gateway.plan(['not-a-picture'])
  const { start, row } = stage(TARGETS[0]!)
  await start('a')
  expect(row().state).toMatchObject({ at: 'failed' })
  expect(row().unplaced?.picture).toBeUndefined()
  expect(row().unplaced?.file.size).toBeGreaterThan(0)
})

/** What becomes of an upscale whose request meets it, and whether that is charged. What only a browser sees is in test/browser. */
const TROUBLES = [
  ['denied', 'denied', false],
  ['forbidden', 'denied', false],
  ['funds', 'funds', false],
  ['busy', 'done', true],
  ['overloaded', 'done', true],
  ['gateway', 'done', true],
  ['internal', 'done', true],
  ['html', 'done', true],
  ['slow', 'done', true],
  ['garbage', 'provider', false],
  ['truncated', 'provider', true],
  ['cut-off', 'provider', true],
  ['drop-before', 'offline', false],
  ['drop-after', 'offline', true],
] as const satisfies [name: TroubleName, end: 'done' | Fault, isCharged: boolean][]

describe.each(TARGETS)('$name in trouble', (target) => {
  test.each(TROUBLES)('%s', async (name, end, isCharged) => {
    const { api } = target
    api.plan([{ name, wait: 20, retryAfter: 0.02 }])
    const { start, row, code } = stage(target)
    await start('a')
    const { state } = row()
    expect(state.at === 'failed' ? state.error.fault : state.at).toBe(end)
    // A job in trouble may be charged for the most that it could have become.
    expect((api.balance ?? 0) < 5).toBe(isCharged)
    expect(code.inputs('placeImage')).toHaveLength(end === 'done' ? 1 : 0)
    const sent = api.requests.filter(({ method }) => method === 'POST').length
    expect(sent, 'repeated only where nothing was lost').toBe(end === 'done' && name !== 'slow' ? 2 : 1)
  })
})

test.each(['policy', 'markup', 'error-in-200'] as const)(
  '%s of Lumenfall is said, and charges nothing',
  async (name) => {
    gateway.plan([name])
    const { start, row } = stage(TARGETS[0]!)
    await start('a')
    expect(row().state).toMatchObject({ at: 'failed', error: { fault: name === 'error-in-200' ? 'busy' : 'refused' } })
    expect(gateway.balance).toBe(5)
  },
)
