import { expect, test } from 'vitest'
import { createLooks } from '../../../src/ui/state/looks.ts'
import type { RunRow } from '../../../src/ui/state/run-row.ts'
import { fakeCode, fakeCodec, hold, imageRow, jobOn, lookRow, pictureOf, settled } from '../jobs/fakes.ts'

const row = (id: number, part: Partial<RunRow> = {}): RunRow => ({
  id,
  job: jobOn(imageRow(`photo ${id}`)),
  state: { at: 'editing' },
  ...part,
})
const done = (id: number, part: Partial<RunRow> = {}) =>
  row(id, { state: { at: 'done' }, placed: { id: `id of photo ${id}`, hash: 'new', bytes: 1 }, ...part })

function stage(code = fakeCode()) {
  const looks = createLooks(code, fakeCodec())
  const has = (which: RunRow) => [looks.before(which), looks.after(which)].map((url) => url !== undefined)
  return { looks, code, has }
}

test('a row in view gets its look of a picture that is here anyway; one out of view gets none', async () => {
  const { looks, code, has } = stage()
  looks.watch(row(1))
  looks.offerBefore([row(1), row(2)], pictureOf('source'))
  await settled()
  expect([has(row(1)), has(row(2))]).toEqual([
    [true, false],
    [false, false],
  ])
  expect(code.names()).toEqual([])
})

test('a row that has ended and comes into view is read again from Figma', async () => {
  const { looks, code, has } = stage()
  looks.watch(done(1))
  await settled()
  await settled()
  expect(has(done(1))).toEqual([true, true])
  expect(code.inputs('readImage')).toEqual([
    { id: 'id of photo 1', hash: 'hash of photo 1', anyLayer: true },
    { id: 'id of photo 1', hash: 'new', anyLayer: true },
  ])
})

test('a row that has ended is read once, however often it comes into view', async () => {
  const { looks, code } = stage()
  looks.watch(done(1))()
  looks.watch(done(1))
  await settled()
  await settled()
  looks.watch(done(1))
  await settled()
  expect(code.calls).toHaveLength(2)
})

test('what a look was before can not be read again, so it is kept also out of view', async () => {
  const { looks, has } = stage()
  const card = row(1, { job: jobOn(lookRow('card')) })
  looks.offerBefore([card], pictureOf('look'))
  await settled()
  expect(has(card)).toEqual([true, false])
})

test('what came and is on no layer is looked at from its file', async () => {
  const { looks, code, has } = stage()
  const { bytes, ...picture } = pictureOf('late')
  const made = { prompt: 'p', provider: 'fake', model: 'm', at: '' }
  const late = row(1, {
    state: { at: 'stopped' },
    unplaced: { file: new Blob([bytes]), fileName: 'a.png', made, picture },
  })
  looks.watch(late)
  await settled()
  await settled()
  expect(has(late)[1]).toBe(true)
  expect(code.inputs('readImage')).toHaveLength(1)
})

test('a picture that is gone or too odd leaves the row without a look', async () => {
  const { looks, has } = stage(fakeCode({ readImage: () => Promise.reject(new Error('gone')) }))
  looks.watch(done(1))
  await settled()
  expect(has(done(1))).toEqual([false, false])
})

test('of a thousand rows no thousand looks are kept, nor wait to be made', async () => {
  const { looks, has } = stage()
  const rows = Array.from({ length: 300 }, (_, id) => row(id))
  for (const each of rows) {
    looks.watch(each)
    looks.offerBefore([each], pictureOf('source'))
    await settled()
  }
  const kept = rows.filter((each) => has(each)[0])
  expect(kept).toHaveLength(120)
  expect(kept.at(-1)?.id).toBe(299)

  const blocked = hold<never>()
  const slow = createLooks(fakeCode(), fakeCodec({ thumbnail: () => blocked.promise }))
  const cards = Array.from({ length: 300 }, (_, id) => row(id, { job: jobOn(lookRow('card')) }))
  slow.offerBefore(cards, pictureOf('look'))
  await settled()
  expect(slow.before(cards[299]!)).toBeUndefined()
})
