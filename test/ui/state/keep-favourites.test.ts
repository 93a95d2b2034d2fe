import { expect, test } from 'vitest'
import { createKeepFavourites } from '../../../src/ui/state/keep-favourites.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
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

test('of a run only the layers on which favourites were marked are named, and how many results went is told', async () => {
  const code = fakeCode({ keepFavourites: () => ({ removed: 3 }) })
  const notice = createNotice()
  const results = createResults({ code, notice, selection: createSelection(), onChange: () => {} })
  const reach = ({ signal }: { signal: AbortSignal }) => ({ provider: fakeProvider(), context: contextWith(signal) })
  const run = createRun({ ...runServices(), code, codec: fakeCodec(), reach })
  const keep = createKeepFavourites({ code, run, notice, results })
  await run.start(['a', 'b', 'c'].map((name) => jobOn(imageRow(name))))
  expect(keep.layers.value).toEqual([])
  await results.mark('id of b', resultOn('b', 'night'), true)
  await results.mark('id of elsewhere', resultOn('elsewhere', 'night'), true)
  expect(keep.layers.value).toEqual(['id of b'])
  await keep.start()
  expect(code.inputs('keepFavourites')).toEqual([{ ids: ['id of b'] }])
  expect(keep.told.value).toEqual({ removed: 3 })
})
