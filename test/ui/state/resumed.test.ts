import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Standing } from '../../../src/shared/protocol.ts'
import type { Remembered } from '../../../src/ui/jobs/remembered.ts'
import type { Edited, OpenJob, Provider } from '../../../src/ui/providers/provider.ts'
import { createResumed } from '../../../src/ui/state/resumed.ts'
import { contextWith, editedTo, fakeCodec, fakeProvider, hold, pictureOf, textOf } from '../jobs/fakes.ts'
import { aimAt, oneMachine, rememberedOn } from './one-machine.ts'

const NOW = 10_000_000
beforeEach(() => void vi.useFakeTimers({ now: NOW }))
afterEach(() => void vi.useRealTimers())
const pass = (ms = 2_000) => vi.advanceTimersByTimeAsync(ms)

interface Given {
  machine?: ReturnType<typeof oneMachine>
  window?: string
  standings?: Record<string, Standing>
  resume?: Provider['resume']
  account?: boolean
  /** Of what comes back to the image. */
  likeness?: number
  place?: (id: string) => unknown
  read?: () => unknown
  region?: () => unknown
  failsToLook?: () => boolean
}

/** A panel that opens over what is remembered: by default one job on one layer. */
async function stage(jobs: readonly Remembered[] = [rememberedOn([aimAt('Hero')])], given: Given = {}) {
  const { machine = oneMachine(), window = 'b', standings = {}, account = true, place, read, region } = given
  for (const job of jobs) machine.jobs.set(`fake ${job.open.id}`, job)
  const { code, store } = machine.open(window, standings, {
    ...(place && { placeImage: ({ id }) => place(id) }),
    ...(read && { readImage: read }),
    ...(region && { readRegion: region }),
  })
  const others = store.others
  store.others = () => (given.failsToLook?.() ? Promise.reject(new Error('It cannot be read.')) : others())
  const asked: OpenJob[] = []
  const now = { account, resume: given.resume ?? (async () => editedTo('night', { id: 'job 1' })) }
  const cuts: unknown[] = []
  const told: string[] = []
  const resumed = createResumed({
    ...{ code, store, onPlaced: (ids) => void told.push(...ids) },
    codec: fakeCodec({
      async cut(answer, { alphaOf }) {
        cuts.push(alphaOf && textOf(alphaOf))
        return pictureOf(`cut ${await new Blob([answer]).text()}`)
      },
      async enlarge(_, { original }) {
        cuts.push(original && textOf(original))
        return { ...pictureOf('enlarged'), likeness: original && given.likeness }
      },
    }),
    reachAgain: (id, { signal }) =>
      now.account && id === 'fake'
        ? {
            provider: fakeProvider({
              async resume(job, context) {
                asked.push(job)
                return now.resume(job, context)
              },
            }),
            context: contextWith(signal),
          }
        : undefined,
  })
  void resumed.look()
  await pass()
  const kept = () => [...machine.jobs.keys()]
  const placed = () => code.inputs('placeImage')
  return { resumed, code, told, asked, kept, placed, cuts, now, machine, standings, row: () => resumed.rows.value[0]! }
}

test('a job of a panel that was closed is claimed, asked for, placed on its layer, and forgotten', async () => {
  const { row, asked, placed, kept, told } = await stage()
  expect(told).toEqual(['id of Hero'])
  expect(asked.map(({ id }) => id)).toEqual(['job 1'])
  expect(placed()).toMatchObject([
    {
      ...{ id: 'id of Hero', source: { kind: 'image', hash: 'hash of Hero' }, ratio: 800 / 600, place: 'layer' },
      ...{ made: { prompt: 'Make it night', provider: 'fake', model: 'p-image-edit', requestId: 'job 1' } },
    },
  ])
  expect(textOf(placed()[0]!.picture)).toBe('cut night')
  expect(row()).toMatchObject({ name: 'Hero', state: { at: 'placed' }, isKept: false })
  expect(kept()).toEqual([])
})

test('while the provider works it is this window’s, and stays remembered', async () => {
  const answer = hold<Edited>()
  const { row, machine } = await stage(undefined, { resume: () => answer.promise })
  expect(row().state).toEqual({ at: 'waiting' })
  expect(machine.jobs.get('fake job 1')).toMatchObject({ owner: 'b' })
  await pass(20_000)
  expect(machine.windows.get('b')).toBeGreaterThan(NOW + 15_000)
})

test('two windows that open at once place it once', async () => {
  const machine = oneMachine()
  machine.jobs.set('fake job 1', rememberedOn([aimAt('Hero')]))
  const [one, other] = await Promise.all([stage([], { machine, window: 'a' }), stage([], { machine, window: 'b' })])
  await pass(30_000)
  expect([...one.placed(), ...other.placed()]).toHaveLength(1)
  expect(machine.jobs.size).toBe(0)
})

test('the jobs of a window that is open are left alone, and taken over when it has been closed', async () => {
  const machine = oneMachine()
  machine.windows.set('closed', NOW - 1_000)
  const { resumed, placed } = await stage(undefined, { machine })
  await pass(5_000)
  expect(resumed.rows.value).toEqual([])
  await pass(20_000)
  expect(placed()).toHaveLength(1)
})

test('in another file nothing is placed: the picture is offered, and stays remembered for the right one', async () => {
  const { row, placed, kept, machine, asked } = await stage(
    [rememberedOn([aimAt('Hero')], { open: { ...rememberedOn([]).open, uploads: ['https://relay.example/files/1'] } })],
    { standings: { 'id of Hero': 'gone' } },
  )
  expect(row()).toMatchObject({ state: { at: 'arrived', why: 'elsewhere' }, job: { file: 'Landing page' } })
  expect(await row().unplaced!.file.text()).toBe('cut night')
  expect(row().unplaced!.fileName).toBe('Hero.png')
  expect(placed()).toEqual([])
  expect(kept()).toEqual(['fake job 1'])
  expect(asked[0]!.uploads).toEqual([])
  // The right file is opened meanwhile; this one's row goes.
  const right = await stage([], { machine, window: 'c' })
  expect(right.placed()).toHaveLength(1)
  expect(kept()).toEqual([])
})

test('what another window has brought to an end goes here, too, or says so when it is pressed', async () => {
  for (const isPressed of [true, false]) {
    const { resumed, row, machine, placed } = await stage(undefined, { standings: { 'id of Hero': 'gone' } })
    machine.jobs.clear()
    if (isPressed) {
      await resumed.place('fake job 1')
      expect(row().state).toMatchObject({ at: 'over', error: { fault: 'layer' } })
      expect(placed()).toEqual([])
      continue
    }
    await pass(15_000)
    expect(resumed.rows.value).toEqual([])
  }
})

/** One window with the right file, where the layer waits to be placed by hand, and one with another file. */
async function rightAndWrong() {
  const machine = oneMachine()
  const wrong = await stage([rememberedOn([aimAt('Hero', { byHand: true })])], {
    ...{ machine, window: 'wrong', standings: { 'id of Hero': 'gone' } },
  })
  const right = await stage([], { machine, window: 'right' })
  expect(machine.jobs.get('fake job 1')).toMatchObject({ owner: 'right' })
  return { machine, wrong, right }
}

test('what a living window holds is on no other window’s list, and back on it when that one is closed', async () => {
  const { machine, wrong } = await rightAndWrong()
  await pass(12_000)
  expect(wrong.resumed.rows.value).toEqual([])
  machine.windows.set('right', 0)
  machine.jobs.set('fake job 1', { ...(machine.jobs.get('fake job 1') as Remembered), owner: 'shut' })
  await pass(12_000)
  expect(wrong.row().state).toEqual({ at: 'arrived', why: 'elsewhere' })
})

test.each(['dismiss', 'markSaved', 'place'] as const)(
  'what another window holds is not forgotten by “%s” on the row of one with another file',
  async (verb) => {
    const { wrong, right } = await rightAndWrong()
    const { kept } = wrong
    void wrong.resumed[verb]('fake job 1')
    await pass()
    if (verb === 'place') {
      expect(wrong.row()).toMatchObject({ isKept: false, state: { at: 'over' } })
      wrong.resumed.dismiss('fake job 1')
      await pass()
    }
    expect([kept(), wrong.placed()]).toEqual([['fake job 1'], []])
    void right.resumed.place('fake job 1')
    await pass()
    expect([kept(), right.placed().length]).toEqual([[], 1])
  },
)

test('what is given up while it is being claimed is forgotten', async () => {
  const { resumed, kept } = await stage(undefined, { standings: { 'id of Hero': 'gone' } })
  void resumed.place('fake job 1')
  await pass(100)
  resumed.dismiss('fake job 1')
  await pass()
  expect([kept(), resumed.rows.value]).toEqual([[], []])
})

test('a layer that is back before the answer comes gets it once, by the window that claimed it', async () => {
  const machine = oneMachine()
  const answer = hold<Edited>()
  const given = { machine, resume: () => answer.promise }
  const one = await stage(undefined, { ...given, window: 'a', standings: { 'id of Hero': 'gone' } })
  const other = await stage([], { ...given, window: 'b', standings: { 'id of Hero': 'gone' } })
  for (const { standings } of [one, other]) standings['id of Hero'] = 'here'
  answer.resolve(editedTo('night'))
  await pass()
  expect([...one.placed(), ...other.placed()]).toHaveLength(1)
  expect(machine.jobs.size).toBe(0)
})

test('in a copy of the file nothing is placed by itself; asked to, on its layer, with its alpha', async () => {
  const { resumed, row, cuts, placed, machine } = await stage([seeThrough()], { standings: { 'id of Hero': 'copy' } })
  expect(row().state).toEqual({ at: 'arrived', why: 'elsewhere' })
  expect([placed(), cuts]).toEqual([[], ['image on id of Hero']])
  expect(machine.jobs.get('fake job 1')).toMatchObject({ owner: 'closed' })
  void resumed.place('fake job 1')
  await pass()
  expect(placed()).toMatchObject([{ id: 'id of Hero', place: 'layer' }])
})

test('after a look that failed it looks again', async () => {
  const machine = oneMachine()
  let fails = true
  const { resumed } = await stage([rememberedOn([aimAt('Hero')])], { machine, failsToLook: () => fails })
  expect(resumed.rows.value).toEqual([])
  fails = false
  await pass(15_000)
  expect(resumed.rows.value).toHaveLength(1)
})

test('saved it is forgotten, and may still be placed here', async () => {
  const { resumed, kept, placed, row } = await stage([rememberedOn([aimAt('Hero'), aimAt('Copy')])], {
    standings: { 'id of Hero': 'gone', 'id of Copy': 'gone' },
  })
  resumed.markSaved('fake job 1')
  await pass()
  expect(kept()).toEqual([])
  await resumed.place('fake job 1')
  // One is enough of what goes on no layer, and no id of the other file is taken for one of this.
  expect(placed().map(({ id, at }) => [id, at.page])).toEqual([['', '']])
  expect(row().state.at).toBe('placed')
})

test('a layer that was repainted gets nothing by itself; asked to, beside', async () => {
  const { resumed, row, placed, kept } = await stage(undefined, { standings: { 'id of Hero': 'changed' } })
  expect(row().state).toEqual({ at: 'arrived', why: 'changed' })
  expect(placed()).toEqual([])
  const placing = resumed.place('fake job 1')
  await pass()
  await placing
  expect(placed()).toMatchObject([{ id: 'id of Hero', place: 'beside' }])
  expect(kept()).toEqual([])
})

test('of several layers those that are as they were get it, and the others stay', async () => {
  const { row, placed, machine } = await stage([rememberedOn(['Hero', 'Copy', 'Done'].map((name) => aimAt(name)))], {
    standings: { 'id of Copy': 'changed', 'id of Done': 'placed' },
  })
  expect(placed().map(({ name }) => name)).toEqual(['Hero'])
  expect(row()).toMatchObject({ name: 'Hero', others: 2, state: { at: 'arrived', why: 'changed' } })
  expect((machine.jobs.get('fake job 1') as Remembered).aims.map(({ row }) => row.name)).toEqual(['Copy'])
})

test('what is placed already is not asked for again', async () => {
  const { asked, kept, row } = await stage(undefined, { standings: { 'id of Hero': 'placed' } })
  expect([asked, kept(), row().state]).toEqual([[], [], { at: 'placed' }])
})

test('a row that was stopped waits to be placed by hand', async () => {
  const { resumed, row, placed } = await stage([rememberedOn([aimAt('Hero', { byHand: true })])])
  expect(row().state).toEqual({ at: 'arrived', why: 'stopped' })
  await resumed.place('fake job 1')
  expect(placed()).toMatchObject([{ place: 'layer' }])
})

const seeThrough = (part: Partial<Remembered> = {}) =>
  rememberedOn([aimAt('Hero')], { framed: { ...rememberedOn([]).framed, keepsAlpha: true }, ...part })

test('a transparent picture gets its alpha from the image, read again by its hash', async () => {
  const { cuts, code, placed } = await stage([seeThrough()])
  expect(code.inputs('readImage')).toEqual([{ id: 'id of Hero', hash: 'hash of Hero', anyLayer: true }])
  expect(cuts).toEqual(['image on id of Hero'])
  expect(placed()).toHaveLength(1)
})

test('a look gets it from its layer, drawn again; elsewhere the picture is offered without', async () => {
  const look = aimAt('Hero')
  look.row.source = { kind: 'appearance', place: 'stack' }
  expect((await stage([seeThrough({ aims: [look] })])).cuts).toEqual(['look of id of Hero'])
  const { cuts, row } = await stage([seeThrough()], { standings: { 'id of Hero': 'gone' } })
  expect([cuts, row().state]).toEqual([[undefined], { at: 'arrived', why: 'elsewhere' }])
})

test('where what was sent cannot be read again nothing opaque is placed: the answer is kept as a file', async () => {
  const { row, placed, kept } = await stage([seeThrough()], {
    read: () => Promise.reject(new AppError('image', 'Figma no longer has the image.')),
  })
  expect(row()).toMatchObject({ state: { at: 'failed', error: { fault: 'image' } } })
  expect(await row().unplaced!.file.text()).toBe('night')
  expect([placed(), kept()]).toEqual([[], ['fake job 1']])
})

const part = (layer?: string) => {
  const rect = { x: 100, y: 100, width: 300, height: 200 }
  return { crop: rect, region: { bounds: rect, feather: 8 }, corrects: true, layer }
}
const partly = (layer?: string) =>
  rememberedOn([aimAt('Hero', { hides: ['1:2'] })], { framed: { ...rememberedOn([]).framed, part: part(layer) } })

test('a part goes back into its picture, read again, as does the mask of the layer that it was drawn with', async () => {
  const plain = await stage([partly()])
  expect(plain.code.names().filter((name) => name === 'readRegion')).toEqual([])
  const { code, placed } = await stage([partly('1:2')], {
    region: () => ({ picture: pictureOf('mask'), toImage: [1, 0, 0, 1, 5, 6], bounds: part().crop }),
  })
  expect(code.inputs('readRegion')).toEqual([{ id: 'id of Hero', hash: 'hash of Hero', region: '1:2' }])
  expect(placed()).toMatchObject([{ hides: ['1:2'] }])
  expect(textOf(placed()[0]!.picture)).toBe('image on id of Hero with night')
})

test('a part whose layer is gone, or whose picture is, is kept as a file', async () => {
  const gone = await stage([partly('1:2')], { region: () => Promise.reject(new AppError('layer', 'It is gone.')) })
  expect(gone.row()).toMatchObject({ state: { at: 'failed', error: { fault: 'layer' } } })
  expect(await gone.row().unplaced!.file.text()).toBe('night')
  const elsewhere = await stage([partly()], { standings: { 'id of Hero': 'gone' } })
  expect(elsewhere.row()).toMatchObject({ state: { at: 'failed', error: { fault: 'layer' } } })
  expect([gone.placed(), elsewhere.placed()]).toEqual([[], []])
})

const larger = rememberedOn([aimAt('Hero')], { framed: { source: { width: 800, height: 600 }, keepsAlpha: false } })

test('an enlarged picture that is not like the image waits to be placed by hand', async () => {
  const { resumed, row, cuts, placed, kept } = await stage([larger], { likeness: 0.2 })
  expect(cuts).toEqual(['image on id of Hero'])
  expect(row().state).toMatchObject({
    at: 'failed',
    error: { fault: 'provider', message: 'What came back does not look like the same image.' },
  })
  expect(await row().unplaced!.file.text()).toBe('enlarged')
  expect([placed(), kept()]).toEqual([[], ['fake job 1']])
  await resumed.place('fake job 1')
  expect(placed().map(({ picture }) => Object.keys(picture).sort())).toEqual([['bytes', 'height', 'type', 'width']])
  await pass()
  expect([row().state, kept()]).toEqual([{ at: 'placed' }, []])
})

test('one that is like it is placed, and so is one whose image is no longer there to compare', async () => {
  expect((await stage([larger], { likeness: 0.97 })).row().state).toEqual({ at: 'placed' })
  const read = () => Promise.reject(new AppError('image', 'Figma no longer has the image.'))
  const { row, cuts } = await stage([larger], { likeness: 0.2, read })
  expect([cuts, row().state]).toEqual([[undefined], { at: 'placed' }])
})

test('without its account it waits for later, unclaimed, and goes on when there is one', async () => {
  const { resumed, row, kept, now, machine, placed } = await stage(undefined, { account: false })
  expect(row().state).toMatchObject({ at: 'failed', error: { fault: 'settings' } })
  expect(machine.jobs.get('fake job 1')).toMatchObject({ owner: 'closed' })
  now.account = true
  void resumed.again('fake job 1')
  await pass()
  expect([placed().length, kept()]).toEqual([1, []])
})

test('what has expired is said, with or without an account, and forgotten', async () => {
  const open = { ...rememberedOn([]).open, expiresAt: NOW - 120_000 }
  for (const account of [true, false]) {
    const { row, kept, asked } = await stage([rememberedOn([aimAt('Hero')], { open })], { account })
    expect(row().state).toMatchObject({ at: 'over', error: { message: expect.stringContaining('it kept it until') } })
    expect([kept(), asked]).toEqual([[], []])
  }
})

test('a fault that says nothing for good keeps it, and it may be asked for again', async () => {
  const fails = () => Promise.reject(new AppError('offline', 'Nothing came back.'))
  const { resumed, row, kept, now, placed } = await stage(undefined, { resume: fails })
  expect(row().state).toMatchObject({ at: 'failed', error: { fault: 'offline' } })
  expect(kept()).toEqual(['fake job 1'])
  now.resume = async () => editedTo('night')
  void resumed.again('fake job 1')
  await pass()
  expect([placed().length, kept()]).toEqual([1, []])
})

test('a fault while placing keeps it and the picture, and it is placed again without being asked for', async () => {
  let fails = true
  const { resumed, row, kept, asked } = await stage(undefined, {
    place(id) {
      if (fails) throw new AppError('image', 'Figma did not accept the result.')
      return { id, hash: 'new' }
    },
  })
  expect(row()).toMatchObject({
    state: { at: 'failed', error: { fault: 'image' } },
    unplaced: { fileName: 'Hero.png' },
  })
  expect(kept()).toEqual(['fake job 1'])
  fails = false
  await resumed.place('fake job 1')
  await pass()
  expect([row().state.at, kept(), asked.length]).toEqual(['placed', [], 1])
})

test('stopped it is forgotten, and nothing more is asked', async () => {
  const signals: AbortSignal[] = []
  const { resumed, kept, placed } = await stage(undefined, {
    resume(_, { signal }) {
      signals.push(signal)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
  })
  // That is under way already.
  void resumed.again('fake job 1')
  resumed.dismiss('fake job 1')
  await pass()
  expect([signals[0]!.aborted, resumed.rows.value, kept(), placed()]).toEqual([true, [], [], []])
  expect(signals).toHaveLength(1)
})

test('a job of this panel’s run that got no answer can be asked for again', async () => {
  const machine = oneMachine()
  const { resumed, row, kept, placed } = await stage([], { machine })
  const { owner: _, ...job } = rememberedOn([aimAt('Hero')])
  machine.jobs.set('fake job 1', { ...job, owner: 'b' })
  resumed.take('fake job 1', job, new AppError('timeout', 'It is not done yet.'))
  expect(row().state.at).toBe('failed')
  void resumed.again('fake job 1')
  await pass()
  expect([placed().length, kept()]).toEqual([1, []])
})

test('what does not read well is left alone', async () => {
  const machine = oneMachine()
  machine.jobs.set('odd', { version: 2, owner: 'closed' }).set('odder', 'text')
  const { resumed, kept } = await stage([], { machine })
  expect([resumed.rows.value, kept()]).toEqual([[], ['odd', 'odder']])
})

test('what was made for a new variant is not placed unasked: its run is over. By hand it goes beside', async () => {
  const { resumed, row, placed, kept } = await stage([
    rememberedOn([aimAt('Hero', { place: 'variant', byHand: true })]),
  ])
  expect(row()).toMatchObject({ state: { at: 'arrived', why: 'variant' }, unplaced: { picture: {} } })
  expect([placed(), kept()]).toEqual([[], ['fake job 1']])
  void resumed.place('fake job 1')
  await pass()
  expect(placed()).toMatchObject([{ id: 'id of Hero', place: 'beside' }])
  expect([row().state, kept()]).toEqual([{ at: 'placed' }, []])
})

test('what was made for an export alone is not placed unasked: by hand on its layer, or saved', async () => {
  const { resumed, row, placed, kept } = await stage([rememberedOn([aimAt('Hero', { place: 'lend' })])])
  expect(row()).toMatchObject({ state: { at: 'arrived', why: 'export' }, unplaced: { picture: {} } })
  expect(placed()).toEqual([])
  expect(kept()).toEqual(['fake job 1'])
  void resumed.place('fake job 1')
  await pass()
  expect(placed()).toMatchObject([{ id: 'id of Hero', place: 'layer' }])
  expect(row().state).toEqual({ at: 'placed' })
  expect(kept()).toEqual([])
})
