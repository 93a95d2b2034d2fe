import { expect, test } from 'vitest'
import { askProvider, placeResult, toSend } from '../../../src/ui/jobs/edit-layer.ts'
import type { Edited, EditRequest, Provider } from '../../../src/ui/providers/provider.ts'
import {
  contextWith,
  editedTo,
  fakeCode,
  fakeCodec,
  fakeProvider,
  imageRow,
  jobOn,
  pictureOf,
  textOf,
} from './fakes.ts'

const job = jobOn(imageRow('photo'), { seed: 7, options: { turbo: false } })
const never = new AbortController().signal

const wayTo = (edit: Provider['edit']) => ({ provider: fakeProvider({ edit }), context: contextWith(never) })

/** What the provider is asked for a job. */
async function requestFor(part: Partial<typeof job>): Promise<EditRequest> {
  let request: EditRequest | undefined
  const edit: Provider['edit'] = async (asked) => {
    request = asked
    return editedTo('night')
  }
  await askProvider({ ...job, ...part }, pictureOf('framed'), wayTo(edit))
  return request!
}

/** How the first result is said to have been made. */
async function madeOf(edited: Partial<Edited>, part: Partial<typeof job> = {}) {
  const [answer] = await askProvider(
    { ...job, ...part },
    pictureOf('x'),
    wayTo(async () => editedTo('night', edited)),
  )
  return answer!.made
}

test('the model is sent the picture at the exact shape of the job', async () => {
  const { sent, back } = await toSend(pictureOf('photo'), job, { codec: fakeCodec(), signal: never })
  expect([textOf(sent), sent.width, sent.height]).toEqual(['framed photo', 1024, 1024])
  expect(textOf(await back(new Blob(['night'])))).toBe('cut night')
})

test('the references follow the picture, in their order', async () => {
  const references = ['lamp', 'rug', 'vase'].map((digest) => ({ picture: pictureOf(digest), digest }))
  const { pictures } = await requestFor({ references })
  expect(pictures.map(textOf)).toEqual(['framed', 'lamp', 'rug', 'vase'])
})

test('the provider is asked what the job says', async () => {
  const { pictures, ...rest } = await requestFor({})
  expect(pictures.map(textOf)).toEqual(['framed'])
  expect(rest).toEqual({
    model: 'p-image-edit',
    prompt: 'Make it night',
    size: job.size,
    n: 1,
    seed: 7,
    options: { turbo: false },
  })
})

test('a shape alone is asked for without a size', async () => {
  const request = await requestFor({ size: undefined, aspectRatio: '16:9', resolution: '1K' })
  expect(request).toMatchObject({ size: undefined, aspectRatio: '16:9', resolution: '1K' })
})

test('a result says how it was made', async () => {
  const before = Date.now()
  const made = await madeOf({
    id: 'request 1',
    created: 1_750_000_000,
    executedModel: 'host/model',
    cost: { amount: 0.012, unit: 'USD' },
    images: [{ file: new Blob(['night']), revisedPrompt: 'A night sky' }],
  })
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

test('of several pictures of one request each cost its part', async () => {
  const cost = { amount: 0.03, unit: 'USD' }
  expect((await madeOf({ cost }, { n: 3 })).cost).toBeCloseTo(0.01)
})

test('a cost in another unit than dollars is not written as dollars, nor is a seed that there was not', async () => {
  const made = await madeOf({ cost: { amount: 3, unit: 'credits' } }, { seed: undefined })
  expect(Object.keys(made).sort()).toEqual(['at', 'model', 'prompt', 'provider'])
})

test('an answer without a picture is a fault of the provider', async () => {
  await expect(
    askProvider(
      job,
      pictureOf('x'),
      wayTo(async () => ({ images: [] })),
    ),
  ).rejects.toMatchObject({
    fault: 'provider',
    message: 'The provider answered without a result.',
  })
})

test('the layer is sent the picture, where it came from, its ratio and how it was made; its bytes move there', async () => {
  const code = fakeCode()
  const made = { prompt: 'p', provider: 'fake', model: 'm', at: '2026-01-01T00:00:00.000Z' }
  const placed = await placeResult(job, { picture: pictureOf('night'), made }, { code })
  const { id, name, source, at } = job.row
  const [{ picture, ...rest }] = code.inputs('placeImage') as [ReturnType<typeof code.inputs<'placeImage'>>[number]]
  expect(rest).toEqual({ id, name, source, at, place: 'layer', ratio: 800 / 600, made })
  expect(textOf(picture)).toBe('night')
  expect(code.calls[0]?.options.transfer).toEqual([picture.bytes.buffer])
  expect(placed).toEqual({ id: 'id of photo', hash: 'new', bytes: 'night'.length })
})
