import { computed, signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { EditRequest } from '../../../src/ui/providers/provider.ts'
import { createCells } from '../../../src/ui/state/cells.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { createEdit } from '../../../src/ui/state/edit.ts'
import { createForm } from '../../../src/ui/state/form.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { originalRow } from '../../../src/ui/state/original-row.ts'
import { createOwnPrompts } from '../../../src/ui/state/own-prompts.ts'
import { createPrice } from '../../../src/ui/state/price.ts'
import { createPromptList } from '../../../src/ui/state/prompt-list.ts'
import { createRowPrompts } from '../../../src/ui/state/row-prompts.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection, type EditableRow } from '../../../src/ui/state/selection.ts'
import { createUpscalePrices } from '../../../src/ui/state/upscale-prices.ts'
import { createWords } from '../../../src/ui/state/words.ts'
import type { NewVariant } from '../../../src/ui/variants/new-variant.ts'
import {
  CAN,
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  runServices,
  settled,
} from '../jobs/fakes.ts'

type Variants = Parameters<typeof createEdit>[0]['variants']

type Edit = (request: EditRequest) => Promise<ReturnType<typeof editedTo>>

interface Given {
  names?: string[]
  variants?: Variants
  asSent?: (row: EditableRow) => EditableRow
  holderOf?: (id: string) => string
}

/** Two layers and two prompts, ready to run. */
function stage(
  edit: Edit = async () => editedTo('x'),
  { names = ['a', 'b'], variants, asSent = (row: EditableRow) => row, holderOf = (id: string) => id }: Given = {},
) {
  const asked: string[] = []
  const selection = createSelection()
  const all = createChoice(selection)
  const choice = { ...all, chosen: computed(() => all.chosen.value.map(asSent)) }
  const notice = createNotice()
  const form = createForm('p-image-edit')
  const own = createOwnPrompts(selection, () => list.all.value[0]!.id)
  const list = createPromptList({ form, own })
  const code = fakeCode({ placeImage: ({ id }) => ({ id: holderOf(id), hash: 'new' }) })
  const run = createRun({
    ...runServices(),
    code,
    codec: fakeCodec(),
    reach: ({ signal }) => ({
      provider: fakeProvider({
        edit: async (request) => {
          asked.push(request.prompt)
          return edit(request)
        },
      }),
      context: contextWith(signal),
    }),
  })
  selection.follow({ rows: names.map((name) => imageRow(name)) })
  form.change({ prompt: 'night' })
  list.add()
  list.change(list.active.value, { prompt: 'snow {n}' })
  const words = createWords({
    ...{ code, selection, choice, form, own, prompts: createRowPrompts({ form, own, list }) },
    can: () => CAN,
  })
  const model = createEdit({
    ...{ selection, choice, notice, form, words, run, ...(variants && { variants }) },
    price: createPrice({ keyOf: () => '', ask: async () => undefined }),
    keepPrice: createUpscalePrices(async () => undefined).create(),
    upscalers: { models: signal([]), canOf: () => undefined },
    models: () => [],
    canOf: () => CAN,
    assertAccount: () => {},
    hasAccount: () => true,
    drawSeed: () => 42,
    showOriginal: async () => {},
    typed: () => list.typed.value,
  })
  const cells = createCells({ selection, choice, words, list, edit: model, run })
  const cell = (row: number, column: number) => ({
    row: cells.rows.value[row]!,
    column: cells.columns.value[column]!,
  })
  const states = () =>
    cells.rows.value.map((row) => cells.columns.value.map((column) => cells.stateOf({ row, column }).at))
  return { asked, selection, list, own, form, run, edit: model, notice, cells, cell, states }
}

test('a run goes through the layers, and on each through the prompts', async () => {
  const { edit, run, asked, states } = stage()
  await edit.start()
  expect(run.rows.value.map(({ job }) => `${job.row.name} ${job.column?.name}`)).toEqual([
    ...['a Prompt 1', 'a Prompt 2', 'b Prompt 1', 'b Prompt 2'],
  ])
  expect(asked.sort()).toEqual(['night', 'night', 'snow 1', 'snow 2'])
  expect(states()).toEqual([
    ['done', 'done'],
    ['done', 'done'],
  ])
})

test('one cell runs by itself, with its number among all, and what others came to stays', async () => {
  const { cells, cell, asked, states, run } = stage()
  await cells.start([cell(1, 1)])
  expect(asked).toEqual(['snow 2'])
  await cells.start([cell(0, 0)])
  expect(states()).toEqual([
    ['done', 'new'],
    ['new', 'done'],
  ])
  expect(run.tally.value).toMatchObject({ total: 2, done: 2 })
})

test('a cell is the same one when its result has taken the place of its picture', async () => {
  const { cells, cell, states, selection } = stage()
  await cells.start([cell(0, 0)])
  const shown = { key: 'another key', source: { kind: 'image', hash: 'new' } } as const
  selection.follow({ rows: [imageRow('a', shown), imageRow('b')] })
  expect(states()).toEqual([
    ['done', 'new'],
    ['new', 'new'],
  ])
})

test('the cells of new variants are those of their layers, also of one that was made a component', async () => {
  const wanted: { variant: NewVariant; rows: readonly EditableRow[] }[] = []
  const variants: Variants = {
    all: signal({ fills: new Map(), property: '', name: '', agreed: new Set() }),
    able: (rows) => [...rows],
    aim: (rows) => ({
      async jobs(planned) {
        // One of two pictures is no part of this run: what comes waits.
        const variant = { component: 'c', of: 'Card', property: 'Style', value: 'Night', order: 0, pictures: 2 }
        const moved = rows.map((row) => ({ ...row, id: `new ${row.id}` }))
        wanted.push({ variant, rows: moved })
        return planned(moved).map((job) => ({ ...job, into: { variant, slot: 0 } }))
      },
    }),
  }
  const { cells, cell, states, form, selection } = stage(undefined, { variants })
  form.change({ place: 'variant' })
  await cells.start([cell(0, 0)])
  const [{ rows }] = wanted as [(typeof wanted)[number]]
  selection.follow({ rows: rows.map((row) => ({ ...row, key: `anew ${row.key}` })) })
  expect(states()).toEqual([
    ['held', 'new'],
    ['new', 'new'],
  ])
  // It is paid for.
  expect(cells.actionsOn([cell(0, 0)])).toEqual({ run: undefined, retry: undefined, stop: [] })
})

test('what failed in a column is tried again, and the rest is offered by itself', async () => {
  let isBad = true
  const { cells, cell, states, asked } = stage(async () => {
    if (isBad) throw new AppError('refused', 'No.')
    return editedTo('x')
  })
  const column = [cell(0, 1), cell(1, 1)]
  await cells.start([cell(0, 1)])
  expect(states()[0]).toEqual(['new', 'failed'])
  const actions = cells.actionsOn(column)
  expect(actions.run?.cells).toEqual([cell(1, 1)])
  expect(actions.retry?.ids).toHaveLength(1)
  isBad = false
  await cells.retry(actions.retry!.ids)
  expect(asked).toEqual(['snow 1', 'snow 1'])
  expect(states()[0]).toEqual(['new', 'done'])
  expect(cells.actionsOn([cell(0, 1)]).run).toMatchObject({ isAgain: true })
})

test('a failed cell runs anew only with other words, and by these it is judged then', async () => {
  const { cells, cell, list, states } = stage(async ({ prompt }) => {
    if (prompt === 'night') throw new AppError('refused', 'No.')
    return editedTo('x')
  })
  await cells.start([cell(0, 0)])
  expect(cells.actionsOn([cell(0, 0)]).run).toBeUndefined()
  list.change('', { prompt: 'dusk' })
  expect(cells.actionsOn([cell(0, 0)]).run?.cells).toHaveLength(1)
  await cells.start([cell(0, 0)])
  expect(states()[0]).toEqual(['done', 'new'])
  expect(cells.actionsOn([cell(0, 0)]).retry).toBeUndefined()
})

test('a row is stopped and another is added while a run goes', async () => {
  const answer = hold<ReturnType<typeof editedTo>>()
  const { cells, cell, states, run } = stage(() => answer.promise)
  void cells.start([cell(0, 0), cell(0, 1)])
  await settled()
  const { stop } = cells.actionsOn([cell(0, 0), cell(0, 1)])
  expect(stop).toHaveLength(2)
  void cells.start([cell(1, 0)])
  await settled()
  cells.stop(stop)
  expect(states()).toEqual([
    ['stopped', 'stopped'],
    ['editing', 'new'],
  ])
  // Its request is still open: asking again would pay twice.
  expect(cells.actionsOn([cell(0, 0)])).toMatchObject({ run: undefined, retry: undefined })
  answer.resolve(editedTo('x'))
  await expect.poll(() => run.busy.value).toBe(false)
})

test('a layer without words in a column is left out; a column without any is said by its name', async () => {
  const { edit, list, own, cell, asked, notice, cells } = stage()
  const { id } = list.all.value[1]!
  list.change(id, { prompt: '' })
  await edit.start()
  expect(asked).toEqual([])
  expect(notice.shown.value?.message).toContain('“Prompt 2” has no words yet')
  own.set(cell(1, 1).row, 'frost', id)
  expect(cells.hasWords(cell(0, 1))).toBe(false)
  await edit.start()
  expect(asked.sort()).toEqual(['frost', 'night', 'night'])
})

test('layers that show one picture share what they say alike, prompt by prompt', async () => {
  const { edit, selection, run, asked } = stage()
  const source = { kind: 'image', hash: 'same' } as const
  selection.follow({ rows: [imageRow('a', { source }), imageRow('b', { source })] })
  await edit.start()
  expect(asked.sort()).toEqual(['night', 'snow 1', 'snow 2'])
  expect(run.tally.value.done).toBe(4)
})

test('a prompt that is too long is said by its name', async () => {
  const { edit, list, notice, asked } = stage()
  list.change('', { prompt: 'much too long for this model' })
  await edit.start()
  expect(notice.shown.value?.message).toContain('“Prompt 1” sends 28 characters; this model takes 20')
  expect(asked).toEqual([])
})

test('a cell whose words have changed since says so, and counts as one that is to be run', async () => {
  const { cells, cell, list, edit, run, asked } = stage()
  await edit.start()
  const all = () => cells.rows.value.flatMap((_, row) => cells.columns.value.map((_, column) => cell(row, column)))
  expect(cells.actionsOn(all()).run).toMatchObject({ isAgain: true })
  list.change('', { prompt: 'dusk' })
  expect(all().map((one) => cells.stateOf(one).isOld)).toEqual([true, false, true, false])
  const { run: offer } = cells.actionsOn(all())
  expect(offer).toMatchObject({ isAgain: false, cells: [{ column: { id: '' } }, { column: { id: '' } }] })
  await cells.start(offer!.cells.slice(0, 1))
  expect(asked.slice(4)).toEqual(['dusk'])
  expect(run.tally.value.total).toBe(5)
  expect(cells.stateOf(cell(0, 0))).toMatchObject({ at: 'done', isOld: false, rows: [{ job: { prompt: 'dusk' } }] })
  list.change('', { prompt: 'night' })
  expect(cells.stateOf(cell(1, 0)).isOld).toBe(false)
})

test('a cell that failed and has other words by now is run with those, and not tried again', async () => {
  let isBad = true
  const { cells, cell, list, asked } = stage(async () => {
    if (isBad) throw new AppError('refused', 'No.')
    return editedTo('x')
  })
  await cells.start([cell(0, 0), cell(1, 0)])
  list.change('', { prompt: 'dusk' })
  const { run, retry } = cells.actionsOn([cell(0, 0), cell(1, 0)])
  expect([run?.cells.length, retry]).toEqual([2, undefined])
  isBad = false
  await cells.start(run!.cells)
  expect(asked.slice(2)).toEqual(['dusk', 'dusk'])
  expect([cell(0, 0), cell(1, 0)].map((one) => cells.stateOf(one).at)).toEqual(['done', 'done'])
})

test('cells are found again where edits are made from the original', async () => {
  const { edit, states, selection } = stage(undefined, { asSent: (row) => originalRow(row)! })
  const of = { hash: 'hash of a', width: 800, height: 600 }
  selection.follow({
    rows: [imageRow('a', { source: { kind: 'image', hash: 'shown' }, edited: { of } }), imageRow('b')],
  })
  await edit.start()
  expect(states()).toEqual([
    ['done', 'done'],
    ['done', 'done'],
  ])
})

test('a cell is found by its layer, and by the rectangle that was laid over it', async () => {
  const { edit, states, selection, cells } = stage(undefined, { holderOf: (id) => `${id} over` })
  await edit.start()
  expect(states()).toEqual(Array(2).fill(['done', 'done']))
  selection.follow({ rows: [imageRow('over', { id: 'id of a over' }), imageRow('c')] })
  expect(cells.rows.value.map(({ name }) => name)).toEqual(['over', 'c'])
  expect(states()).toEqual([
    ['done', 'done'],
    ['new', 'new'],
  ])
})
