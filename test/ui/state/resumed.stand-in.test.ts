import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { JobStandIn, StartOptions } from '../../../dev/api/jobs/start.ts'
import { startPixazo } from '../../../dev/api/pixazo/server.ts'
import { startPixelDojo } from '../../../dev/api/pixeldojo/server.ts'
import { typeOf } from '../../../src/shared/picture.ts'
import { pixazo } from '../../../src/ui/providers/pixazo.ts'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import { createResumed } from '../../../src/ui/state/resumed.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { plainPicture } from '../../harness/pictures.ts'
import { fakeCodec, imageRow, jobOn, runServices } from '../jobs/fakes.ts'
import { jobContext } from '../providers/job-context.ts'
import { oneMachine } from './one-machine.ts'

// A panel that is closed while a provider works, and the next one, over real HTTP.

const dojo = await startPixelDojo({ dataAddresses: 'accept' })
const zo = await startPixazo({ dataAddresses: 'accept' })
afterAll(() => Promise.all([dojo.stop(), zo.stop()]))
const USUAL: StartOptions = { waiting: 0, working: 0, mediaLife: 86_400_000, dataAddresses: 'accept', cors: 'always' }
beforeEach(() => {
  for (const api of [dojo, zo]) {
    api.forget()
    Object.assign(api.settings, USUAL)
    api.balance = 10
  }
})

const source = await plainPicture(96, 64)

const codec = fakeCodec({
  frame: async (picture) => ({ picture, transparent: false }),
  async cut(answer) {
    const bytes = new Uint8Array(await new Blob([answer]).arrayBuffer())
    const { width, height } = await sharp(bytes).metadata()
    return { bytes, type: typeOf(bytes)!, width: width!, height: height! }
  },
})

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 10 })

/** Until all that was found has come to something. */
async function lookedAt({ look, rows }: ReturnType<typeof createResumed>) {
  await look()
  await eventually(() => expect(rows.value.map(({ state }) => state.at)).not.toContain('waiting'))
  expect(rows.value).toHaveLength(1)
}

describe.each([
  { name: 'PixelDojo', api: dojo, provider: pixelDojo, price: 0.25 },
  { name: 'Pixazo', api: zo, provider: pixazo, price: 0.01 },
])('$name', ({ api, provider, price }) => {
  const wayTo = (at: JobStandIn, key: string, given: Parameters<typeof jobContext>[2]) => ({
    provider,
    context: { ...jobContext(provider, at.url, { ...given, key }).context, ...(given.onJob && { onJob: given.onJob }) },
  })

  function panel(machine: ReturnType<typeof oneMachine>, window: string, key = api.key) {
    const { code, store, close, standings } = machine.open(window, {}, { readImage: () => source })
    const resumed = createResumed({
      ...{ code, codec, store, onPlaced: () => {} },
      reachAgain: (_, { signal }) => wayTo(api, key, { key, signal }),
    })
    const run = createRun({
      ...{ ...runServices(), code, codec },
      jobs: { store, onLeft: resumed.take },
      reach: ({ signal, onJob }) => wayTo(api, key, { key, signal, onJob, timeLimit: 60_000 }),
    })
    return { run, resumed, close, standings, placed: () => code.inputs('placeImage') }
  }

  /** A run whose job is accepted, in a panel that is then closed. */
  async function closed() {
    const machine = oneMachine()
    api.settings.working = 600_000
    const first = panel(machine, 'first')
    const job = jobOn(imageRow('Hero'), { prompt: 'echo', model: provider.defaultModel, seed: undefined })
    void first.run.start([{ ...job, size: undefined, aspectRatio: '1:1' }])
    await eventually(() => expect(machine.jobs.size).toBe(1))
    first.close()
    return machine
  }
  const posts = () => api.requests.filter(({ method }) => method === 'POST')

  test('the next panel places the picture; it was asked for and paid once, and no key was kept', async () => {
    const machine = await closed()
    expect(JSON.stringify([...machine.jobs])).not.toContain(api.key)
    const { resumed, placed } = panel(machine, 'second')
    void resumed.look()
    await eventually(() => expect(resumed.rows.value[0]?.state.at).toBe('waiting'))
    api.settings.working = 0
    await eventually(() => expect(resumed.rows.value[0]?.state.at).toBe('placed'))
    expect(placed()).toHaveLength(1)
    expect(await sharp(placed()[0]!.picture.bytes).metadata()).toMatchObject({ width: expect.any(Number) })
    expect(posts()).toHaveLength(1)
    expect(10 - api.balance).toBeCloseTo(price)
    expect(machine.jobs.size).toBe(0)
  })

  test('two panels that open at once place it once', async () => {
    const machine = await closed()
    const panels = ['second', 'third'].map((window) => panel(machine, window))
    api.settings.working = 0
    for (const { resumed } of panels) void resumed.look()
    await eventually(() => expect(machine.jobs.size).toBe(0))
    expect(panels.flatMap(({ placed }) => placed())).toHaveLength(1)
  })

  test('in another file it is fetched and offered, and not placed', async () => {
    const machine = await closed()
    const { resumed, placed, standings } = panel(machine, 'second')
    standings['id of Hero'] = 'gone'
    api.settings.working = 0
    await lookedAt(resumed)
    expect(resumed.rows.value[0]).toMatchObject({ state: { at: 'arrived', why: 'elsewhere' } })
    expect(placed()).toEqual([])
    expect(machine.jobs.size).toBe(1)
  })

  test('what the provider says of a job that failed is shown, and the job forgotten', async () => {
    api.plan(['failed'])
    const machine = await closed()
    api.settings.working = 0
    const { resumed, placed } = panel(machine, 'second')
    await lookedAt(resumed)
    expect(resumed.rows.value[0]!.state).toMatchObject({ at: 'over', error: { fault: 'refused' } })
    expect([placed(), machine.jobs.size]).toEqual([[], 0])
  })

  test('a result whose file is gone is lost, and said to be', async () => {
    api.plan(['expired-result'])
    const machine = await closed()
    api.settings.working = 0
    const { resumed } = panel(machine, 'second')
    await lookedAt(resumed)
    expect(resumed.rows.value[0]!.state).toMatchObject({
      at: 'over',
      error: { message: expect.stringContaining('does not have the result any more') },
    })
    expect(machine.jobs.size).toBe(0)
  })

  test('with the key of another account it is not forgotten, whatever is answered', async () => {
    const machine = await closed()
    for (const key of [api.otherKey, 'no key of anyone']) {
      const { resumed, close } = panel(machine, key, key)
      await lookedAt(resumed)
      expect(resumed.rows.value[0]!.state.at).toBe('failed')
      expect(machine.jobs.size).toBe(1)
      close()
    }
  })

  test('a job that fails in the panel that began it is not remembered', async () => {
    api.plan(['failed'])
    const machine = oneMachine()
    const { run, resumed } = panel(machine, 'first')
    await run.start([jobOn(imageRow('Hero'), { prompt: 'echo', model: provider.defaultModel, size: 'auto' })])
    expect(run.rows.value[0]!.state.at).toBe('failed')
    await eventually(() => expect(machine.jobs.size).toBe(0))
    expect(resumed.rows.value).toEqual([])
  })
})
