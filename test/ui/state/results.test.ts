import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerResults } from '../../../src/shared/protocol.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { fakeCode, hold, imageRow, resultOn, settled } from '../jobs/fakes.ts'

const showing = (...prompts: string[]): LayerResults => ({
  results: prompts.map((prompt) => resultOn('a', prompt)),
  original: false,
})

function stage(answers: Parameters<typeof fakeCode>[0] = {}) {
  const code = fakeCode({ readResults: () => showing('night'), ...answers })
  const selection = createSelection()
  const notice = createNotice()
  const results = createResults({ code, selection, notice, onChange: () => {} })
  return {
    code,
    selection,
    notice,
    results,
    reads: () => code.inputs('readResults').map(({ id }) => id),
    prompts: () => results.of('a')?.results.map(({ made }) => made.prompt),
  }
}

test('the results of a layer are read while somebody looks at it, and no longer', async () => {
  const { results, reads, selection, prompts } = stage()
  const stop = results.follow('a')
  await settled()
  expect(prompts()).toEqual(['night'])
  stop()
  expect(results.of('a')).toBeUndefined()
  selection.follow({ rows: [] })
  expect(reads()).toEqual(['a'])
})

test('two places may look at one layer', async () => {
  const { results, prompts } = stage()
  const stop = results.follow('a')
  results.follow('a')
  await settled()
  stop()
  expect(prompts()).toEqual(['night'])
})

test('they are read again when the document changes a selected layer, as an undo does', async () => {
  let now = showing('night')
  const { results, selection, prompts } = stage({ readResults: () => now })
  results.follow('a')
  await settled()
  now = showing()
  selection.follow({ rows: [imageRow('a')] })
  await settled()
  expect(prompts()).toEqual([])
})

test('of two readings the one that was asked last counts, whichever comes last', async () => {
  const first = hold<LayerResults>()
  const answers = [first.promise, Promise.resolve(showing('new'))]
  const { results, prompts } = stage({ readResults: () => answers.shift() })
  results.follow('a')
  await results.readAgain()
  first.resolve(showing('old'))
  await settled()
  expect(prompts()).toEqual(['new'])
})

test('results that cannot be read for a moment stay as they were', async () => {
  let answer = () => Promise.resolve(showing('night'))
  const { results, prompts, notice } = stage({ readResults: () => answer() })
  results.follow('a')
  await settled()
  answer = () => Promise.reject(new AppError('bug', 'Something unexpected went wrong.'))
  await results.readAgain()
  expect([prompts(), notice.shown.value]).toEqual([['night'], undefined])
  answer = () => Promise.reject(new AppError('layer', 'That layer is no longer in the file.'))
  await results.readAgain()
  expect(prompts()).toEqual([])
})

test('a layer that is gone has no results, and that is no fault', async () => {
  const gone = () => Promise.reject(new AppError('layer', 'That layer is no longer in the file.'))
  const { results, prompts, notice } = stage({ readResults: gone })
  results.follow('a')
  await settled()
  expect(prompts()).toEqual([])
  expect(notice.shown.value).toBeUndefined()
})

test('each verb names the layer and the result, and all that is looked at is read again', async () => {
  const { code, results, reads } = stage()
  results.follow('a')
  await results.show('a', resultOn('a', 'night'))
  await results.keepOnly('a', resultOn('a', 'night'))
  await results.backToStyle('a')
  expect(code.inputs('showResult')).toEqual([{ id: 'a', hash: 'hash of night' }])
  expect(code.inputs('keepOnly')).toEqual([{ id: 'a', hash: 'hash of night' }])
  expect(code.inputs('backToStyle')).toEqual([{ id: 'a' }])
  expect(reads()).toHaveLength(4)
})

test('what cannot be done is said, and what is there is read all the same', async () => {
  const refusal = new AppError('layer', 'That result is no longer on “a”.')
  const { results, notice, reads } = stage({ showResult: () => Promise.reject(refusal) })
  results.follow('a')
  await results.show('a', resultOn('a', 'night'))
  expect(notice.shown.value).toBe(refusal)
  expect(reads()).toHaveLength(2)
})
