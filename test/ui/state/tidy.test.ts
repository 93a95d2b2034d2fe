import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { LayerResults } from '../../../src/shared/protocol.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createTakeBack } from '../../../src/ui/state/take-back.ts'
import { createTidy } from '../../../src/ui/state/tidy.ts'
import {
  contextWith,
  fakeCode,
  fakeCodec,
  fakeProvider,
  imageRow,
  jobOn,
  resultOn,
  runServices,
} from '../jobs/fakes.ts'

function stage(answers: Parameters<typeof fakeCode>[0] = {}) {
  const code = fakeCode({ tidy: () => ({ removed: 4 }), ...answers })
  const notice = createNotice()
  const results = createResults({ code, notice, selection: createSelection(), onChange: () => {} })
  const run = createRun({
    ...runServices(),
    code,
    codec: fakeCodec(),
    reach: ({ signal }) => ({ provider: fakeProvider(), context: contextWith(signal) }),
  })
  return { code, run, notice, results, tidy: createTidy({ code, run, results, notice }) }
}

test('Tidy run names each layer of the run once, and says how many results went', async () => {
  const { code, run, tidy } = stage()
  await run.start([jobOn(imageRow('a')), jobOn(imageRow('a')), jobOn(imageRow('b'))])
  await tidy.start()
  expect(code.inputs('tidy')).toEqual([{ ids: ['id of a', 'id of b'] }])
  expect(tidy.told.value?.removed).toBe(4)
})

test('the results that are looked at are read again', async () => {
  const { code, run, results, tidy } = stage()
  await run.start([jobOn(imageRow('a'))])
  results.follow('id of a')
  await tidy.start()
  expect(code.inputs('readResults')).toHaveLength(2)
})

test('what was removed is said until the next run', async () => {
  const { run, tidy } = stage()
  await run.start([jobOn(imageRow('a'))])
  await tidy.start()
  void run.start([jobOn(imageRow('b'))])
  expect(tidy.told.value?.removed).toBeUndefined()
})

test('what was done last to the layers of a run is what is told', async () => {
  const { code, run, notice, results } = stage({
    showOriginals: () => ({ shown: 1, already: 0, override: false, missed: 0 }),
  })
  const last = signal<unknown>()
  const tidy = createTidy({ code, run, results, notice, last })
  const takeBack = createTakeBack({ code, run, results, notice, last })
  await run.start([jobOn(imageRow('a'))])
  await takeBack.start()
  expect([takeBack.told.value?.shown, tidy.told.value?.removed]).toEqual([1, undefined])
  await tidy.start()
  expect([takeBack.told.value?.shown, tidy.told.value?.removed]).toEqual([undefined, 4])
})

/** Both acts on the layers of a run; `set` is the designer's, in Figma: the panel reads again when they come back. */
async function undoable() {
  const held = new Map<string, LayerResults>()
  const { run, results, notice, code } = stage({
    tidy: () => ({ removed: 4, last: 'id of a' }),
    showOriginals: () => ({ shown: 2, already: 0, override: false, missed: 0, last: 'id of a' }),
    readResults: ({ id }) => held.get(id) ?? resultsHeld(1, true),
  })
  await run.start([jobOn(imageRow('a')), jobOn(imageRow('b'))])
  async function set(layer: string, is: LayerResults) {
    held.set(layer, is)
    await results.readAgain()
  }
  const services = { code, run, results, notice }
  return { set, results, tidy: createTidy(services), takeBack: createTakeBack(services) }
}
const resultsHeld = (count: number, original: boolean): LayerResults => ({
  ...{ results: Array.from({ length: count }, (_, index) => resultOn('a', `prompt ${index}`)), original },
})

test('what was removed is no longer said when the results are back', async () => {
  const { tidy, set } = await undoable()
  await set('id of a', resultsHeld(1, false))
  await tidy.start()
  await set('id of a', resultsHeld(1, true))
  expect(tidy.told.value?.removed).toBe(4)
  await set('id of a', resultsHeld(5, false))
  expect(tidy.told.value).toBeUndefined()
  await tidy.start()
  expect(tidy.told.value?.removed).toBe(4)
})

test('that the original is showing is no longer said when a result shows again, on any layer that is looked at', async () => {
  const { results, takeBack, set } = await undoable()
  results.follow('id of b')
  await set('id of b', resultsHeld(3, false))
  await set('id of b', resultsHeld(3, true))
  await takeBack.start()
  await set('id of b', resultsHeld(2, true))
  expect(takeBack.told.value?.shown).toBe(2)
  await set('id of b', resultsHeld(2, false))
  expect(takeBack.told.value).toBeUndefined()
})

test('what is told no more has no layer read', async () => {
  const { results, tidy, set } = await undoable()
  await tidy.start()
  expect(results.of('id of a')).toBeDefined()
  await set('id of a', resultsHeld(5, false))
  expect(results.of('id of a')).toBeUndefined()
})

test('a tidying that fails says why', async () => {
  const refusal = new Error('gone')
  const { run, tidy, notice } = stage({ tidy: () => Promise.reject(refusal) })
  await run.start([jobOn(imageRow('a'))])
  await tidy.start()
  expect(tidy.told.value?.removed).toBeUndefined()
  expect(notice.shown.value?.cause).toBe(refusal)
})
