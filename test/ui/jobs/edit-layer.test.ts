import { expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import { type Answer, editLayer, placeResult, type Services } from '../../../src/ui/jobs/edit-layer.ts'
import type { EditRequest, Provider } from '../../../src/ui/providers/provider.ts'
import {
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  hold,
  imageRow,
  jobOn,
  pictureOf,
  settled,
  textOf,
} from './fakes.ts'

const job = jobOn(imageRow('photo'), { seed: 7, options: { turbo: false } })

/** Everything that happens, in its order, as one list of words. */
function stage({ edit, ...part }: Partial<Services & Pick<Provider, 'edit'>> = {}) {
  const story: string[] = []
  const code = fakeCode()
  const stop = new AbortController()
  const services: Services = {
    code,
    read: async ({ row }) => pictureOf(row.name),
    provider: fakeProvider(edit && { edit }),
    context: contextWith(stop.signal),
    codec: fakeCodec(),
    onStep: (step) => story.push(step),
    onSource: (picture) => story.push(`source: ${textOf(picture)}`),
    onAnswer: ({ made, edited }) => story.push(`answer: ${edited.images.length} for ${made.prompt}`),
    onResult: (picture) => story.push(`result: ${textOf(picture)}`),
    ...part,
  }
  return { story, code, stop, services, placed: () => code.inputs('placeImage')[0] }
}

const ANSWERED = ['answer: 1 for Make it night', 'result: cut Make it night']

test('a job is read, edited, kept and placed, in this order', async () => {
  const { services, story } = stage()
  await expect(editLayer(job, services)).resolves.toEqual({
    id: 'id of photo',
    hash: 'new',
    bytes: 'cut Make it night'.length,
  })
  expect(story).toEqual(['reading', 'source: photo', 'editing', ...ANSWERED, 'placing'])
})

test('the provider is sent the framed picture and what the job says', async () => {
  let request: EditRequest | undefined
  const { services } = stage({
    edit: async (asked) => {
      request = asked
      return editedTo('night')
    },
  })
  await editLayer(job, services)
  const { pictures, ...rest } = request!
  expect(pictures.map(textOf)).toEqual(['framed photo'])
  expect(pictures[0]).toMatchObject(job.shape)
  expect(rest).toEqual({
    model: 'p-image-edit',
    prompt: 'Make it night',
    size: job.size,
    n: 1,
    seed: 7,
    options: { turbo: false },
  })
})

test('the layer is sent the cut picture, where it came from, its ratio and how it was made', async () => {
  const before = Date.now()
  const cost = { amount: 0.012, unit: 'USD' }
  const { services, placed } = stage({
    edit: async () => ({
      ...editedTo('night', { id: 'request 1', created: 1_750_000_000, executedModel: 'host/model', cost }),
      images: [{ file: new Blob(['night']), revisedPrompt: 'A night sky' }],
    }),
  })
  await editLayer(job, services)
  const { picture, made, ...rest } = placed()!
  expect(textOf(picture)).toBe('cut night')
  const { id, name, source, at } = job.row
  expect(rest).toEqual({ id, name, source, at, place: 'layer', ratio: 800 / 600 })
  expect(made).toEqual({
    prompt: 'Make it night',
    provider: 'fake',
    model: 'p-image-edit',
    seed: 7,
    requestId: 'request 1',
    created: 1_750_000_000,
    executedModel: 'host/model',
    revisedPrompt: 'A night sky',
    cost: 0.012,
    at: expect.any(String),
  })
  expect(Date.parse(made.at)).toBeGreaterThanOrEqual(before)
})

test('a cost in another unit than dollars is not written as dollars, nor is a seed that there was not', async () => {
  const edit = async () => editedTo('night', { cost: { amount: 3, unit: 'credits' } })
  const { services, placed } = stage({ edit })
  await editLayer({ ...job, seed: undefined }, services)
  expect(Object.keys(placed()!.made).sort()).toEqual(['at', 'model', 'prompt', 'provider'])
})

test('the picture moves to the sandbox instead of being copied', async () => {
  const { services, code } = stage()
  await editLayer(job, services)
  const [placed] = code.inputs('placeImage')
  expect(code.calls.at(-1)?.options.transfer).toEqual([placed?.picture.bytes.buffer])
})

test('a job that is stopped while it is framed is not sent', async () => {
  const frame = hold<{ picture: ReturnType<typeof pictureOf>; transparent: boolean }>()
  const { services, story, stop } = stage({ codec: fakeCodec({ frame: () => frame.promise }) })
  const run = editLayer(job, services)
  await settled()
  stop.abort()
  frame.resolve({ picture: pictureOf('framed'), transparent: false })
  await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  expect(story).not.toContain('editing')
})

test('a picture that comes after Stop is kept and not placed', async () => {
  const edit = hold<ReturnType<typeof editedTo>>()
  const { services, story, stop, placed } = stage({ edit: () => edit.promise })
  const run = editLayer(job, services)
  await settled()
  stop.abort()
  edit.resolve(editedTo('night'))
  await expect(run).rejects.toMatchObject({ name: 'AbortError' })
  expect(story.at(-1)).toBe('result: cut night')
  expect(placed()).toBeUndefined()
})

test('an answer that cannot be read is told and kept as it came, with what it cost', async () => {
  const cost = { amount: 0.01, unit: 'USD' }
  const answers: Answer[] = []
  const { services, placed } = stage({
    edit: async () => editedTo('half a picture', { cost }),
    codec: fakeCodec({ cut: () => Promise.reject(new AppError('provider', 'Not a picture.')) }),
    onAnswer: (answer) => answers.push(answer),
  })
  await expect(editLayer(job, services)).rejects.toMatchObject({ fault: 'provider' })
  expect(await answers[0]?.file.text()).toBe('half a picture')
  expect(answers[0]?.made.cost).toBe(0.01)
  expect(placed()).toBeUndefined()
})

test('a shape alone is asked for without a size', async () => {
  let request: EditRequest | undefined
  const { services } = stage({
    edit: async (asked) => {
      request = asked
      return editedTo('night')
    },
  })
  await editLayer({ ...job, size: undefined, aspectRatio: '16:9', resolution: '1K' }, services)
  expect(request).toMatchObject({ size: undefined, aspectRatio: '16:9', resolution: '1K' })
})

test('an answer without a picture is a fault of the provider', async () => {
  const { services, placed } = stage({
    edit: async () => ({ images: [] }),
  })
  await expect(editLayer(job, services)).rejects.toMatchObject({
    fault: 'provider',
    message: 'The provider answered without a picture.',
  })
  expect(placed()).toBeUndefined()
})

test('a second try places the picture without anything else', async () => {
  const code = fakeCode()
  const made = { prompt: 'p', provider: 'fake', model: 'm', at: '2026-01-01T00:00:00.000Z' }
  await placeResult(job, { picture: pictureOf('night'), made }, code)
  expect(code.names()).toEqual(['placeImage'])
})
