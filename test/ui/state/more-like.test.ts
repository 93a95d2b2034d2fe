import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow } from '../../../src/shared/protocol.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { drawSeed } from '../../../src/ui/seed.ts'
import { createModels } from '../../../src/ui/state/create-models.ts'
import { editedTo, fakeCode, fakeCodec, fakeProvider, imageRow, lookRow, resultOn, textOf } from '../jobs/fakes.ts'

/** A panel in which every edit is placed as another image of its layer. */
function stage(rows: LayerRow[] = [imageRow('a')]) {
  const asked: EditRequest[] = []
  let placed = 0
  const code = fakeCode({ placeImage: ({ id }) => ({ id, hash: `result ${++placed}` }) })
  const edit = async (request: EditRequest) => {
    asked.push(request)
    return editedTo('x')
  }
  const models = createModels({
    ...{ code, drawSeed, codec: fakeCodec(), hosts: ['https://fake.example/'] },
    providers: [fakeProvider({ edit })],
  })
  models.settings.changeKey('key')
  models.settings.settle()
  models.selection.follow({ rows })
  models.form.change({ prompt: 'night' })
  return { ...models, asked, code }
}

const result = (hash: string, part = {}) => resultOn('a', 'night', { hash, of: 'hash of a', ...part })
const edited = imageRow('a', {
  source: { kind: 'image', hash: 'new' },
  edited: { of: { hash: 'hash of a', width: 800, height: 600 } },
})

test('more of a result of this run is what its job was, whatever the form says by now, with other seeds', async () => {
  const { edit, form, moreLike, asked } = stage()
  form.change({ size: '1:1', options: { turbo: true } })
  await edit.start()
  form.change({ prompt: 'winter', size: 'match', options: {}, count: 3, seedFrom: 'fixed', seed: '7' })
  expect(moreLike.offer(result('result 1'))).toMatchObject({ count: 3, isOfForm: false })
  const coming = moreLike.start(result('result 1'))
  expect(moreLike.asked.value).toEqual({ hash: 'result 1', count: 3 })
  await coming
  expect(moreLike.asked.value).toBeUndefined()
  expect(asked).toHaveLength(4)
  const [{ seed, ...first }, ...more] = asked as [EditRequest, ...EditRequest[]]
  for (const { seed: _seed, ...request } of more) expect(request).toEqual(first)
  expect(new Set([seed, 7, ...more.map((request) => request.seed)]).size).toBe(5)
})

test('when it is asked for again, its job is known still', async () => {
  const { edit, moreLike, asked } = stage()
  await edit.start()
  await moreLike.start(result('result 1'))
  await moreLike.start(result('result 1'))
  expect(asked).toHaveLength(3)
  expect(moreLike.offer(result('result 1'))?.isOfForm).toBe(false)
})

test('of an older result the words and the model are kept, the image is the original, the rest is the form’s', async () => {
  const { form, moreLike, asked, code, run } = stage([edited])
  form.change({ prompt: 'winter', model: 'other', options: { turbo: true } })
  const older = result('older')
  expect(moreLike.offer(older)).toMatchObject({ count: 1, isOfForm: true })
  await moreLike.start(older)
  expect(asked).toMatchObject([{ prompt: 'night', model: 'p-image-edit', options: { turbo: true } }])
  expect(code.inputs('readImage')).toEqual([{ id: 'id of a', hash: 'hash of a' }])
  expect(code.inputs('placeImage')).toMatchObject([{ source: { kind: 'image', hash: 'hash of a' }, place: 'layer' }])
  expect(run.rows.value[0]!.job.row).toMatchObject({ width: 800, height: 600 })
})

test('the model of another provider means nothing to this one: the form’s is asked', async () => {
  const { form, moreLike, asked } = stage([edited])
  form.change({ model: 'chosen' })
  await moreLike.start(result('older', { made: { ...result('older').made, provider: 'elsewhere', model: 'theirs' } }))
  expect(asked).toMatchObject([{ model: 'chosen' }])
})

test.each([
  ['an upscale has no words', [edited], { made: { ...resultOn('a', '').made } }],
  ['the layer is not selected', [imageRow('b')], {}],
  ['its image is no longer on the layer', [imageRow('a', { edited: {} })], { of: undefined }],
  ['the layer shows a look', [lookRow('a')], { of: undefined }],
])('nothing is offered where %s', (_, rows, part) => {
  const { moreLike } = stage(rows)
  expect(moreLike.offer(result('older', part))).toBeUndefined()
})

test('a look of this run is not offered: its layer shows the result by now', async () => {
  const { edit, moreLike } = stage([lookRow('a')])
  await edit.start()
  expect(moreLike.offer(result('result 1', { of: undefined }))).toBeUndefined()
})

test('without an account it says so, and asks nothing', async () => {
  const { settings, moreLike, notice, asked } = stage([edited])
  settings.changeKey('')
  settings.settle()
  await moreLike.start(result('older'))
  expect(notice.shown.value).toBeInstanceOf(AppError)
  expect(asked).toEqual([])
})

test('an edit of the original reads that, and is placed as its result', async () => {
  const { edit, editFrom, code, asked } = stage([edited])
  editFrom.choose(edited, 'original')
  await edit.start()
  expect(code.inputs('placeImage')).toMatchObject([{ id: 'id of a', source: { hash: 'hash of a' }, ratio: 800 / 600 }])
  expect(asked.map(({ pictures }) => pictures.map(textOf))).toHaveLength(1)
  expect(code.inputs('readImage').map(({ hash }) => hash)).toContain('hash of a')
})
