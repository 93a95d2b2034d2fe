import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import type { Planned } from '../../../dev/api/trouble.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { type Picture, typeOf } from '../../../src/shared/picture.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import { createHttp } from '../../../src/ui/providers/http.ts'
import { lumenfall } from '../../../src/ui/providers/lumenfall.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { plainPicture } from '../../harness/pictures.ts'
import { fakeCode, fakeCodec, imageRow, jobOn, runServices } from '../jobs/fakes.ts'

let api: StandIn
let source: Picture
beforeAll(async () => {
  api = await startApi()
  source = await plainPicture(64, 64)
})
afterEach(() => api.forget())
afterAll(() => api.stop())

/** Decodes for real, so that half a picture is none. */
const codec = fakeCodec({
  frame: async (picture) => ({ picture, transparent: false }),
  async cut(answer) {
    const bytes = new Uint8Array(await new Blob([answer]).arrayBuffer())
    const read = await sharp(bytes)
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(() => undefined)
    const type = typeOf(bytes)
    if (!read || !type) throw new AppError('provider', 'What the provider answered is not an image.')
    return { bytes, type, width: read.info.width, height: read.info.height }
  },
})

function stage(troubles: readonly Planned[] = [], at = api) {
  at.plan(troubles)
  const run = createRun({
    ...runServices(),
    code: fakeCode({ readImage: () => source }),
    codec,
    reach: ({ signal, ...hooks }) => {
      const http = createHttp({ address: at.url, headers: lumenfall.headers(at.key), signal, pause: 4, ...hooks })
      return { provider: lumenfall, context: { http, signal } }
    },
  })
  return { run, row: () => run.rows.value[0]!, states: () => run.rows.value.map(({ state }) => state.at) }
}

const jobsOn = (names: string, part: Partial<Job> = {}) =>
  [...names].map((name) => jobOn(imageRow(name), { prompt: 'echo', seed: 1, ...part }))

const now = (name: 'busy' | 'overloaded'): Planned => ({ name, retryAfter: 0 })

const OUTCOMES: [name: string, troubles: Planned[], outcome: string, requests: number][] = [
  ['no trouble', [], 'done', 1],
  ['a wrong key', ['denied'], 'denied', 1],
  ['a key without the right', ['forbidden'], 'denied', 1],
  ['an empty account', ['funds'], 'funds', 1],
  ['a refusal for what the prompt says', ['policy'], 'refused', 1],
  ['a refusal in markup', ['markup'], 'refused', 1],
  ['two refusals because of a rush', [now('busy'), now('busy')], 'done', 3],
  ['an overload', [now('overloaded')], 'done', 2],
  ['a failing gateway', ['gateway'], 'done', 2],
  ['a gateway’s web page', ['html'], 'done', 2],
  ['two failures inside the service', ['internal', 'internal'], 'done', 3],
  ['three failures inside the service', ['internal', 'internal', 'internal'], 'provider', 3],
  ['six refusals because of a rush', Array(6).fill(now('busy')), 'busy', 6],
  ['an error that looks like an answer', ['error-in-200'], 'busy', 1],
  ['no JSON', ['garbage'], 'provider', 1],
  ['no picture', ['not-a-picture'], 'provider', 1],
  ['half a picture', ['truncated-picture'], 'provider', 1],
  ['half an answer', ['truncated'], 'provider', 1],
  ['an answer that breaks off', ['cut-off'], 'provider', 1],
  ['a line that drops before the run', ['drop-before'], 'offline', 1],
  ['a line that drops after the run', ['drop-after'], 'offline', 1],
]

test.each(OUTCOMES)(
  '%s ends as it should, is asked for as often as it may, and touches no other row',
  async (...given) => {
    const [, troubles, outcome, requests] = given
    const { run } = stage()
    await run.start(jobsOn('b'))
    api.forget()
    const { run: troubled } = stage(troubles)
    await troubled.start(jobsOn('a'))
    const { state } = troubled.rows.value[0]!
    expect(state.at === 'failed' ? state.error.fault : state.at).toBe(outcome)
    expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(requests)
    expect(run.rows.value[0]?.state.at).toBe('done')
  },
)

/** A lost answer at a service that lists nothing else. */
async function lost(trouble: Planned) {
  const own = await startApi({ balance: 1 })
  try {
    const { run, row } = stage([trouble], own)
    await run.start(jobsOn('a'))
    await expect.poll(() => row().unsure?.at).not.toBe('asking')
    return { run, row: row(), charged: own.balance !== 1 }
  } finally {
    await own.stop()
  }
}

test.each<[Planned, 'charged' | 'none']>([
  ['drop-before', 'none'],
  ['drop-after', 'charged'],
  ['cut-off', 'charged'],
  ['truncated', 'charged'],
])(
  'after %s the row says what the provider lists, and is asked for again only where that is free: %s',
  async (trouble, at) => {
    const { run, row, charged } = await lost(trouble)
    expect([row.unsure?.at, charged, run.tally.value.retriable]).toEqual([at, at === 'charged', at === 'none' ? 1 : 0])
  },
)

test('twenty-four edits with troubles in between end as 23, each paid once', async () => {
  const { run, states } = stage([
    ...['none', 'none', now('busy'), 'none', 'internal', 'none', 'none'],
    ...['none', now('overloaded'), 'policy', 'none', 'none', now('busy'), 'none', 'internal'],
  ] as Planned[])
  const before = api.balance ?? 0
  await run.start(jobsOn('abcdefghijklmnopqrstuvwx'))
  expect(states().filter((at) => at === 'done')).toHaveLength(23)
  expect(states().filter((at) => at === 'failed')).toHaveLength(1)
  expect(before - (api.balance ?? 0)).toBeCloseTo(0.23)
  expect(run.charged.value).toEqual([{ amount: expect.closeTo(0.23), unit: 'USD' }])
})

test('a hundred layers with one picture are one request', async () => {
  const { run, states } = stage()
  const names = Array.from({ length: 100 }, (_, index) => `layer ${index}`)
  await run.start(names.map((name) => jobOn(imageRow(name), { prompt: 'echo', share: '["one picture","all"]' })))
  expect(api.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  expect(new Set(states())).toEqual(new Set(['done']))
})

test('with the provider’s seed one request gives all the pictures', async () => {
  const { run, states } = stage()
  const jobs = [0, 1, 2].map((picture) =>
    jobOn(imageRow('a'), { prompt: 'echo', n: 3, picture, ownSeed: true, share: '["a"]' }),
  )
  await run.start(jobs)
  expect(states()).toEqual(['done', 'done', 'done'])
  expect(api.requests.filter(({ method }) => method === 'POST').map(({ fields }) => fields.n)).toEqual(['3'])
  expect(run.charged.value).toEqual([{ amount: expect.closeTo(0.03), unit: 'USD' }])
})

test('money that runs out in the middle keeps what came and asks for no more, until there is some', async () => {
  const before = api.balance
  api.balance = 0.03
  const { run, states } = stage()
  const done = run.start(jobsOn('abcdefghijkl'))
  await expect.poll(() => run.hold.value?.why).toBe('funds')
  await expect.poll(() => states().filter((at) => at === 'done').length).toBe(3)
  await expect.poll(() => run.tally.value.underWay).toBe(0)
  expect(run.hold.value).toMatchObject({ left: 9 })
  expect(api.requests.filter(({ method }) => method === 'POST').length).toBeLessThan(12)
  api.balance = 5
  run.resume()
  await done
  await expect.poll(() => run.busy.value).toBe(false)
  expect(states()).toEqual(Array(12).fill('done'))
  api.balance = before
})

test('a request that was stopped is charged, comes, and waits to be placed by hand', async () => {
  api.settings.latency = 60
  const { run, row } = stage()
  const done = run.start(jobsOn('a'))
  await expect.poll(() => api.requests.length).toBe(1)
  run.stop()
  await done
  expect(row()).toMatchObject({ state: { at: 'stopped' }, isDetached: true })
  await expect.poll(() => run.arrived.value.length).toBe(1)
  api.settings.latency = 0
  expect(run.charged.value).toHaveLength(1)
  await run.placeAgain(row().id)
  expect(row().state.at).toBe('done')
})
