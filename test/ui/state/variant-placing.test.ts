import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { PlacedVariant, PlaceVariant } from '../../../src/shared/protocol.ts'
import type { Job } from '../../../src/ui/jobs/plan.ts'
import type { Edited, Provider } from '../../../src/ui/providers/provider.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createRun } from '../../../src/ui/state/run.ts'
import { createSelection, type EditableRow } from '../../../src/ui/state/selection.ts'
import { createTakeBack } from '../../../src/ui/state/take-back.ts'
import { intoVariants } from '../../../src/ui/variants/into-variants.ts'
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

// Pictures of a run that are gathered into new variants. A job’s prompt is its row and its column, and so is its picture.

const placeAll = ({ id, value, pictures }: PlaceVariant): PlacedVariant => ({
  ...{ id: `${value} of ${id}`, name: `Style=${value}`, set: 'set' },
  placed: pictures.map((picture) => ({ id: `${picture.id} in ${value}`, hash: 'new' })),
})

/** Every column of every row, for one new variant of Card each. */
function jobsOf(rows: readonly EditableRow[], columns: readonly string[], part: Partial<Job> = {}): Job[] {
  const jobs = rows.flatMap((row) =>
    columns.map((name) =>
      jobOn(row, {
        ...{ place: 'variant', prompt: `${row.name} ${name}`, column: { id: name, name } },
        ...{ share: JSON.stringify([row.key, name]), ...part },
      }),
    ),
  )
  return intoVariants(jobs, {
    componentOf: () => ({ kind: 'component', id: 'card', name: 'Card' }),
    propertyOf: () => 'Style',
    valuesOf: () => new Map(columns.map((name) => [name, name])),
  })
}

interface Given {
  edit?: Provider['edit']
  place?: (order: PlaceVariant) => unknown
  /** Holds the drawing of a look up. */
  draw?: (asked: { id: string }) => Promise<unknown> | undefined
}

function stage({ edit = async ({ prompt }) => editedTo(prompt), place = placeAll, draw }: Given = {}) {
  const code = fakeCode({
    placeVariant: place,
    async exportLayer(asked) {
      await draw?.(asked)
      return pictureOf('the same look')
    },
  })
  const run = createRun({
    ...{ ...runServices(), code },
    codec: fakeCodec({ cut: async (answer) => pictureOf(await new Blob([answer]).text()) }),
    reach: ({ signal }) => ({ provider: fakeProvider({ edit }), context: contextWith(signal) }),
  })
  return {
    run,
    code,
    states: () => run.rows.value.map(({ state }) => state.at),
    row: (index: number) => run.rows.value[index]!,
    /** What was asked of the sandbox: the value, and on which layer which picture. */
    made: () =>
      code
        .inputs('placeVariant')
        .map(({ value, pictures }) => [value, pictures.map(({ id, picture }) => `${id}: ${textOf(picture)}`)]),
  }
}

/** A provider whose answers come when the test says so, by their prompts. */
function heldProvider() {
  const asked = new Map<string, ReturnType<typeof hold<Edited>>>()
  const edit: Provider['edit'] = ({ prompt }) => {
    const answer = hold<Edited>()
    asked.set(prompt, answer)
    return answer.promise
  }
  return {
    edit,
    async answer(...prompts: string[]) {
      for (const prompt of prompts) {
        asked.get(prompt)!.resolve(editedTo(prompt))
        await settled()
        await settled()
      }
    },
    fail: (prompt: string) => asked.get(prompt)!.reject(new AppError('refused', 'No.')),
  }
}

const [a, b] = [imageRow('a'), imageRow('b')]

test('each component and column is one new variant with the pictures of all its rows, in the order of the columns', async () => {
  const { run, made, row, states } = stage()
  await run.start(jobsOf([a, b], ['Night', 'Dawn']))
  expect(made()).toEqual([
    ['Night', ['id of a: a Night', 'id of b: b Night']],
    ['Dawn', ['id of a: a Dawn', 'id of b: b Dawn']],
  ])
  expect(states()).toEqual(Array(4).fill('done'))
  expect(row(3)).toMatchObject({
    placed: { id: 'id of b in Dawn', bytes: 'b Dawn'.length },
    variant: { id: 'Dawn of card', name: 'Style=Dawn', set: 'set' },
    unplaced: undefined,
  })
  expect(run.tally.value).toMatchObject({ done: 4, held: 0, loose: 0 })
})

test('with a count all results are in the same variant, the last one on top', async () => {
  const { run, made } = stage()
  const twice = [0, 1].map((index) => jobsOf([a], ['Night'], { share: `${index}`, prompt: `result ${index}` })[0]!)
  const [one] = twice
  const jobs = intoVariants(twice, {
    componentOf: () => ({ kind: 'component', id: 'card', name: 'Card' }),
    propertyOf: () => 'Style',
    valuesOf: () => new Map([[one!.column!.id, 'Night']]),
  })
  await run.start(jobs)
  expect(made()).toEqual([['Night', ['id of a: result 0', 'id of a: result 1']]])
})

test('a row waits for the others of its variant, as a file; one that is about to come goes before a later one', async () => {
  const { edit, answer } = heldProvider()
  const { run, made, states, row } = stage({ edit })
  const done = run.start(jobsOf([a, b], ['Night', 'Dawn']))
  await settled()
  await answer('a Night')
  expect(states()).toEqual(['gathering', 'editing', 'editing', 'editing'])
  expect(Object.getOwnPropertyDescriptor(row(0).unplaced, 'file')?.get).toBeUndefined()
  await answer('a Dawn', 'b Dawn')
  expect(made()).toEqual([])
  await answer('b Night')
  await done
  expect(made().map(([value]) => value)).toEqual(['Night', 'Dawn'])
})

test('where requests serve several components, each has its new variants in the order of the columns', async () => {
  const { edit, answer } = heldProvider()
  const { run, made } = stage({ edit })
  const jobs = ['Night', 'Dawn'].map((name) => jobsOf([a, b], [name]))
  const share = (job: Job, name: string) => ({ ...job, prompt: name, share: name })
  const all = jobs.flatMap((each) => each.map((job) => share(job, job.column!.name)))
  const done = run.start(
    intoVariants(all, {
      componentOf: ({ name }) => ({ kind: 'component', id: name, name }),
      propertyOf: () => 'Style',
      valuesOf: () => new Map(['Night', 'Dawn'].map((name) => [name, name])),
    }),
  )
  await settled()
  await answer('Dawn', 'Night')
  await done
  const pictures = made().flatMap(([, pictures]) => pictures)
  const of = (name: string) => pictures.filter((text) => text?.startsWith(`id of ${name}`))
  expect([of('a'), of('b')]).toEqual([
    ['id of a: Night', 'id of a: Dawn'],
    ['id of b: Night', 'id of b: Dawn'],
  ])
})

test('in a set the first one of a value waits for that of the value before it; later ones only for those of their component', async () => {
  const { edit, answer } = heldProvider()
  const { run, made } = stage({ edit })
  const set = { id: 'set', name: 'Cards', properties: { Style: ['Day'] } }
  const rows = [a, b, imageRow('c')]
  const jobs = rows.flatMap((row) => jobsOf([row], ['Night', 'Dawn']))
  const done = run.start(
    intoVariants(jobs, {
      componentOf: ({ name }) => ({ kind: 'variant', id: name, name, set, values: {} }),
      propertyOf: () => 'Style',
      valuesOf: () => new Map(['Night', 'Dawn'].map((name) => [name, name])),
    }),
  )
  await settled()
  await answer('b Night', 'c Dawn')
  // Of b and c: no Dawn is there yet, and a Night is.
  expect(made().map(([value]) => value)).toEqual(['Night'])
  await answer('c Night', 'a Dawn', 'a Night', 'b Dawn')
  await done
  expect(made().flatMap(([, pictures]) => pictures)).toEqual(
    ['b Night', 'c Night', 'c Dawn', 'a Night', 'a Dawn', 'b Dawn'].map((text) => `id of ${text[0]}: ${text}`),
  )
})

test('a failed row leaves its variant out: the others keep their pictures, and a retry that succeeds brings it', async () => {
  let fails = true
  const edit: Provider['edit'] = async ({ prompt }) => {
    if (prompt === 'b Night' && fails) throw new AppError('refused', 'No.')
    return editedTo(prompt)
  }
  const { run, made, states, row } = stage({ edit })
  await run.start(jobsOf([a, b], ['Night', 'Dawn']))
  expect(made().map(([value]) => value)).toEqual(['Dawn'])
  expect(states()).toEqual(['held', 'done', 'failed', 'done'])
  expect(run.variantOf(row(0))).toMatchObject({ lacks: 1, failed: 1, isMade: false })
  expect(await row(0).unplaced!.file.text()).toBe('a Night')
  expect(run.tally.value).toMatchObject({ held: 1, failed: 1, loose: 1, retriable: 1 })
  fails = false
  await run.retryFailed()
  await settled()
  expect(made()[1]).toEqual(['Night', ['id of a: a Night', 'id of b: b Night']])
  expect(states()).toEqual(Array(4).fill('done'))
})

test('other words for what failed give its variant the picture that it waits for, and make none beside it', async () => {
  const edit: Provider['edit'] = async ({ prompt }) => {
    if (prompt === 'b Night') throw new AppError('refused', 'No.')
    return editedTo(prompt)
  }
  const { run, made, states, row } = stage({ edit })
  await run.start(jobsOf([a, b], ['Night', 'Dawn']))
  expect(states()).toEqual(['held', 'done', 'failed', 'done'])
  await run.add(jobsOf([b], ['Night'], { prompt: 'b other' }))
  await settled()
  expect(made()[1]).toEqual(['Night', ['id of a: a Night', 'id of b: b other']])
  expect(states()).toEqual(['done', 'done', 'failed', 'done', 'done'])
  // What comes of the first words after all has no place left.
  expect(run.variantOf(row(2))).toMatchObject({ isMade: true })
  // A picture that is there is not taken out: the same once more is another variant.
  await run.add(jobsOf([a], ['Dawn'], { prompt: 'a other' }))
  expect(made()[2]).toEqual(['Dawn', ['id of a: a other']])
})

test('what cannot be placed in its variant is laid beside by hand, and the variant waits for another', async () => {
  const { run, code, states, row } = stage({
    place() {
      throw new AppError('layer', 'That layer is no longer in the file.')
    },
  })
  await run.start(jobsOf([a, b], ['Night']))
  await run.placeBeside(row(0).id)
  expect(code.inputs('placeImage')).toMatchObject([{ id: 'id of a', place: 'beside' }])
  expect(states()).toEqual(['done', 'failed'])
  expect(run.variantOf(row(1))).toMatchObject({ lacks: 1, isMade: false })
  await run.placeBeside(row(1).id)
  expect([states(), run.tally.value.loose]).toEqual([['done', 'done'], 0])
})

test('what waits and what it waits for are still there after another run', async () => {
  let fails = true
  const edit: Provider['edit'] = async ({ prompt }) => {
    if (prompt === 'b Night' && fails) throw new AppError('refused', 'No.')
    return editedTo(prompt)
  }
  const { run, made, states } = stage({ edit })
  await run.start(jobsOf([a, b], ['Night']))
  fails = false
  await run.start([jobOn(imageRow('c'))])
  expect(states()).toEqual(['held', 'failed', 'done'])
  await run.retryFailed()
  await settled()
  expect(made()).toEqual([['Night', ['id of a: a Night', 'id of b: b Night']]])
})

test('by hand the variant is made with what is here, and what comes later is laid beside or saved', async () => {
  let fails = true
  const edit: Provider['edit'] = async ({ prompt }) => {
    if (prompt === 'b Night' && fails) throw new AppError('refused', 'No.')
    return editedTo(prompt)
  }
  const { run, code, made, states, row } = stage({ edit })
  await run.start(jobsOf([a, b], ['Night']))
  await run.placeAgain(row(0).id)
  await settled()
  expect(made()).toEqual([['Night', ['id of a: a Night']]])
  fails = false
  await run.retry(row(1).id)
  expect(states()).toEqual(['done', 'held'])
  expect(run.variantOf(row(1))).toMatchObject({ isMade: true })
  await run.placeAgain(row(1).id)
  expect(code.inputs('placeImage')).toMatchObject([{ id: 'id of b', place: 'beside' }])
  expect(states()).toEqual(['done', 'done'])
})

test('after Stop what is here waits with the arrived, and one press places the whole variant', async () => {
  const { edit, answer } = heldProvider()
  const { run, made, states, row } = stage({ edit })
  const done = run.start(jobsOf([a, b], ['Night']))
  await settled()
  await answer('a Night')
  run.stop()
  await done
  expect(states()).toEqual(['stopped', 'stopped'])
  expect(run.arrived.value).toHaveLength(1)
  await answer('b Night')
  expect(run.arrived.value).toHaveLength(2)
  expect(made()).toEqual([])
  expect(run.variantOf(row(0))).toMatchObject({ lacks: 0 })
  await run.placeAgain(row(1).id)
  await settled()
  expect(made()).toEqual([['Night', ['id of a: a Night', 'id of b: b Night']]])
  expect(states()).toEqual(['done', 'done'])
})

test('a stopped row holds its variant back, also where its picture comes all the same', async () => {
  const { edit, answer } = heldProvider()
  const { run, made, states, row } = stage({ edit })
  const done = run.start(jobsOf([a, b], ['Night']))
  await settled()
  run.stopRow(row(0).id)
  await answer('b Night')
  await done
  expect(states()).toEqual(['stopped', 'held'])
  await answer('a Night')
  expect(made()).toEqual([])
  expect(run.variantOf(row(1))).toMatchObject({ lacks: 0 })
})

test('Stop while a variant is placed tells the sandbox, and keeps what it wrote all the same', async () => {
  const answer = hold<PlacedVariant>()
  const { run, code, states } = stage({ place: () => answer.promise })
  const done = run.start(jobsOf([a, b], ['Night']))
  await settled()
  await settled()
  expect(states()).toEqual(['placing', 'placing'])
  run.stop()
  await done
  expect(code.calls.find(({ name }) => name === 'placeVariant')?.options.signal?.aborted).toBe(true)
  const [order] = code.inputs('placeVariant')
  answer.resolve(placeAll(order!))
  await settled()
  expect(states()).toEqual(['done', 'done'])
})

test('where nothing was written on Stop, the pictures wait', async () => {
  const answer = hold<PlacedVariant>()
  const { run, states, row } = stage({ place: () => answer.promise })
  const done = run.start(jobsOf([a, b], ['Night']))
  await settled()
  await settled()
  run.stopRow(row(0).id)
  answer.reject(new AppError('cancelled', 'Stopped.'))
  await done
  expect(states()).toEqual(['stopped', 'held'])
  expect(run.rows.value.every(({ unplaced }) => unplaced?.picture)).toBe(true)
})

test('what could not be placed is placed again as a whole, without another request', async () => {
  let tries = 0
  let asked = 0
  const { run, made, states, row } = stage({
    place(order) {
      if (tries++ === 0) throw new AppError('layer', 'Two variants have the same values.')
      return placeAll(order)
    },
    edit: async ({ prompt }) => editedTo(`${prompt}${++asked > 2 ? ' again' : ''}`),
  })
  await run.start(jobsOf([a, b], ['Night']))
  expect(states()).toEqual(['failed', 'failed'])
  expect(run.tally.value.retriable).toBe(0)
  await run.placeAgain(row(1).id)
  await settled()
  expect(made()[1]).toEqual(['Night', ['id of a: a Night', 'id of b: b Night']])
  expect(states()).toEqual(['done', 'done'])
})

test.each([
  ['waits', 'gathering'],
  ['is placed already', 'done'],
])('looks that turn out to be the same are paid for once, where the first %s, too', async (_, before) => {
  const asked: string[] = []
  const slow = hold<Edited>()
  const drawn = hold()
  const { run, made, states } = stage({
    async edit({ prompt }) {
      asked.push(prompt)
      return prompt === 'c Night' ? slow.promise : editedTo(prompt)
    },
    draw: ({ id }) => (id === 'id of b' ? drawn.promise : undefined),
  })
  const others = before === 'done' ? [] : [imageRow('c')]
  const jobs = [...jobsOf([lookRow('a'), ...others], ['Night']), ...jobsOf([lookRow('b')], ['Dawn'])]
  const done = run.start(jobs.map((job) => (job.row.name === 'c' ? job : { ...job, ...sameAs(job) })))
  await settled()
  await settled()
  expect(states()[0]).toBe(before)
  drawn.resolve(undefined)
  await settled()
  slow.resolve(editedTo('c Night'))
  await done
  expect(asked.filter((prompt) => prompt === 'same')).toHaveLength(1)
  expect(made().find(([value]) => value === 'Dawn')).toEqual(['Dawn', [expect.stringContaining('id of b: ')]])
  expect(states().every((at) => at === 'done')).toBe(true)
})

const sameAs = ({ row }: Job) => ({ prompt: 'same', share: JSON.stringify([row.key, 'same']) })

test('a result that becomes as large as its source is waited for, and it is what is placed', async () => {
  const larger = hold<Edited>()
  const able = { factor: { usual: 4, least: 1, most: 4 }, outputFormats: [] }
  const code = fakeCode({ placeVariant: placeAll })
  const run = createRun({
    ...{ ...runServices(), code },
    codec: fakeCodec({
      cut: async (file) => pictureOf(await new Blob([file]).text(), { width: 1000, height: 750 }),
      enlarge: async (file) => pictureOf(await new Blob([file]).text(), { width: 2000, height: 1500 }),
    }),
    reach: ({ signal }) => ({
      provider: fakeProvider({ can: () => ({ ...CAN, upscale: able }), upscale: () => larger.promise }),
      context: contextWith(signal),
    }),
  })
  const large = imageRow('a', { width: 2000, height: 1500 })
  const done = run.start(jobsOf([large, b], ['Night'], { keep: { model: 'larger', can: able } }))
  await settled()
  await settled()
  expect(run.rows.value.map(({ state }) => state.at)).toEqual(['enlarging', 'gathering'])
  larger.resolve(editedTo('larger'))
  await done
  const [order] = code.inputs('placeVariant')
  expect(order!.pictures.map(({ picture }) => textOf(picture))).toEqual(['larger', 'b Night'])
})

test('Original for this run leaves new variants alone, and their sources are not held', async () => {
  const { run, code } = stage()
  await run.start(jobsOf([a], ['Night']))
  const notice = createNotice()
  const results = createResults({ code, notice, selection: createSelection(), onChange: () => {} })
  const takeBack = createTakeBack({ code, run, results, notice })
  expect(takeBack.layers.value).toEqual([])
  expect([run.holds('id of a'), run.holds('id of a in Night')]).toEqual([false, true])
})
