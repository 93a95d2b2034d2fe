import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import type { Remembered } from '../../../src/ui/jobs/remembered.ts'
import { assertKept } from '../../../src/ui/providers/open-job.ts'
import type { Context, Edited, Provider } from '../../../src/ui/providers/provider.ts'
import type { Journal } from '../../../src/ui/state/journal.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import {
  CAN,
  contextWith,
  editedTo,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  jobOn,
  runServices,
} from '../jobs/fakes.ts'
import { oneMachine } from './one-machine.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = (ms = 1000) => vi.advanceTimersByTimeAsync(ms)

const OPEN = { provider: 'fake', id: 'job 1', model: 'm', pollAt: '/jobs/1', submittedAt: 1 }

/** A run whose provider accepts a job at once, and answers when the test says. */
async function stage(
  names: string[],
  { isFull = false, ...more }: { isFull?: boolean } & Partial<Provider> = {},
  part: Partial<Job> = {},
) {
  const { jobs, machine, open } = oneMachine()
  machine.isFull = isFull
  const answer = hold<Edited>()
  const placing = { fails: false }
  const { code, store } = open(
    'a',
    {},
    {
      placeImage({ id }) {
        if (placing.fails) throw new AppError('image', 'Figma did not accept the picture.')
        return { id, hash: 'new' }
      },
    },
  )
  const journals: (Journal | undefined)[] = []
  const left: string[] = []
  const edit = async (_: unknown, { onJob }: Context) => {
    onJob?.(OPEN)
    return answer.promise
  }
  const run = createRun({
    ...{ ...runServices(), code, codec: fakeCodec() },
    saveJournal: async (journal) => void journals.push(journal),
    jobs: { store, onLeft: (id, _, { fault }) => left.push(`${id}: ${fault}`) },
    reach: ({ signal, onJob }) => ({
      provider: fakeProvider({ edit, ...more }),
      context: { ...contextWith(signal), onJob },
    }),
  })
  const rows = names.map((name) => jobOn(imageRow(name), { share: '["same"]', seed: 7, ...part }))
  void run.start(rows)
  await pass()
  const kept = () => jobs.get('fake job 1') as Remembered | undefined
  return { run, answer, kept, jobs, journals, left, placing }
}

const names = (job: Remembered | undefined) => job?.aims.map(({ row }) => row.name)

test('an accepted job is remembered with what its places need, without key and picture, and not told of by the journal', async () => {
  const { kept, journals } = await stage(['Hero', 'Copy'])
  expect(kept()).toMatchObject({
    ...{ version: 1, owner: 'a', file: 'File of a', open: OPEN, prompt: 'Make it night', seed: 7 },
    framed: { shape: { width: 1024, height: 1024 }, source: { width: 8, height: 8 }, keepsAlpha: false },
  })
  expect(names(kept())).toEqual(['Hero', 'Copy'])
  expect(kept()!.aims[0]).toEqual({
    row: {
      ...{ id: 'id of Hero', name: 'Hero', source: { kind: 'image', hash: 'hash of Hero' }, width: 800, height: 600 },
      at: { page: 'page', x: 0, y: 0, width: 400, height: 300 },
    },
    place: 'layer',
  })
  expect(JSON.stringify(kept())).not.toMatch(/authorization|bytes/)
  expect(journals.at(-1)).toBeUndefined()
})

test('of a part the place is remembered, and not the mask: that is read again', async () => {
  const rect = { x: 1, y: 1, width: 4, height: 4 }
  const mask = { file: new Blob(['alpha']), toPicture: [1, 0, 0, 1, 0, 0] as const }
  const part = { crop: rect, region: { bounds: rect, feather: 1, mask }, corrects: true, layer: '1:2' }
  const { kept } = await stage(['Hero'], {}, { part, hides: ['1:2'] })
  expect(kept()!.framed.part).toEqual({
    crop: rect,
    region: { bounds: rect, feather: 1 },
    corrects: true,
    layer: '1:2',
  })
  expect(kept()!.aims[0]!.hides).toEqual(['1:2'])
})

test('that it was to keep its resolution is remembered', async () => {
  const keep = { model: 'larger', can: { factor: { usual: 4, least: 1, most: 4 }, outputFormats: [] } }
  const asked = await stage(['Hero'], {}, { keep, shape: { width: 400, height: 300 } })
  expect(asked.kept()!.keeps).toBe(true)
  const { kept } = await stage(['Hero'])
  expect(kept()!.keeps).toBe(false)
})

test('it is forgotten when its pictures are placed', async () => {
  const { run, answer, jobs } = await stage(['Hero', 'Copy'])
  answer.resolve(editedTo('night'))
  await pass()
  expect(run.tally.value.done).toBe(2)
  expect([...jobs]).toEqual([])
})

test('what could not be placed keeps it, until it is placed again or saved', async () => {
  for (const act of ['place', 'save']) {
    const { run, answer, kept, placing } = await stage(['Hero', 'Copy'])
    placing.fails = true
    answer.resolve(editedTo('night'))
    await pass()
    expect(names(kept())).toEqual(['Hero', 'Copy'])
    placing.fails = false
    await run.placeAgain(1)
    await pass()
    expect(names(kept())).toEqual(['Copy'])
    if (act === 'place') await run.placeAgain(2)
    else run.markSaved(2)
    await pass()
    expect(kept()).toBeUndefined()
  }
})

test('a row that was stopped is remembered as one to be placed by hand', async () => {
  const { run, kept } = await stage(['Hero', 'Copy'])
  run.stopRow(2)
  await pass()
  expect(kept()!.aims.map(({ byHand }) => byHand)).toEqual([undefined, true])
})

test('a fault that says nothing for good leaves it remembered, and hands it on; the row is not retried with others', async () => {
  const { run, answer, kept, left } = await stage(['Hero'])
  answer.reject(new AppError('denied', 'The provider says: “No.”'))
  await pass()
  expect(left).toEqual(['fake job 1: denied'])
  expect(run.rows.value[0]!.unsure).toEqual({ at: 'unknown' })
  expect(run.tally.value.retriable).toBe(0)
  expect(names(kept())).toEqual(['Hero'])
})

test('a job that gives several pictures is left to the journal', async () => {
  const { jobs, journals } = await stage(['Hero'], {}, { n: 2 })
  expect([...jobs]).toEqual([])
  expect(journals.at(-1)).toMatchObject({ open: 1 })
})

test('full storage does not stop a run, and then the journal tells that it was open', async () => {
  const { run, answer, jobs, journals } = await stage(['Hero'], { isFull: true })
  expect(journals.at(-1)).toMatchObject({ open: 1 })
  answer.resolve(editedTo('night'))
  await pass()
  expect(run.rows.value[0]!.state.at).toBe('done')
  expect([...jobs]).toEqual([])
  expect(journals.at(-1)).toBeUndefined()
})

test('where the request is made once more only its last job is remembered', async () => {
  const answer = hold<Edited>()
  const { jobs, run } = await stage(['Hero', 'Copy'], {
    async edit(_, { onJob }) {
      onJob?.({ ...OPEN, id: 'job 0' })
      await pass(500)
      onJob?.(OPEN)
      return answer.promise
    },
  })
  await pass()
  expect([...jobs.keys()]).toEqual(['fake job 1'])
  expect(run.rows.value.map(({ keptAs }) => keptAs)).toEqual(['fake job 1', 'fake job 1'])
  answer.resolve(editedTo('night'))
  await pass()
  expect([...jobs.keys()]).toEqual([])
})

test('the rows know under which name their job is remembered, until nothing can come of it', async () => {
  const kept = async (error: AppError | undefined, isFull = false) => {
    const { run, answer } = await stage(['Hero'], { isFull })
    if (error) answer.reject(error)
    await pass()
    return [run.rows.value[0]!.keptAs, run.tally.value.kept, run.tally.value.loose]
  }
  expect(await kept(undefined)).toEqual(['fake job 1', 1, 0])
  expect(await kept(undefined, true)).toEqual([undefined, 0, 1])
  expect(await kept(new AppError('timeout', 'It is not done yet.'))).toEqual(['fake job 1', 0, 0])
  expect(await kept(overError())).toEqual([undefined, 0, 0])
})

/** The fault of a job of which nothing can come any more. */
function overError(): AppError {
  try {
    assertKept({ ...OPEN, expiresAt: 1 })
  } catch (thrown) {
    return thrown as AppError
  }
  throw new Error('It is kept still')
}

test('a picture that goes on to an upscaler is remembered by the job that gave it, and forgotten when it is placed', async () => {
  const enlarged = hold<Edited>()
  const upscale: Provider['upscale'] = async (_, { onJob }) => {
    onJob?.({ ...OPEN, id: 'job 2' })
    return enlarged.promise
  }
  const can = { factor: { usual: 4, least: 1, most: 100 }, outputFormats: [] }
  const { run, answer, jobs } = await stage(
    ['Hero'],
    { upscale, can: () => ({ ...CAN, upscale: can }) },
    { keep: { model: 'larger', can }, row: imageRow('Hero', { width: 2000, height: 1500 }) },
  )
  answer.resolve(editedTo('edit'))
  await pass()
  expect(run.rows.value[0]!.state.at).toBe('enlarging')
  expect([...jobs.keys()]).toEqual(['fake job 1'])
  enlarged.resolve(editedTo('larger'))
  await pass()
  expect(run.tally.value.done).toBe(1)
  expect([...jobs.keys()]).toEqual([])
})

/** Images that are made larger for exports alone. */
async function lendStage(names: string[]) {
  const larger = hold<Edited>()
  const upscale: Provider['upscale'] = async (_, { onJob }) => {
    onJob?.(OPEN)
    return larger.promise
  }
  const can: Provider['can'] = () => ({
    ...CAN,
    upscale: { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] },
  })
  const row = imageRow('a')
  return { ...(await stage(names, { upscale, can }, { place: 'lend', enlarging: { factor: 2 }, row })), larger }
}

test('a picture for exports is remembered as such until an export has it', async () => {
  const { larger, kept, jobs, run } = await lendStage(['a'])
  larger.resolve(editedTo('larger'))
  await pass()
  const { state, placed, job } = run.rows.value[0]!
  expect([state.at, placed]).toEqual(['done', undefined])
  expect(kept()?.aims).toMatchObject([{ row: { name: 'a' }, place: 'lend' }])
  run.markTaken(job)
  await pass()
  expect(jobs.size).toBe(0)
})

test('of rows that one picture for exports serves, one is enough to remember', async () => {
  const { larger, kept, run } = await lendStage(['a', 'b'])
  larger.resolve(editedTo('larger'))
  await pass()
  expect(run.tally.value.done).toBe(2)
  expect(kept()?.aims).toHaveLength(1)
})
