import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerRow, ReadWords } from '../../../src/shared/protocol.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import type { Can, EditRequest } from '../../../src/ui/providers/provider.ts'
import { createChoice } from '../../../src/ui/state/choice.ts'
import { createEdit, type EditServices } from '../../../src/ui/state/edit.ts'
import { createForm, type Form } from '../../../src/ui/state/form.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createOwnPrompts } from '../../../src/ui/state/own-prompts.ts'
import { createPrice } from '../../../src/ui/state/price.ts'
import type { ReferencePlace } from '../../../src/ui/state/reference-places.ts'
import type { Reference } from '../../../src/ui/state/references.ts'
import { createRowPrompts } from '../../../src/ui/state/row-prompts.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { createUpscalePrices } from '../../../src/ui/state/upscale-prices.ts'
import { createWords } from '../../../src/ui/state/words.ts'
import {
  CAN,
  CAN_LITTLE,
  containerRows,
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  lookRow,
  pictureOf,
  runServices,
  textOf,
} from '../jobs/fakes.ts'

const skippedRow: LayerRow = { ...imageRow('group'), source: { kind: 'skipped', why: 'kind' } }

interface Given extends Partial<Omit<EditServices, 'form' | 'words'>> {
  readWords?: () => Promise<ReadWords>
  form?: Partial<Form>
  can?: Can
  /** `undefined`: the selection is not read yet. */
  rows?: LayerRow[] | undefined
}

/** A form that is ready to run on one image, but for what is given. */
function stage({ form: part = {}, can = CAN, readWords, ...given }: Given = {}) {
  const { rows, ...services } = { rows: [imageRow('a')], ...given }
  const asked: EditRequest[] = []
  const followed: (readonly Job[])[] = []
  const selection = createSelection()
  const choice = createChoice(selection)
  const notice = createNotice()
  const form = createForm('p-image-edit')
  const own = createOwnPrompts(selection)
  const price = createPrice({ keyOf: () => '', ask: async () => undefined })
  const prices = createUpscalePrices(async () => ({ amount: 0.01, unit: 'USD' }))
  const edit = async (request: EditRequest) => {
    asked.push(request)
    return editedTo('x')
  }
  const run = createRun({
    ...runServices(),
    code: fakeCode(),
    codec: fakeCodec(),
    reach: ({ signal }) => ({ provider: fakeProvider({ edit }), context: contextWith(signal) }),
  })
  if (rows) selection.follow({ rows })
  form.change({ prompt: 'Make it night', ...part })
  const code = fakeCode(readWords ? { readWords } : {})
  const words = createWords({
    ...{ selection, choice, form, own, code, prompts: createRowPrompts({ form, own }) },
    can: () => can,
  })
  const model = createEdit({
    selection,
    choice,
    notice,
    form,
    words,
    price: { ...price, follow: (jobs) => void followed.push(jobs) },
    keepPrice: prices.create(),
    upscalers: {
      models: signal(['larger']),
      canOf: () => ({ factor: { usual: 4, least: 1, most: 4 }, outputFormats: [] }),
    },
    run,
    typed: () => [form.all.value.prompt],
    models: () => [],
    canOf: () => can,
    assertAccount: () => {},
    hasAccount: () => true,
    drawSeed: () => 42,
    showOriginal: async () => {},
    ...services,
  })
  return { edit: model, run, form, words, selection, choice, notice, asked, followed }
}

const NO_REFERENCES = {
  ...{ sent: signal<Reference[]>([]), reading: signal(0), places: signal<ReferencePlace[]>([]) },
  assertFilled: () => {},
}

test('an empty place that the prompt names keeps a run from starting, until the places are others', async () => {
  const places = signal<ReferencePlace[]>([{ id: 1, role: 'Style', isAsked: true }])
  const assertFilled = () => {
    if (places.peek().length > 0) throw new AppError('settings', 'Its place is empty.')
  }
  const { edit, asked, notice } = stage({ references: { ...NO_REFERENCES, places, assertFilled } })
  await edit.start()
  expect([notice.shown.value?.message, asked]).toEqual(['Its place is empty.', []])
  places.value = []
  expect(notice.shown.value).toBeUndefined()
  await edit.start()
  expect(asked).toHaveLength(1)
})

test('Run sends the references with every request, in their order', async () => {
  const references = ['lamp', 'rug'].map((digest, id) => ({
    picture: pictureOf(digest),
    digest,
    id,
    name: digest,
    url: '',
  }))
  const { edit, asked } = stage({
    rows: [imageRow('a'), lookRow('b')],
    references: { ...NO_REFERENCES, sent: signal(references) },
  })
  await edit.start()
  expect(new Set(asked.map(({ pictures }) => pictures.map(textOf).join()))).toEqual(
    new Set(['framed image on id of a,lamp,rug', 'framed look of id of b,lamp,rug']),
  )
})

test('nothing is asked while a reference is still being read', async () => {
  const reading = signal(1)
  const { edit, asked, notice } = stage({ references: { ...NO_REFERENCES, reading } })
  await edit.start()
  expect(notice.shown.value).toMatchObject({ fault: 'settings', message: expect.stringContaining('still being read') })
  reading.value = 0
  expect(notice.shown.value).toBeUndefined()
  expect(asked).toEqual([])
  await edit.start()
  expect(asked).toHaveLength(1)
})

test('before the selection is read nobody is told that nothing is selected', async () => {
  const { edit, asked, notice, selection } = stage({ rows: undefined })
  await edit.start()
  expect(notice.shown.value).toMatchObject({ fault: 'selection', message: expect.stringContaining('still being read') })
  selection.follow({ rows: [imageRow('a')] })
  expect(notice.shown.value).toBeUndefined()
  expect(asked).toEqual([])
  await edit.start()
  expect(asked).toHaveLength(1)
})

test('a job that is tried again is sent the references that it had', async () => {
  const sent = signal([{ picture: pictureOf('lamp'), digest: 'lamp', id: 1, name: 'lamp', url: '' }])
  const { edit, run, asked } = stage({ references: { ...NO_REFERENCES, sent } })
  await edit.start()
  sent.value = []
  await run.retry(run.rows.value[0]!.id)
  expect(asked.map(({ pictures }) => pictures.length)).toEqual([2, 2])
})

test('Run edits every image that is selected, as the form says, and skips the rest', async () => {
  const { edit, run, asked, notice } = stage({ rows: [imageRow('a'), skippedRow, lookRow('b')] })
  await edit.start()
  expect(run.rows.value.map(({ job, state }) => [job.row.name, state.at])).toEqual([
    ['a', 'done'],
    ['b', 'done'],
  ])
  expect(asked[0]).toMatchObject({ model: 'p-image-edit', prompt: 'Make it night', seed: 42 })
  expect(notice.shown.value).toBeUndefined()
})

const BAD: [what: string, given: Given, fault: string, sentence: string][] = [
  ['nothing selected', { rows: [] }, 'selection', 'Select the layers whose images should change.'],
  [
    'only skipped layers',
    { rows: [skippedRow] },
    'selection',
    'None of the selected layers can be edited. The list says why.',
  ],
  ['an empty prompt', { form: { prompt: ' \n ' } }, 'settings', 'Write what should change.'],
  [
    'a prompt that is too long only as it is sent',
    { form: { prompt: '0123456789\n012345678\n' } },
    'settings',
    'The prompt has 23 characters; this model takes 20.',
  ],
  ['no model', { form: { model: '' } }, 'settings', 'Choose a model.'],
  ...['1.5', 'moon', '-1', '2147483648'].map((seed): (typeof BAD)[number] => [
    `the seed ${seed}`,
    { form: { seedFrom: 'fixed', seed } },
    'settings',
    'The seed is a whole number from 0 to 2147483647.',
  ]),
  ...[0, 11, 1.5, Number.NaN].map((count): (typeof BAD)[number] => [
    `the count ${count}`,
    { form: { count } },
    'settings',
    'The count is a whole number from 1 to 10.',
  ]),
  ...[0, 101, 2.5, Number.NaN].map((outputCompression): (typeof BAD)[number] => [
    `the compression ${outputCompression}`,
    { form: { options: { outputFormat: 'jpeg', outputCompression } } },
    'settings',
    'The compression is a whole number from 1 to 100.',
  ]),
  ...['size', 'aspect_ratio', 'resolution', 'model', 'prompt', 'image', 'image[]', 'seed'].map(
    (name): (typeof BAD)[number] => [
      `a free field “${name}”`,
      { form: { extra: `${name}=1` } },
      'settings',
      `“${name}” is not free for a field of one’s own: Refill sets it itself.`,
    ],
  ),
  ['a bad line', { form: { extra: 'a=1\noops' } }, 'settings', '“oops” is not of the form name=value.'],
  [
    'an account that is not complete',
    {
      assertAccount: () => {
        throw new AppError('settings', 'Paste your API key first.')
      },
    },
    'settings',
    'Paste your API key first.',
  ],
]

test.each(BAD)('%s is one clear sentence, and nothing is started', async (_, given, fault, message) => {
  const { edit, run, asked, notice } = stage(given)
  await edit.start()
  expect(notice.shown.value).toMatchObject({ fault, message })
  expect(run.rows.value).toEqual([])
  expect(asked).toEqual([])
})

test('a prompt of just the length that the model takes is sent', async () => {
  const { edit, asked } = stage({ form: { prompt: '0123456789\n01234567' } })
  await edit.start()
  expect(asked).toHaveLength(1)
})

test('what is set in a box that this model does not show is neither wrong nor sent', async () => {
  const options = { outputFormat: 'jpeg', outputCompression: 0, turbo: false }
  const { edit, asked, notice } = stage({ can: CAN_LITTLE, form: { seed: 'moon', extra: 'oops', options } })
  await edit.start()
  expect(notice.shown.value).toBeUndefined()
  expect(asked[0]?.seed).toBeUndefined()
  expect(Object.values(asked[0]?.options ?? {}).filter((value) => value !== undefined)).toEqual([])
})

test('the picture that a row would get is as large as the size asked for allows, at its own ratio', () => {
  const { edit } = stage()
  const { width, height } = edit.resultOf(imageRow('a', { width: 4000, height: 1000 }))
  expect(width).toBeGreaterThan(1340)
  expect(width / height).toBeCloseTo(4, 1)
})

test('a notice goes when what it asks for may have been done', async () => {
  const { edit, form, notice } = stage({ form: { prompt: '' } })
  await edit.start()
  expect(notice.shown.value).toBeDefined()
  form.change({ prompt: 'M' })
  expect(notice.shown.value).toBeUndefined()
})

test('the price follows what Run would start', () => {
  const { form, selection, followed } = stage()
  expect(followed.at(-1)).toHaveLength(1)
  form.change({ count: 3 })
  expect(followed.at(-1)).toHaveLength(3)
  selection.follow({ rows: [imageRow('a'), imageRow('b')] })
  expect(followed.at(-1)).toHaveLength(6)
})

test('a form that cannot run has no price, and that is no notice', () => {
  const { form, followed, notice } = stage()
  form.change({ count: 0 })
  expect(followed.at(-1)).toEqual([])
  expect(notice.shown.value).toBeUndefined()
})

test('a price is shown before there is a prompt, and never without an account', () => {
  const ready = signal(false)
  const { followed } = stage({ form: { prompt: '' }, hasAccount: () => ready.value })
  expect(followed.at(-1)).toEqual([])
  ready.value = true
  expect(followed.at(-1)).toHaveLength(1)
})

test('pressing Run twice starts one run', async () => {
  const { edit, run } = stage()
  await Promise.all([edit.start(), edit.start()])
  expect(run.rows.value).toHaveLength(1)
})

test('an original that cannot be shown says why', async () => {
  const gone = new AppError('layer', 'That layer is no longer in the file.')
  const { edit, notice } = stage({ showOriginal: () => Promise.reject(gone) })
  await edit.showOriginal('id')
  expect(notice.shown.value).toBe(gone)
})

test('what is selected during a run does not change the run', async () => {
  const { edit, run, selection } = stage()
  const done = edit.start()
  selection.follow({ rows: [imageRow('b')] })
  await done
  expect(run.rows.value.map(({ job }) => job.row.name)).toEqual(['a'])
})

test('what has no tick is neither run nor priced', async () => {
  const { edit, run, choice, followed } = stage({ rows: containerRows('Card', [imageRow('a'), imageRow('b')]) })
  choice.tick(choice.listed.value[1]!, false)
  expect([edit.paidPictures.value, followed.at(-1)?.length]).toEqual([1, 1])
  await edit.start()
  expect(run.rows.value.map(({ job }) => job.row.name)).toEqual(['b'])
})

test('a tick that is changed during a run does not change the run', async () => {
  const { edit, run, choice } = stage({ rows: containerRows('Card', [imageRow('a'), imageRow('b')]) })
  const done = edit.start()
  choice.tickAll('id of Card', false)
  await done
  expect(run.rows.value.map(({ job, state }) => [job.row.name, state.at])).toEqual([
    ['a', 'done'],
    ['b', 'done'],
  ])
})

test('another page selects nothing, and the run goes on', async () => {
  const { edit, run, selection } = stage()
  const done = edit.start()
  selection.follow({ rows: [] })
  await done
  expect(run.rows.value.map(({ state }) => state.at)).toEqual(['done'])
})

test('with nothing ticked, it is said what to do', async () => {
  const { edit, choice, notice } = stage({ rows: containerRows('Card', [imageRow('a')]) })
  choice.tickAll('id of Card', false)
  await edit.start()
  expect(notice.shown.value?.message).toBe('Tick an image in the list, or let more of them through its filter.')
})

test('a copy beside is asked for in each job, and changes nothing beyond itself', () => {
  const style = { kind: 'style', name: 'Photo' } as const
  const { edit, form, followed } = stage({ rows: [imageRow('a', { notes: [style] })] })
  expect(edit.warnings.value.styles).toEqual(['Photo'])
  form.change({ place: 'beside' })
  expect(followed.at(-1)?.map(({ place }) => place)).toEqual(['beside'])
  expect(edit.warnings.value.styles).toEqual([])
})

test('where new variants are the place, what cannot be in one is neither priced nor run, and nothing beyond it changes', async () => {
  const instances = { kind: 'instances', component: 'c', count: 3 } as const
  const begun: string[][] = []
  const { edit, followed, run, notice, form } = stage({
    rows: ['a', 'b'].map((name) => imageRow(name, { notes: [instances] })),
    form: { place: 'variant' },
    variants: {
      all: signal({ fills: new Map(), property: '', name: '', agreed: new Set<string>() }),
      able: (rows) => rows.filter(({ name }) => name === 'b'),
      aim: (rows) => ({
        async jobs(planned) {
          begun.push(rows.map(({ name }) => name))
          if (form.all.value.prompt === 'refused') throw new AppError('settings', 'Agree first.')
          return planned(rows.map((row) => ({ ...row, id: `new ${row.id}` })))
        },
      }),
    },
  })
  expect(followed.at(-1)?.map(({ row, place }) => [row.name, place])).toEqual([['b', 'variant']])
  expect(edit.warnings.value.instances).toBe(0)
  await edit.start()
  expect(begun).toEqual([['b']])
  expect(run.rows.value.map(({ job }) => job.row.id)).toEqual(['new id of b'])
  form.change({ prompt: 'refused' })
  await edit.start()
  expect(notice.shown.value?.message).toBe('Agree first.')
  expect(run.rows.value).toHaveLength(1)
})

test('each layer is sent its own words, and those that show the same picture share only the same ones', async () => {
  const same = { source: { kind: 'image', hash: 'same' } } as const
  const rows = [imageRow('a', same), imageRow('b', same), imageRow('a', { key: 'again', id: 'other', ...same })]
  const { edit, run, asked, followed } = stage({ rows, form: { prompt: '{layer} by night' } })
  expect(edit.sharing.value).toEqual({ layers: 3, requests: 2 })
  expect(followed.at(-1)).toHaveLength(3)
  await edit.start()
  expect(asked.map(({ prompt }) => prompt).sort()).toEqual(['a by night', 'b by night'])
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['a by night', 'b by night', 'a by night'])
})

test('Run waits for the words, once, and runs what was there when it was pressed', async () => {
  const { edit, run, form, selection, asked, held } = stageReading('{Theme}')
  const presses = [edit.start(), edit.start(), edit.add()]
  form.change({ prompt: 'day', count: 2 })
  selection.follow({ rows: [imageRow('b')] })
  expect(run.rows.value).toEqual([])
  held.resolve({ layers: [{ id: 'id of a', page: '', properties: { Theme: 'Dark' }, texts: {} }] })
  await Promise.all(presses)
  expect(asked.map(({ prompt }) => prompt)).toEqual(['Dark'])
})

test('words that cannot be read start nothing, and Run may be pressed again', async () => {
  const { edit, run, notice, form, held } = stageReading('{Theme}')
  const press = edit.start()
  held.reject(new AppError('bug', 'It broke.'))
  await press
  expect([notice.shown.value?.message, run.rows.value]).toEqual(['It broke.', []])
  form.change({ prompt: 'day' })
  await edit.start()
  expect(run.rows.value).toHaveLength(1)
})

test('a layer without the words is told by name, and its own prompt lets it run', async () => {
  const { edit, run, words, notice, held, choice } = stageReading('{text:Head}')
  const press = edit.start()
  held.resolve({ layers: [{ id: 'id of a', page: '', properties: {}, texts: {} }] })
  await press
  expect(notice.shown.value?.message).toBe('“a” has no text “Head”. Change the prompt, or leave it out.')
  words.own.set(choice.chosen.value[0]!, 'day')
  expect(notice.shown.value).toBeUndefined()
  await edit.start()
  expect(run.rows.value.map(({ job }) => job.prompt)).toEqual(['day'])
})

/** A form whose prompt asks the document, which answers when it is told to. */
function stageReading(prompt: string) {
  const held = hold<ReadWords>()
  return { held, ...stage({ form: { prompt }, readWords: () => held.promise }) }
}
