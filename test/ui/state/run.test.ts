import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import type { Edited, EditRequest, Provider } from '../../../src/ui/providers/provider.ts'
import { createRun, type RunServices } from '../../../src/ui/state/run.ts'
import {
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  jobOn,
  pictureOf,
  settled,
} from '../jobs/fakes.ts'

const jobsOn = (...names: string[]): Job[] => names.map((name) => jobOn(imageRow(name), { prompt: name }))

interface Stage extends Partial<RunServices>, Partial<Pick<Provider, 'edit'>> {}

function stage({ edit, code = fakeCode(), ...part }: Stage = {}) {
  const ended: number[] = []
  const run = createRun({
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
  await settled()
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

test('a row shows small pictures of before and after', async () => {
  const { run, row } = stage()
  await run.start(jobsOn('a'))
  await settled()
  expect(await row().before?.text()).toBe('small image on id of a')
  expect(await row().after?.text()).toBe('small cut a')
})

test('a picture too odd to be shown small is placed all the same', async () => {
  const { run, states } = stage({ codec: fakeCodec({ thumbnail: () => Promise.reject(new Error('odd')) }) })
  await run.start(jobsOn('a'))
  expect(states()).toEqual(['done'])
})

test('Stop settles every row at once, whatever it is doing', async () => {
  const { asked, edit } = heldProvider()
  const code = fakeCode({ readImage: ({ id }) => (id === 'id of a' ? hold().promise : pictureOf('image')) })
  const { run, states } = stage({ code, edit })
  const done = run.start(jobsOn(...'abcdefgh'))
  await settled()
  expect(states()).toEqual(['reading', ...Array(5).fill('editing'), 'waiting', 'waiting'])
  run.stop()
  await done
  expect(states()).toEqual(Array(8).fill('stopped'))
  expect(run.busy.value).toBe(false)
  expect(asked).toHaveLength(5)
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

test('Stop lets through what is being placed', async () => {
  const placing = hold<{ id: string; hash: string }>()
  const { run, states } = stage({ code: fakeCode({ placeImage: () => placing.promise }) })
  const done = run.start(jobsOn('a'))
  await settled()
  run.stop()
  await settled()
  expect(states()).toEqual(['placing'])
  placing.resolve({ id: 'id of a', hash: 'new' })
  await done
  expect(states()).toEqual(['done'])
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
  const told = { id: 'request 1', created: 1_750_000_000, metadata: { attempts: 2 } }
  const { run, row } = stage({ edit: async () => editedTo('x', told) })
  await run.start(jobsOn('a'))
  expect(row().told).toMatchObject(told)
})

test('while a run goes, a second press of Run starts nothing', async () => {
  const { asked, edit } = heldProvider()
  const { run, ended } = stage({ edit })
  const done = run.start(jobsOn('a'))
  await run.start(jobsOn('a'))
  await settled()
  expect(run.rows.value).toHaveLength(1)
  expect(asked).toHaveLength(1)
  asked[0]?.answer.resolve(editedTo('a'))
  await done
  expect(ended).toHaveLength(1)
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
      throw new AppError('settings', 'Paste your API key in Settings first.')
    },
  })
  await run.start(jobsOn('a'))
  expect(row().state).toMatchObject({ at: 'failed', error: { fault: 'settings' } })
})

test('a row says until when the provider asked to wait', async () => {
  const until = Date.now() + 5000
  const { run, row } = stage({
    reach: ({ signal, onWait }) => {
      const edit = async () => {
        onWait(until)
        return editedTo('a')
      }
      return { provider: fakeProvider({ edit }), context: contextWith(signal) }
    },
  })
  await run.start(jobsOn('a'))
  expect(row().waitsUntil).toBe(until)
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
