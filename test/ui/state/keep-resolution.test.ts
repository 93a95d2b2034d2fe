import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { Commands } from '../../../src/shared/protocol.ts'
import type { Job, Upscaler } from '../../../src/ui/jobs/plan.ts'
import { createLocal, localContext } from '../../../src/ui/providers/local.ts'
import type { Edited, Money, Provider, UpscaleRequest } from '../../../src/ui/providers/provider.ts'
import { createRun, type RunServices } from '../../../src/ui/state/run.ts'
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
  lookRow,
  pictureOf,
  runServices,
  settled,
  textOf,
} from '../jobs/fakes.ts'

const CAN_ENLARGE = { factor: { usual: 4, least: 1, most: 4 }, outputFormats: [] }
const KEEP: Upscaler = { model: 'larger', can: CAN_ENLARGE }
const dollars = (amount: number): Money => ({ amount, unit: 'USD' })

/** An image of 2000 × 1500 px, of which a model gives back 1000 × 750. */
const kept = (part: Partial<Job> = {}) => jobOn(imageRow('a', { width: 2000, height: 1500 }), { keep: KEEP, ...part })

/** An answer of two pictures, and the jobs that each get one. */
const two = { images: ['one', 'two'].map((text) => ({ file: new Blob([text]) })) }
const bothKept = [0, 1].map((picture) => kept({ ownSeed: true, n: 2, share: 'both', picture }))

interface Given extends Partial<Pick<RunServices, 'priceOf' | 'settings' | 'codec' | 'saveJournal'>> {
  edit?: Provider['edit']
  upscale?: NonNullable<Provider['upscale']>
}

function stage({ edit, upscale, ...services }: Given = {}) {
  const asked: UpscaleRequest[] = []
  const code = fakeCode()
  const codec = fakeCodec({
    cut: async (answer) => pictureOf(`cut ${await new Blob([answer]).text()}`, { width: 1000, height: 750 }),
    enlarge: async (answer) => pictureOf(await new Blob([answer]).text(), { width: 2000, height: 1500 }),
  })
  const provider = fakeProvider({
    edit: edit ?? (async () => editedTo('edit', { cost: dollars(0.02) })),
    can: () => ({ ...CAN, upscale: CAN_ENLARGE }),
    async upscale(request, context) {
      asked.push(request)
      return upscale?.(request, context) ?? editedTo('enlarged', { cost: dollars(0.005) })
    },
  })
  const local = createLocal(async (picture, { size }) => ({ ...picture, ...size }))
  const run = createRun({
    ...runServices(),
    code,
    codec,
    reach: ({ signal }, { model }) =>
      model === 'local'
        ? { provider: local, context: localContext(signal) }
        : { provider, context: contextWith(signal) },
    ...services,
  })
  const placed = () => code.inputs('placeImage') as Parameters<Commands['placeImage']>[0][]
  return { run, asked, placed, row: () => run.rows.value[0]! }
}

test('the result goes to the upscaler before it is placed, and both are charged', async () => {
  const { run, asked, placed, row } = stage()
  await run.start([kept()])
  expect(asked).toMatchObject([{ model: 'larger', factor: 2 }])
  expect(textOf(asked[0]!.picture)).toBe('framed cut edit')
  expect(placed().map(({ picture, made }) => [textOf(picture), picture.width, made.cost])).toEqual([
    ['enlarged', 2000, 0.025],
  ])
  expect(row()).toMatchObject({ state: { at: 'done' }, costs: [dollars(0.02), dollars(0.005)] })
  expect(run.charged.value).toEqual([dollars(0.025)])
})

test('a result that is as large as its source, or as large as the look that was drawn, is not sent on', async () => {
  const { run, asked } = stage()
  const small = imageRow('b', { width: 1020, height: 765 })
  await run.start([jobOn(small, { keep: KEEP }), jobOn(lookRow('c', { width: 3000, height: 2000 }), { keep: KEEP })])
  expect(asked).toEqual([])
  expect(run.tally.value.done).toBe(2)
})

test('where the upscaler fails, what the edit gave is placed, and the row says why it is smaller', async () => {
  const { run, placed, row } = stage({ upscale: () => Promise.reject(new AppError('refused', 'Not this one.')) })
  await run.start([kept()])
  expect(placed().map(({ picture, made }) => [textOf(picture), made.cost])).toEqual([['cut edit', 0.02]])
  expect(row()).toMatchObject({ state: { at: 'done' }, smaller: { error: { message: 'Not this one.' } } })
  expect(run.charged.value).toEqual([dollars(0.02)])
})

test('an enlarged picture that is another one is not placed, and can be saved', async () => {
  const codec = fakeCodec({
    cut: async () => pictureOf('cut', { width: 1000, height: 750 }),
    enlarge: async () => ({ ...pictureOf('other'), likeness: 0.2 }),
  })
  const { run, placed, row } = stage({ codec })
  await run.start([kept()])
  expect(placed().map(({ picture }) => textOf(picture))).toEqual(['cut'])
  expect(await row().smaller?.file?.text()).toBe('enlarged')
  expect(row().smaller?.fileName).toBe('a.bin')
})

test('what the upscaler sent and nobody can read can be saved, too', async () => {
  const codec = fakeCodec({
    cut: async () => pictureOf('cut', { width: 1000, height: 750 }),
    enlarge: () => Promise.reject(new AppError('provider', 'That is no picture.')),
  })
  const { run, placed, row } = stage({ codec })
  await run.start([kept()])
  expect(placed().map(({ picture }) => textOf(picture))).toEqual(['cut'])
  expect(await row().smaller?.file?.text()).toBe('enlarged')
})

test('stopped while the upscaler works, the row gets the larger picture to be placed by hand', async () => {
  const answer = hold<Edited>()
  const { run, placed, row } = stage({ upscale: () => answer.promise })
  const going = run.start([kept()])
  while (row()?.state.at !== 'enlarging') await settled()
  expect(await row().unplaced?.file.text()).toBe('cut edit')
  run.stop()
  await going
  expect(row()).toMatchObject({ state: { at: 'stopped' }, isDetached: true })
  answer.resolve(editedTo('enlarged', { cost: dollars(0.005) }))
  while (row().isDetached || row().unplaced?.picture?.width !== 2000) await settled()
  expect(await row().unplaced?.file.text()).toBe('enlarged')
  expect(placed()).toEqual([])
  await run.placeAgain(row().id)
  expect(placed().map(({ picture }) => textOf(picture))).toEqual(['enlarged'])
})

test('stopped before the upscaler is asked, nothing more is paid, and the edit can be placed by hand', async () => {
  const { run, asked, row } = stage({
    priceOf: () => dollars(0.02),
    settings: () => ({ ...runServices().settings(), ceiling: 0.03 }),
  })
  const going = run.start([kept()])
  while (run.hold.value === undefined) await settled()
  expect(run.hold.value).toMatchObject({ why: 'ceiling' })
  run.stop()
  await going
  await settled()
  expect(asked).toEqual([])
  expect(row().isDetached).toBe(false)
  expect(await row().unplaced?.file.text()).toBe('cut edit')
})

test('each picture of one answer is sent on', async () => {
  const { run, asked, placed } = stage({ edit: async () => two })
  await run.start(bothKept)
  expect(asked.map(({ picture }) => textOf(picture)).sort()).toEqual(['framed cut one', 'framed cut two'])
  expect(placed()).toHaveLength(2)
})

test('the estimate of the run has both in it, once for each picture', () => {
  const priceOf = ({ enlarging }: Job) => dollars(enlarging ? 0.005 : 0.02)
  const { run } = stage({ priceOf, edit: () => new Promise(() => {}) })
  void run.start([kept({ share: 'x', n: 2 }), kept({ share: 'x', n: 2, picture: 1 })])
  expect(run.estimated.value?.[0]?.amount).toBeCloseTo(0.03)
  run.stop()
})

test('the panel itself costs nothing, is not written down as a request, and its result says what it was resampled from', async () => {
  const journals: unknown[] = []
  const { run, asked, placed } = stage({ saveJournal: async (journal) => void journals.push(journal) })
  await run.start([kept({ keep: { model: 'local', can: CAN_ENLARGE } })])
  expect(asked).toEqual([])
  expect(placed()).toMatchObject([{ made: { cost: 0.02, resampled: { width: 1000, height: 750 } } }])
  expect(run.charged.value).toEqual([dollars(0.02)])
  expect(journals.filter((journal) => JSON.stringify(journal)?.includes('local'))).toEqual([])
})

test('with one slot, a picture that waits for the upscaler is not in the way of the next edit, nor that in its way', async () => {
  const { run, asked, placed } = stage({ settings: () => ({ ...runServices().settings(), parallel: 1 }) })
  const rows = ['a', 'b', 'c'].map((name) => imageRow(name, { width: 2000, height: 1500 }))
  void run.start(rows.map((row) => jobOn(row, { keep: KEEP })))
  for (let turn = 0; turn < 100; turn++) await settled()
  expect(asked).toHaveLength(3)
  expect(placed()).toHaveLength(3)
})

test('stopped while one picture of an answer is with the upscaler, the other one is not sent after it', async () => {
  const answer = hold<Edited>()
  const { run, asked, row } = stage({
    edit: async () => two,
    upscale: () => answer.promise,
    settings: () => ({ ...runServices().settings(), parallel: 1 }),
  })
  const going = run.start(bothKept)
  while (asked.length === 0) await settled()
  run.stop()
  await going
  answer.resolve(editedTo('enlarged'))
  while (row().unplaced?.picture?.width !== 2000) await settled()
  for (let turn = 0; turn < 20; turn++) await settled()
  expect(asked).toHaveLength(1)
  expect(await run.rows.value[1]!.unplaced?.file.text()).toBe('cut two')
})

test('a picture whose row was stopped is not sent on for the rows of the other ones', async () => {
  const answer = hold<Edited>()
  const { run, asked, placed } = stage({
    edit: async () => two,
    upscale: () => answer.promise,
    settings: () => ({ ...runServices().settings(), parallel: 1 }),
  })
  const going = run.start(bothKept)
  while (asked.length === 0) await settled()
  run.stopRow(run.rows.value[1]!.id)
  answer.resolve(editedTo('enlarged'))
  await going
  for (let turn = 0; turn < 20; turn++) await settled()
  expect(asked).toHaveLength(1)
  expect(placed()).toHaveLength(1)
})

test('an answer that is smaller than it should be is not sent on, if that was not in the price', async () => {
  const { run, asked, placed } = stage()
  const enough = imageRow('a', { width: 1024, height: 768 })
  await run.start([jobOn(enough, { keep: KEEP })])
  expect(asked).toEqual([])
  expect(placed()).toHaveLength(1)
})

test('a layer whose picture waits to be placed is owed it, until it is placed or saved', async () => {
  const answer = hold<Edited>()
  const { run, row } = stage({ edit: () => answer.promise })
  const going = run.start([kept({ keep: undefined })])
  while (row()?.state.at !== 'editing') await settled()
  run.stop()
  await going
  expect(run.owes('id of a')).toBe(false)
  answer.resolve(editedTo('edit'))
  while (!row().unplaced?.picture) await settled()
  expect(run.owes('id of a')).toBe(true)
  run.markSaved(row().id)
  expect(run.owes('id of a')).toBe(false)
})
