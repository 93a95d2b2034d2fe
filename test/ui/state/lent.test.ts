import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import { upscaleJob } from '../../../src/ui/jobs/upscale-job.ts'
import type { Edited, Provider } from '../../../src/ui/providers/provider.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { isLent } from '../../../src/ui/state/run-row.ts'
import {
  CAN,
  contextWith,
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
} from '../jobs/fakes.ts'

// Upscales whose pictures are for exports alone, through a run as any other.

const STEPS = { factor: { usual: 2, least: 1, most: 4 }, outputFormats: [] }

const lendJob = (name: string, factor = 2, part: Partial<Job> = {}): Job => ({
  ...upscaleJob({ row: imageRow(name), model: 'larger', enlarging: { factor }, place: 'lend' }),
  ...part,
})

interface Given {
  likeness?: number
  upscale?: Provider['upscale']
  place?: () => unknown
}

function stage({ likeness = 1, upscale = async () => editedTo('x'), place }: Given = {}) {
  const code = fakeCode({ ...(place && { placeImage: place }) })
  const run = createRun({
    ...{ ...runServices(), code },
    codec: fakeCodec({ enlarge: async () => ({ ...pictureOf('larger', { width: 1600, height: 1200 }), likeness }) }),
    reach: ({ signal }) => ({
      provider: fakeProvider({ can: () => ({ ...CAN, upscale: STEPS }), upscale }),
      context: contextWith(signal),
    }),
  })
  return { run, code, row: (index = 0) => run.rows.value[index]! }
}

test('its picture is kept, and the document stays as it is', async () => {
  const { run, code, row } = stage()
  await run.start([lendJob('a')])
  expect(row()).toMatchObject({ state: { at: 'done' }, unplaced: { picture: { width: 1600, height: 1200 } } })
  expect(isLent(row())).toBe(true)
  expect(code.names()).not.toContain('placeImage')
  const lent = run.lentFor(lendJob('a'))!
  expect(lent.picture).toMatchObject({ width: 1600, height: 1200 })
  expect(await lent.file.text()).toBe('larger')
  expect(run.added.value).toBe(0)
})

test('it serves the same image, model and step, and smaller steps', async () => {
  const { run } = stage()
  await run.start([lendJob('a', 2)])
  expect(run.lentFor(lendJob('a', 1.5))).toBeDefined()
  expect(run.lentFor(lendJob('a', 3))).toBeUndefined()
  expect(run.lentFor(lendJob('a', 2, { model: 'other' }))).toBeUndefined()
  expect(run.lentFor(lendJob('b', 2))).toBeUndefined()
  await run.start([lendJob('a', 3)])
  expect(run.lentFor(lendJob('a', 3))).toBeDefined()
  expect(run.lentFor(lendJob('a', 2))).toBeDefined()
})

test('it waits for nobody: the layer owes nothing, and the row goes with the next run while the picture stays', async () => {
  const { run } = stage()
  await run.start([lendJob('a')])
  expect(run.owes('id of a')).toBe(false)
  expect(run.holds('id of a')).toBe(false)
  await run.start([lendJob('b')])
  expect(run.rows.value.map(({ job }) => job.row.name)).toEqual(['b'])
  expect(run.lentFor(lendJob('a'))).toBeDefined()
})

test('by hand it is placed on its layer, without another request', async () => {
  let asked = 0
  const { run, code, row } = stage({ upscale: async () => editedTo(String(++asked)) })
  await run.start([lendJob('a')])
  await run.placeAgain(row().id)
  expect(code.inputs('placeImage')).toMatchObject([{ id: 'id of a', place: 'layer', made: { model: 'larger' } }])
  expect(row()).toMatchObject({ state: { at: 'done' }, placed: { id: 'id of a' }, unplaced: undefined })
  expect(isLent(row())).toBe(false)
  expect(asked).toBe(1)
})

test('what is not like its image is not kept for exports: it is looked at, and placed by hand or saved', async () => {
  const { run, code, row } = stage({ likeness: 0.2 })
  await run.start([lendJob('a')])
  expect(row()).toMatchObject({ state: { at: 'failed', error: { fault: 'provider' } }, unplaced: { picture: {} } })
  expect(run.lentFor(lendJob('a'))).toBeUndefined()
  expect(run.owes('id of a')).toBe(true)
  expect(code.names()).not.toContain('placeImage')
})

test('what comes after Stop waits to be placed or saved', async () => {
  const answer = hold<Edited>()
  const { run, code, row } = stage({ upscale: () => answer.promise })
  const done = run.start([lendJob('a')])
  await settled()
  run.stop()
  await done
  answer.resolve(editedTo('late'))
  await settled()
  expect(row()).toMatchObject({ state: { at: 'stopped' }, unplaced: { picture: {} } })
  expect(run.arrived.value).toHaveLength(1)
  expect(run.lentFor(lendJob('a'))).toBeUndefined()
  expect(code.names()).not.toContain('placeImage')
})

test('it serves layers as well, without another request; a row for exports alone is tried again without being placed', async () => {
  let asked = 0
  const { run, code, row } = stage({ upscale: async () => editedTo(String(++asked)) })
  await run.start([lendJob('a')])
  const shown = [imageRow('a'), imageRow('b', { source: imageRow('a').source })]
  await run.start(shown.map((row) => upscaleJob({ row, model: 'larger', enlarging: { factor: 2 } })))
  expect(code.inputs('placeImage')).toMatchObject([
    { id: 'id of a', place: 'layer' },
    { id: 'id of b', place: 'layer' },
  ])
  expect(row(1)).toMatchObject({ state: { at: 'done' }, placed: { id: 'id of b' } })
  await run.start([lendJob('a')])
  expect(row().state).toEqual({ at: 'done' })
  expect(code.inputs('placeImage')).toHaveLength(2)
  expect(asked).toBe(1)
})

test('what could not be placed of it is placed again, or saved', async () => {
  let tries = 0
  const { run, row } = stage({
    place() {
      if (tries++ === 0) throw new AppError('layer', 'That layer is no longer in the file.')
      return { id: 'id of a', hash: 'new' }
    },
  })
  await run.start([lendJob('a')])
  await run.start([upscaleJob({ row: imageRow('a'), model: 'larger', enlarging: { factor: 2 } })])
  expect(row()).toMatchObject({ state: { at: 'failed' }, unplaced: { picture: {} } })
  await run.placeAgain(row().id)
  expect(row()).toMatchObject({ state: { at: 'done' }, placed: { id: 'id of a' } })
})

test('an edit of the same image is asked for as ever', async () => {
  const { run, code } = stage()
  await run.start([lendJob('a')])
  await run.start([jobOn(imageRow('a'), { model: 'larger' })])
  expect(code.inputs('placeImage')).toMatchObject([{ made: { prompt: 'Make it night' } }])
})
