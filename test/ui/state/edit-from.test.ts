import { expect, test } from 'vitest'
import type { LayerResults, LayerRow } from '../../../src/shared/protocol.ts'
import { createImages } from '../../../src/ui/jobs/images.ts'
import { createEditFrom } from '../../../src/ui/state/edit-from.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { fakeCode, imageRow, lookRow, pictureOf, resultOn, settled } from '../jobs/fakes.ts'

const of = { hash: 'hash of a', width: 800, height: 600 }
/** The row of a layer that shows a result. */
const showing = (hash: string) =>
  imageRow('a', { key: hash, width: 1000, height: 750, source: { kind: 'image', hash }, edited: { of } })
const result = (hash: string) => resultOn('a', 'night', { hash, of: of.hash })

function stage(rows: LayerRow[] = [showing('second')], answers: Parameters<typeof fakeCode>[0] = {}) {
  let found: LayerResults = { results: [result('first'), result('second')], original: false }
  const code = fakeCode({
    readImage: ({ hash }) => pictureOf(hash, { width: 500, height: 375 }),
    readResults: () => found,
    showLayer: () => {},
    ...answers,
  })
  const [selection, notice] = [createSelection(), createNotice()]
  const results = createResults({ code, selection, notice, onChange: () => {} })
  const editFrom = createEditFrom({ selection, notice, results, images: createImages(code) })
  selection.follow({ rows })
  return {
    ...{ code, selection, editFrom, notice },
    now(next: LayerResults) {
      found = next
      return results.readAgain()
    },
  }
}

test('what shows is edited until something else is chosen, and offered is what there is', () => {
  const { editFrom } = stage()
  expect(editFrom.apply(showing('second'))).toEqual(showing('second'))
  expect(editFrom.isOffered(showing('second'))).toBe(true)
  expect(editFrom.isOffered(imageRow('a'))).toBe(false)
  expect(editFrom.isOffered(imageRow('a', { edited: {} }))).toBe(false)
  expect(editFrom.isOffered(lookRow('a'))).toBe(false)
})

test('the original stays chosen when another result shows, with the px of the original', () => {
  const { editFrom, selection } = stage()
  editFrom.choose(showing('second'), 'original')
  selection.follow({ rows: [showing('third')] })
  expect(editFrom.apply(showing('third'))).toMatchObject({
    ...{ key: 'third', width: 800, height: 600, source: { kind: 'image', hash: 'hash of a' } },
  })
})

test('the original chosen before the layer is read again stays chosen, and is nothing to choose while it shows', () => {
  const { editFrom, selection } = stage()
  const before = showing('second')
  selection.follow({ rows: [showing('third')] })
  editFrom.choose(before, 'original')
  selection.follow({ rows: [showing('third')] })
  expect(editFrom.of(showing('third'))).toBe('original')
  selection.follow({ rows: [imageRow('a')] })
  expect(editFrom.isOffered(imageRow('a'))).toBe(false)
  selection.follow({ rows: [showing('fourth')] })
  expect(editFrom.of(showing('fourth'))).toBe('original')
})

test('it ends when the layer is no longer selected', () => {
  const { editFrom, selection } = stage()
  editFrom.choose(showing('second'), 'original')
  selection.follow({ rows: [imageRow('b')] })
  selection.follow({ rows: [showing('second')] })
  expect(editFrom.of(showing('second'))).toBe('shown')
})

test('a result is edited in its own px, also while the original shows', async () => {
  const { editFrom, code } = stage()
  await editFrom.chooseResult(result('first'))
  const made = { width: 500, height: 375, source: { kind: 'image', hash: 'first' } }
  expect(editFrom.apply(showing('second'))).toMatchObject(made)
  expect(editFrom.apply(imageRow('a'))).toMatchObject({ ...made, edited: { of } })
  expect(code.inputs('showLayer')).toEqual([])
})

test('a result on a layer that is not selected selects it, and is chosen when that is so', async () => {
  const { editFrom, code, selection } = stage([imageRow('b')])
  await editFrom.chooseResult(result('first'))
  expect(code.inputs('showLayer')).toEqual([{ id: 'id of a' }])
  selection.follow({ rows: [imageRow('b')] })
  selection.follow({ rows: [showing('second')] })
  expect(editFrom.apply(showing('second')).source).toEqual({ kind: 'image', hash: 'first' })
  selection.follow({ rows: [] })
  expect(editFrom.of(showing('second'))).toBe('shown')
})

test('a result that is removed, or taken back by an undo, is no longer chosen', async () => {
  const { editFrom, now } = stage()
  await editFrom.chooseResult(result('first'))
  await settled()
  expect(editFrom.of(showing('second'))).toMatchObject({ hash: 'first' })
  await now({ results: [result('second')], original: false })
  expect(editFrom.of(showing('second'))).toBe('shown')
})

test('a result that cannot be read is said, and not chosen', async () => {
  const { editFrom, notice } = stage([showing('second')], { readImage: () => Promise.reject(new Error('gone')) })
  await editFrom.chooseResult(result('other'))
  expect(notice.shown.value).toBeDefined()
  expect(editFrom.of(showing('second'))).toBe('shown')
})
