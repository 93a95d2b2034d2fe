import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import type { Edited, EditRequest, Money, Provider } from '../../../src/ui/providers/provider.ts'
import { noAnswer } from '../../../src/ui/providers/silence.ts'
import type { Journal } from '../../../src/ui/state/journal.ts'
import { createRun, type RunServices } from '../../../src/ui/state/run.ts'
import {
  contextWith,
  departed,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  jobOn,
  pictureOf,
  runServices,
  settled,
  textOf,
} from '../jobs/fakes.ts'

const RUNS = runServices().settings()

const jobsOn = (...names: string[]): Job[] => names.map((name) => jobOn(imageRow(name), { prompt: name }))

interface Stage extends Partial<RunServices>, Partial<Pick<Provider, 'edit'>> {}

function stage({ edit, code = fakeCode(), ...part }: Stage = {}) {
  const ended: number[] = []
  const run = createRun({
    ...runServices(),
    code,
    codec: fakeCodec(),
    reach: ({ signal }) => ({ provider: fakeProvider(edit && { edit }), context: contextWith(signal) }),
    onEnd: () => ended.push(run.rows.value.length),
    ...part,
  })
  const states = () => run.rows.value.map(({ state }) => state.at)
  return { run, states, ended, row: (index = 0) => run.rows.value[index]! }
}

/** A provider whose answers come when the test says so, and which does not hear an abort. */
function heldProvider() {
  const asked: { request: EditRequest; answer: ReturnType<typeof hold<Edited>> }[] = []
  const edit: Provider['edit'] = (request) => {
    const answer = hold<Edited>()
    asked.push({ request, answer })
    return answer.promise
  }
  return { asked, edit }
}

const refusesOnce = () => {
  let tries = 0
  return () =>
    tries++ === 0
      ? Promise.reject(new AppError('layer', 'That layer is no longer in the file.'))
      : { id: 'rectangle', hash: 'new' }
}

test('every job of a run ends as done, with the layer that holds its result', async () => {
  const { run, states, row, ended } = stage()
  await run.start(jobsOn('a', 'b'))
  expect(states()).toEqual(['done', 'done'])
  expect(row(1)).toMatchObject({ placed: { id: 'id of b' }, unplaced: undefined })
  expect(row(1).endedAt).toBeGreaterThanOrEqual(row(1).startedAt!)
  expect(ended).toEqual([2])
})

test('at most six requests are under way, and the next starts when one ends', async () => {
  const { asked, edit } = heldProvider()
  const { run, states } = stage({ edit })
  const done = run.start(jobsOn(...'abcdefgh'))
  await departed()
  expect(asked).toHaveLength(6)
  expect(states().filter((at) => at === 'waiting')).toHaveLength(2)
  asked[3]?.answer.resolve(editedTo('d'))
  await settled()
  expect(asked).toHaveLength(7)
  for (const { answer } of asked) answer.resolve(editedTo('x'))
  await settled()
  asked[7]?.answer.resolve(editedTo('h'))
  await done
  expect(run.settled.value).toBe(8)
})

test('one failure leaves the others alone', async () => {
  const fault = new AppError('refused', 'The provider says: “No.”.')
  const edit: Provider['edit'] = async ({ prompt }) => {
    if (prompt === 'b') throw fault
    return editedTo(prompt)
  }
  const { run, states, row } = stage({ edit })
  await run.start(jobsOn('a', 'b', 'c'))
  expect(states()).toEqual(['done', 'failed', 'done'])
  expect(row(1).state).toEqual({ at: 'failed', error: fault })
})

test('what is before and after is offered to be looked at', async () => {
  const offered: string[] = []
  const looks: RunServices['looks'] = {
    offerBefore: (rows, picture) => offered.push(`before of ${rows.map(({ job }) => job.prompt)}: ${textOf(picture)}`),
    offerAfter: ({ job, unplaced }) => offered.push(`after of ${job.prompt}: ${unplaced?.file.size}`),
  }
  await stage({ looks }).run.start(jobsOn('a'))
  expect(offered).toEqual(['before of a: image on id of a', `after of a: ${'cut a'.length}`])
})

test('Stop settles every row at once, whatever it is doing', async () => {
  const { asked, edit } = heldProvider()
  const code = fakeCode({ readImage: ({ id }) => (id === 'id of a' ? hold().promise : pictureOf('image')) })
  const { run, states } = stage({ code, edit })
  const done = run.start(jobsOn(...'abcdefgh'))
  await settled()
  expect(states()).toEqual(['reading', ...Array(6).fill('editing'), 'waiting'])
  run.stop()
  await done
  expect(states()).toEqual(Array(8).fill('stopped'))
  expect(run.busy.value).toBe(false)
  expect(asked).toHaveLength(6)
})

test('Stop ends a reading that no one waits for any more', async () => {
  const code = fakeCode({ readImage: () => hold().promise })
  const { run } = stage({ code })
  const done = run.start(jobsOn('a'))
  await settled()
  run.stop()
  await done
  expect(code.calls[0]?.options.signal?.aborted).toBe(true)
})

/** A job that is stopped while the sandbox places it. */
async function stoppedPlacing() {
  const placing = hold<{ id: string; hash: string }>()
  const code = fakeCode({ placeImage: () => placing.promise })
  const staged = stage({ code })
  const done = staged.run.start(jobsOn('a'))
  await settled()
  expect(staged.states()).toEqual(['placing'])
  staged.run.stop()
  await done
  expect(staged.states()).toEqual(['stopped'])
  expect(code.calls.at(-1)?.options).toMatchObject({ patient: true, signal: { aborted: true } })
  return { ...staged, code, placing }
}

test('what is placed in spite of Stop counts as done', async () => {
  const { states, run, row, placing } = await stoppedPlacing()
  expect(run.arrived.value).toHaveLength(1)
  placing.resolve({ id: 'id of a', hash: 'new' })
  await settled()
  expect(states()).toEqual(['done'])
  expect(row()).toMatchObject({ placed: { id: 'id of a' }, unplaced: undefined })
})

test('*Place*, pressed before Figma has said what it placed, does not place it twice', async () => {
  const { states, run, code, placing } = await stoppedPlacing()
  const again = run.placeAgain(run.rows.value[0]!.id)
  placing.resolve({ id: 'id of a', hash: 'new' })
  await again
  expect(states()).toEqual(['done'])
  expect(code.names().filter((name) => name === 'placeImage')).toHaveLength(1)
})

test('what Stop kept from being placed waits to be placed by hand', async () => {
  const { states, run, placing } = await stoppedPlacing()
  placing.reject(new AppError('cancelled', 'Stopped.'))
  await settled()
  expect(states()).toEqual(['stopped'])
  expect(run.arrived.value).toHaveLength(1)
})

test('what is said of a run that was stopped waits for what Figma was placing, and says the same as the rows', async () => {
  const { run, ended, placing } = await stoppedPlacing()
  expect(run.busy.value).toBe(false)
  expect(ended).toEqual([])
  placing.resolve({ id: 'id of a', hash: 'new' })
  await expect.poll(() => ended).toEqual([1])
  expect(run.announced.value).toBe('Run ended: 1 done')
})

test('the end of a stopped run is not told once another one is under way', async () => {
  const { run, ended, placing } = await stoppedPlacing()
  const next = run.start(jobsOn('b'))
  placing.resolve({ id: 'id of a', hash: 'new' })
  await next
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(ended).toEqual([2])
  expect(run.announced.value).toBe('Run ended: 2 done')
})

test('a stopped job makes room for the next run', async () => {
  const { asked, edit } = heldProvider()
  const { run } = stage({ edit })
  const done = run.start(jobsOn(...'abcdef'))
  await settled()
  run.stop()
  await done
  void run.start(jobsOn('g'))
  await settled()
  expect(asked.at(-1)?.request.prompt).toBe('g')
})

test('an answer that comes after Stop changes no layer; its picture waits to be placed by hand', async () => {
  const { asked, edit } = heldProvider()
  const code = fakeCode()
  const { run, states, row } = stage({ code, edit })
  const done = run.start(jobsOn('a'))
  await settled()
  run.stop()
  await done
  asked[0]?.answer.resolve(editedTo('late'))
  await settled()
  expect(states()).toEqual(['stopped'])
  expect(code.names()).not.toContain('placeImage')
  expect(await row().unplaced?.file.text()).toBe('cut late')
  await run.placeAgain(row().id)
  expect(states()).toEqual(['done'])
})

/** A job that is stopped while the provider works on it. */
async function stoppedJob() {
  const { asked, edit } = heldProvider()
  const staged = stage({ edit })
  const done = staged.run.start(jobsOn('a'))
  await settled()
  staged.run.stop()
  await done
  return { ...staged, asked }
}

const LATE = editedTo('late', { cost: { amount: 1, unit: 'USD' } })

test('what arrives for a stopped job that was tried again has a row of its own', async () => {
  const { asked, run, row, states } = await stoppedJob()
  const second = run.retry(row().id)
  await settled()
  asked[0]?.answer.resolve(LATE)
  await settled()
  expect(states()).toEqual(['stopped', 'editing'])
  expect(await row(0).unplaced?.file.text()).toBe('cut late')
  expect(row(1).unplaced).toBeUndefined()
  asked[1]?.answer.resolve(editedTo('new'))
  await second
  expect(states()).toEqual(['stopped', 'done'])
  expect(run.charged.value).toEqual([{ amount: 1, unit: 'USD' }])
})

test('what arrives for a stopped job after the next run has begun is not lost', async () => {
  const { asked, run, row } = await stoppedJob()
  void run.start(jobsOn('b'))
  await settled()
  asked[0]?.answer.resolve(LATE)
  await settled()
  expect(run.rows.value.map(({ job, state }) => [job.prompt, state.at])).toEqual([
    ['a', 'stopped'],
    ['b', 'editing'],
  ])
  await run.placeAgain(row(0).id)
  expect(row(0).state.at).toBe('done')
})

/** A provider that charges for an answer that is no picture. */
const unreadable = {
  codec: fakeCodec({ cut: () => Promise.reject(new AppError('provider', 'Not a picture.')) }),
  edit: async () => editedTo('half a picture', { cost: { amount: 0.01, unit: 'USD' } }),
}

test('an answer that cannot be read shows what was charged, and is kept as it came', async () => {
  const { run, row } = stage(unreadable)
  await run.start(jobsOn('a'))
  expect(row()).toMatchObject({ state: { at: 'failed' }, costs: [{ amount: 0.01, unit: 'USD' }] })
  expect(run.charged.value).toEqual([{ amount: 0.01, unit: 'USD' }])
  expect(row().unplaced).toMatchObject({ fileName: 'a.bin' })
  expect(row().unplaced?.picture).toBeUndefined()
  expect(await row().unplaced?.file.text()).toBe('half a picture')
})

test('an answer that cannot be read is not placed, and may be asked for again: both are counted', async () => {
  const { run, row } = stage(unreadable)
  await run.start(jobsOn('a'))
  await run.placeAgain(row().id)
  expect(row().state.at).toBe('failed')
  await run.retry(row().id)
  expect(run.rows.value).toHaveLength(1)
  expect(run.charged.value).toEqual([{ amount: 0.02, unit: 'USD' }])
})

test('what was kept outlives the next run until it is saved', async () => {
  const { run, row } = stage(unreadable)
  await run.start(jobsOn('a'))
  await run.start(jobsOn('b'))
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['a', 'b'])
  run.markSaved(row(0).id)
  await run.start(jobsOn('c'))
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['b', 'c'])
})

test('a row keeps what the provider said beside the picture', async () => {
  const told = { id: 'request 1', executedModel: 'host/model' }
  const { run, row } = stage({ edit: async () => editedTo('x', told) })
  await run.start(jobsOn('a'))
  expect(row().told).toMatchObject(told)
})

test('while a run goes, more is added to it', async () => {
  const { asked, edit } = heldProvider()
  const { run, ended, states } = stage({ edit })
  const first = run.start(jobsOn('a'))
  await settled()
  const second = run.start(jobsOn('b'))
  await settled()
  expect(states()).toEqual(['editing', 'editing'])
  asked[0]?.answer.resolve(editedTo('a'))
  await first
  expect(ended).toEqual([])
  asked[1]?.answer.resolve(editedTo('b'))
  await second
  expect(states()).toEqual(['done', 'done'])
  expect(ended).toEqual([2])
})

test('the next run takes the place of the last', async () => {
  const { run } = stage()
  await run.start(jobsOn('a', 'b'))
  await run.start(jobsOn('c'))
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['c'])
})

test('the account of a run is the one that it was started with', async () => {
  const { asked, edit } = heldProvider()
  const reached: number[] = []
  const { run } = stage({
    reach: ({ signal }) => {
      reached.push(asked.length)
      return { provider: fakeProvider({ edit }), context: contextWith(signal) }
    },
  })
  void run.start(jobsOn(...'abcdefgh'))
  await settled()
  expect(reached).toEqual(Array(8).fill(0))
})

test('an account that cannot be used fails the row with its sentence', async () => {
  const { run, row } = stage({
    reach: () => {
      throw new AppError('settings', 'Paste your API key first.')
    },
  })
  await run.start(jobsOn('a'))
  expect(row().state).toMatchObject({ at: 'failed', error: { fault: 'settings' } })
})

test('what was charged is added up by unit, and kept with the words of the provider', async () => {
  const costs = [
    { amount: 0.01, unit: 'USD' },
    { amount: 2, unit: 'credits' },
    { amount: 0.02, unit: 'USD' },
  ]
  const edit = async () =>
    editedTo('x', { cost: costs.shift(), images: [{ file: new Blob(['x']), revisedPrompt: 'Night sky' }] })
  const { run, row } = stage({ edit })
  await run.start(jobsOn('a', 'b', 'c'))
  expect(run.charged.value).toEqual([
    { amount: 0.03, unit: 'USD' },
    { amount: 2, unit: 'credits' },
  ])
  expect(row().told?.revisedPrompt).toBe('Night sky')
})

test('a failed row is tried again in its place', async () => {
  let tries = 0
  const edit: Provider['edit'] = async () => {
    if (tries++ === 0) throw new AppError('busy', 'Busy.')
    return editedTo('x')
  }
  const { run, states, row, ended } = stage({ edit })
  await run.start(jobsOn('a', 'b'))
  await run.retry(row(0).id)
  expect(states()).toEqual(['done', 'done'])
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['a', 'b'])
  expect(ended).toHaveLength(2)
})

test('a row that runs is not started a second time', async () => {
  const { asked, edit } = heldProvider()
  const { run, row } = stage({ edit })
  void run.start(jobsOn('a'))
  await settled()
  await run.retry(row().id)
  expect(asked).toHaveLength(1)
})

test('a picture that could not be placed is placed again without asking the provider', async () => {
  const { asked, edit } = heldProvider()
  const code = fakeCode({ placeImage: refusesOnce() })
  const { run, row } = stage({ code, edit })
  const done = run.start(jobsOn('a'))
  await settled()
  asked[0]?.answer.resolve(editedTo('night'))
  await done
  expect(row().state).toMatchObject({ at: 'failed', error: { fault: 'layer' } })
  await run.placeAgain(row().id)
  expect(row()).toMatchObject({ state: { at: 'done' }, placed: { id: 'rectangle' }, unplaced: undefined })
  expect(asked).toHaveLength(1)
  const [first, second] = code.inputs('placeImage')
  expect(second).toEqual(first)
})

test('a second failure to place keeps the picture', async () => {
  const refuse = () => Promise.reject(new AppError('layer', 'That layer is no longer in the file.'))
  const { run, row } = stage({ code: fakeCode({ placeImage: refuse }) })
  await run.start(jobsOn('a'))
  await run.placeAgain(row().id)
  expect(row()).toMatchObject({ state: { at: 'failed' }, unplaced: { picture: { type: 'image/png' } } })
})

test('a picture is placed once, however often the button is pressed', async () => {
  const code = fakeCode({ placeImage: refusesOnce() })
  const { run, row } = stage({ code })
  await run.start(jobsOn('a'))
  await Promise.all([run.placeAgain(row().id), run.placeAgain(row().id)])
  expect(code.inputs('placeImage')).toHaveLength(2)
})

test('a picture that waits to be placed is not paid for again, and outlives the next run', async () => {
  const { asked, edit } = heldProvider()
  const { run } = stage({ code: fakeCode({ placeImage: refusesOnce() }), edit })
  const done = run.start(jobsOn('a', 'b'))
  await settled()
  for (const { answer } of asked) answer.resolve(editedTo('x'))
  await done
  const kept = run.rows.value.find(({ unplaced }) => unplaced)!
  await run.retry(kept.id)
  expect(asked).toHaveLength(2)
  void run.start(jobsOn('c'))
  expect(run.rows.value.map(({ id, job }) => (id === kept.id ? 'kept' : job.prompt))).toEqual(['kept', 'c'])
})

test('a run knows the layers it has changed, by the layer and by the rectangle made for it', async () => {
  const code = fakeCode({ placeImage: () => ({ id: 'rectangle', hash: 'new' }) })
  const { run } = stage({ code })
  await run.start(jobsOn('a'))
  expect([run.holds('id of a'), run.holds('rectangle'), run.holds('id of b')]).toEqual([true, true, false])
})

test('a layer beside which its result was laid is not changed', async () => {
  const code = fakeCode({ placeImage: () => ({ id: 'copy', hash: 'new', beside: 'repainted' }) })
  const { run } = stage({ code })
  await run.start(jobsOn('a'))
  expect([run.holds('id of a'), run.holds('copy')]).toEqual([false, true])
})

test('a run says what it added to the file, the same picture once', async () => {
  const code = fakeCode({ placeImage: ({ id }) => ({ id, hash: id === 'id of c' ? 'other' : 'same' }) })
  const { run } = stage({ code, edit: async ({ prompt }) => editedTo(prompt === 'c' ? 'longer' : 'x') })
  await run.start(jobsOn('a', 'b', 'c'))
  expect(run.added.value).toBe('cut x'.length + 'cut longer'.length)
})

test('what is placed at the second try is added too', async () => {
  const { run, row } = stage({ code: fakeCode({ placeImage: refusesOnce() }) })
  await run.start(jobsOn('a'))
  expect(run.added.value).toBe(0)
  await run.placeAgain(row().id)
  expect(run.added.value).toBe('cut a'.length)
})

/** A run over a provider that lets the test speak for `http`: waits, and asks again. */
function patientRun(part: Partial<RunServices> = {}) {
  const hooks: Parameters<RunServices['reach']>[0][] = []
  const { asked, edit } = heldProvider()
  const staged = stage({
    reach(given) {
      hooks.push(given)
      return { provider: fakeProvider({ edit }), context: contextWith(given.signal) }
    },
    ...part,
  })
  return { ...staged, hooks, asked }
}

test('a row that waits for the provider says until when, and its slot is another’s meanwhile', async () => {
  const { run, row, hooks, asked } = patientRun({ settings: () => ({ ...RUNS, parallel: 1 }) })
  void run.start(jobsOn('a', 'b'))
  await departed()
  hooks[0]?.onWait({ until: 5000, attempt: 2, status: 429 })
  await settled()
  expect(row(0)).toMatchObject({ state: { at: 'editing' }, waitsUntil: 5000 })
  expect(asked).toHaveLength(2)
})

test('five refusals within ten seconds lower what is under way, and ten good answers raise it', async () => {
  const { run, hooks, asked } = patientRun()
  void run.start(jobsOn(...'abcdefghijklmnopqrstuvwxyz'))
  await departed()
  for (let time = 0; time < 5; time++) hooks[time]?.onWait({ until: 0, attempt: 2, status: time % 2 ? 429 : 503 })
  expect(run.parallel.value).toEqual({ now: 3, most: 6 })
  for (let index = 0; index < 15; index++) {
    asked[index]?.answer.resolve(editedTo('x'))
    await settled()
  }
  expect(run.parallel.value.now).toBeGreaterThan(3)
})

test('another number of slots holds while the run goes', async () => {
  const parallel = signal(2)
  const { run, asked } = patientRun({ settings: () => ({ ...RUNS, parallel: parallel.value }) })
  void run.start(jobsOn(...'abcdefgh'))
  await settled()
  expect(asked).toHaveLength(2)
  parallel.value = 5
  await settled()
  expect(asked).toHaveLength(5)
  expect(run.parallel.value).toEqual({ now: 5, most: 5 })
})

test('layers are read as slots free up, one ahead for each so that no slot is idle', async () => {
  const { asked, edit } = heldProvider()
  const code = fakeCode()
  const { run } = stage({ code, edit })
  void run.start(jobsOn(...'abcdefghijklmn'))
  await departed()
  expect([asked.length, code.inputs('readImage').length]).toEqual([6, 12])
  asked[0]?.answer.resolve(editedTo('a'))
  await departed()
  expect([asked.length, code.inputs('readImage').length]).toEqual([7, 13])
})

test('a pause lets end what is under way and begins nothing new, until it is resumed', async () => {
  const { run, states, asked } = patientRun({ settings: () => ({ ...RUNS, parallel: 1 }) })
  const done = run.start(jobsOn('a', 'b'))
  await departed()
  run.pause()
  asked[0]?.answer.resolve(editedTo('a'))
  await settled()
  expect([states(), run.hold.value]).toEqual([['done', 'waiting'], { why: 'paused', left: 1 }])
  run.resume()
  await settled()
  asked[1]?.answer.resolve(editedTo('b'))
  await done
  expect(states()).toEqual(['done', 'done'])
})

test('Stop settles rows that are paused or wait for the provider, too', async () => {
  const { run, states, hooks } = patientRun({ settings: () => ({ ...RUNS, parallel: 2 }) })
  const done = run.start(jobsOn('a', 'b', 'c'))
  await settled()
  hooks[0]?.onWait({ until: 5000, attempt: 2, status: 429 })
  run.pause()
  run.stop()
  await done
  expect(states()).toEqual(['stopped', 'stopped', 'stopped'])
  expect(hooks.map(({ signal }) => signal.aborted)).toEqual([true, false, true])
  expect(run.hold.value).toBeUndefined()
})

test('one row is stopped without the others, and says that its request goes on', async () => {
  const { run, states, row, asked } = patientRun()
  const done = run.start(jobsOn('a', 'b'))
  await settled()
  run.stopRow(row(0).id)
  expect([states(), row(0).isDetached]).toEqual([['stopped', 'editing'], true])
  asked[1]?.answer.resolve(editedTo('b'))
  await done
  asked[0]?.answer.resolve(editedTo('late'))
  await settled()
  expect(row(0)).toMatchObject({ state: { at: 'stopped' }, isDetached: false })
  expect(run.arrived.value.map(({ id }) => id)).toEqual([row(0).id])
  expect(run.list.value).toHaveLength(1)
})

/** Three rows with one picture: one request. */
const sharing = (...names: string[]) =>
  names.map((name) => jobOn(imageRow(name), { share: '["same","all"]', prompt: 'x' }))

test('rows with one picture are asked for once, say so, and are charged once', async () => {
  const { run, states, asked } = patientRun()
  const done = run.start(sharing('a', 'b', 'c'))
  await settled()
  expect(asked).toHaveLength(1)
  asked[0]?.answer.resolve(LATE)
  await done
  expect(states()).toEqual(['done', 'done', 'done'])
  expect(run.rows.value.map(({ sharedWith, costs = [] }) => [sharedWith, costs.length])).toEqual([
    [2, 1],
    [2, 0],
    [2, 0],
  ])
  expect(run.charged.value).toEqual([{ amount: 1, unit: 'USD' }])
})

test('what failed is tried again together, and shares a request again', async () => {
  const { run, states, asked } = patientRun()
  const done = run.start([...sharing('a', 'b'), ...jobsOn('c')])
  await settled()
  asked[0]?.answer.reject(new AppError('busy', 'Busy.'))
  asked[1]?.answer.resolve(editedTo('c'))
  await done
  expect([states(), run.tally.value.retriable]).toEqual([['failed', 'failed', 'done'], 2])
  const again = run.retryFailed()
  await settled()
  expect(asked).toHaveLength(3)
  asked[2]?.answer.resolve(editedTo('x'))
  await again
  expect(states()).toEqual(['done', 'done', 'done'])
})

test('an empty account stops the asking, keeps what came and says how many are left; resuming asks for all of them', async () => {
  const { run, states, asked } = patientRun({ settings: () => ({ ...RUNS, parallel: 2 }) })
  const done = run.start(jobsOn(...'abcde'))
  await departed()
  asked[0]?.answer.resolve(editedTo('a'))
  await departed()
  asked[1]?.answer.reject(new AppError('funds', 'Insufficient balance.'))
  await departed()
  asked[2]?.answer.reject(new AppError('funds', 'Insufficient balance.'))
  await departed()
  expect(states()).toEqual(['done', 'failed', 'failed', 'waiting', 'waiting'])
  expect([asked.length, run.hold.value]).toEqual([3, { why: 'funds', left: 4 }])
  run.resume()
  for (let index = 3; index < 7; index++) {
    await departed()
    asked[index]?.answer.resolve(editedTo('x'))
  }
  await done
  await settled()
  expect(states()).toEqual(Array(5).fill('done'))
  expect(run.busy.value).toBe(false)
})

test('the last row for which there is no money fails, and nothing is held', async () => {
  const { run, states, asked } = patientRun()
  const done = run.start(jobsOn('a'))
  await settled()
  asked[0]?.answer.reject(new AppError('funds', 'Insufficient balance.'))
  await done
  expect([states(), run.hold.value, run.busy.value]).toEqual([['failed'], undefined, false])
})

test('a ceiling holds the run, and the designer may go on without it', async () => {
  const one = { amount: 1, unit: 'USD' }
  const { run, states, asked } = patientRun({ priceOf: () => one, settings: () => ({ ...RUNS, ceiling: 2 }) })
  const done = run.start(jobsOn('a', 'b', 'c'))
  await settled()
  expect(run.estimated.value).toEqual([{ amount: 3, unit: 'USD' }])
  for (const { answer } of asked.slice(0, 2)) answer.resolve(editedTo('x', { cost: one }))
  await settled()
  expect(run.hold.value).toEqual({ why: 'ceiling', ceiling: { amount: 2, unit: 'USD' }, left: 1 })
  run.resume()
  await settled()
  asked[2]?.answer.resolve(editedTo('x', { cost: one }))
  await done
  expect(states()).toEqual(['done', 'done', 'done'])
})

test('a ceiling goes by the prices of the start, whatever is chosen in Settings meanwhile', async () => {
  let price: Money | undefined = { amount: 1, unit: 'USD' }
  const { run, asked } = patientRun({ priceOf: () => price, settings: () => ({ ...RUNS, ceiling: 2 }) })
  void run.start(jobsOn('a', 'b', 'c', 'd'))
  await settled()
  // Another account: its prices are asked for anew, and these answers do not say what they cost.
  price = undefined
  for (const { answer } of asked.slice(0, 2)) answer.resolve(editedTo('x'))
  await settled()
  expect([asked.length, run.hold.value?.why]).toEqual([2, 'ceiling'])
})

/** A row whose answer was lost on the way, and what the provider then lists. */
async function lostAnswer(requests?: Provider['requests']) {
  const edit = () =>
    Promise.reject(noAnswer({ url: 'https://api.example/', paid: true }, new TypeError('fetch failed')))
  const provider = fakeProvider(requests ? { edit, requests } : { edit })
  const staged = stage({ reach: ({ signal }) => ({ provider, context: contextWith(signal) }) })
  await staged.run.start(jobsOn('a'))
  await settled()
  return staged
}

test('a lost answer is not asked for again with the others, and says what the provider lists of it', async () => {
  const cost = { amount: 0.01, unit: 'USD' }
  const { row, run } = await lostAnswer(async () => [
    { id: 'lost', cost },
    { id: 'free', cost: undefined },
  ])
  expect(row().unsure).toEqual({ at: 'charged', count: 1, costs: [cost] })
  expect(run.tally.value).toMatchObject({ failed: 1, retriable: 0 })
})

test('a lost answer that was not charged may be asked for again with the others', async () => {
  const { row, run } = await lostAnswer(async () => [])
  expect([row().unsure, run.tally.value.retriable]).toEqual([{ at: 'none' }, 1])
})

test('where the provider keeps no list, it stays unknown whether a lost answer was charged', async () => {
  const { row, run } = await lostAnswer()
  expect([row().unsure, run.tally.value.retriable]).toEqual([{ at: 'unknown' }, 0])
})

test('an edit that the provider lists and whose answer is here is not taken for the lost one', async () => {
  const cost = { amount: 0.01, unit: 'USD' }
  const edit: Provider['edit'] = ({ prompt }) =>
    prompt === 'a'
      ? Promise.resolve(editedTo('a', { id: 'request a', cost }))
      : Promise.reject(noAnswer({ url: 'https://api.example/', paid: true }, new TypeError('fetch failed')))
  const provider = fakeProvider({ edit, requests: async () => [{ id: 'request a', cost }] })
  const { run, row } = stage({ reach: ({ signal }) => ({ provider, context: contextWith(signal) }) })
  await run.start(jobsOn('a', 'b'))
  await settled()
  expect(row(1).unsure).toEqual({ at: 'none' })
})

test('what is open is written down, and removed when all has come, also after Stop', async () => {
  const saved: (Journal | undefined)[] = []
  const { run, asked } = patientRun({ saveJournal: async (journal) => void saved.push(journal) })
  void run.start(jobsOn('a'))
  await settled()
  run.stop()
  expect(saved.at(-1)).toMatchObject({ provider: 'fake', open: 1, arrived: [] })
  asked[0]?.answer.resolve(LATE)
  await settled()
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(saved.at(-1)).toBeUndefined()
})

test('a row changes without any other', async () => {
  const { run, asked } = patientRun()
  void run.start(jobsOn('a', 'b'))
  await settled()
  const [a, b] = run.list.value
  const before = [a?.row.value, b?.row.value]
  asked[0]?.answer.resolve(editedTo('a'))
  await settled()
  expect(a?.row.value).not.toBe(before[0])
  expect(b?.row.value).toBe(before[1])
})

test('what is told to wait under a ceiling is not held up by those that wait for its price', async () => {
  let refusals = 1
  const { run, states } = stage({
    settings: () => ({ ...RUNS, parallel: 1, ceiling: 5 }),
    reach: ({ signal, onWait, beforeRepeat }) => ({
      context: contextWith(signal),
      provider: fakeProvider({
        async edit({ prompt }) {
          if (refusals-- > 0) {
            onWait({ until: Date.now(), attempt: 2, status: 429 })
            await settled()
            await beforeRepeat()
          }
          return editedTo(prompt, { cost: { amount: 1, unit: 'USD' } })
        },
      }),
    }),
  })
  void run.start(jobsOn('a', 'b'))
  await expect.poll(states, { interval: 10 }).toEqual(['done', 'done'])
})

test('a file that is fetched once more is not held up by an answer that waits for its room', async () => {
  let faults = 1
  const { run, states } = stage({
    settings: () => ({ ...RUNS, parallel: 1 }),
    reach: ({ signal, onCome, onWait, beforeRepeat }) => ({
      context: contextWith(signal),
      provider: fakeProvider({
        async edit({ prompt }) {
          onCome()
          await settled()
          if (faults-- > 0) {
            onWait({ until: Date.now(), attempt: 2 })
            for (let turn = 0; turn < 10; turn++) await settled()
            await beforeRepeat()
          }
          return editedTo(prompt)
        },
      }),
    }),
  })
  void run.start(jobsOn('a', 'b'))
  await expect.poll(states, { interval: 10 }).toEqual(['done', 'done'])
})
