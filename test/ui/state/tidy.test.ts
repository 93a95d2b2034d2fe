import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createTakeBack } from '../../../src/ui/state/take-back.ts'
import { createTidy } from '../../../src/ui/state/tidy.ts'
import { contextWith, fakeCode, fakeCodec, fakeProvider, imageRow, jobOn, runServices } from '../jobs/fakes.ts'

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

test('a tidying that fails says why', async () => {
  const refusal = new Error('gone')
  const { run, tidy, notice } = stage({ tidy: () => Promise.reject(refusal) })
  await run.start([jobOn(imageRow('a'))])
  await tidy.start()
  expect(tidy.told.value?.removed).toBeUndefined()
  expect(notice.shown.value?.cause).toBe(refusal)
})
