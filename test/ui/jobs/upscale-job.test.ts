import { expect, test } from 'vitest'
import { askProvider, toSend } from '../../../src/ui/jobs/edit-layer.ts'
import { keepingJob, upscaleJob, upscaleKeyOf, upscalePriceRequest } from '../../../src/ui/jobs/upscale-job.ts'
import type { CanUpscale, Provider, UpscaleRequest } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { CAN, contextWith, editedTo, fakeCodec, fakeProvider, imageRow, jobOn, pictureOf, textOf } from './fakes.ts'

const never = new AbortController().signal
const row = imageRow('photo')
const job = upscaleJob({ row, model: 'larger', enlarging: { factor: 2 } })

const CAN_UPSCALE: CanUpscale = {
  factor: { usual: 2, least: 1, most: 4 },
  outputFormats: ['webp', 'jpg', 'png'],
  quality: true,
}

/** What the provider is asked for the job. */
async function requestFor(sent = pictureOf('x'), can: Partial<CanUpscale> = {}): Promise<UpscaleRequest> {
  let request: UpscaleRequest | undefined
  const provider = fakeProvider({
    can: () => ({ ...CAN, upscale: { ...CAN_UPSCALE, ...can } }),
    upscale: async (asked) => {
      request = asked
      return editedTo('larger')
    },
  })
  await askProvider(job, sent, { provider, context: contextWith(never) })
  return request!
}

test('rows with the same image share a request, and another model or factor is another one', () => {
  const { share } = job
  const other = imageRow('other', { source: row.source })
  expect(upscaleJob({ row: other, model: 'larger', enlarging: { factor: 2 } }).share).toBe(share)
  expect(upscaleJob({ row, model: 'larger', enlarging: { factor: 3 } }).share).not.toBe(share)
  expect(upscaleJob({ row, model: 'other', enlarging: { factor: 2 } }).share).not.toBe(share)
  expect(upscaleJob({ row: imageRow('other'), model: 'larger', enlarging: { factor: 2 } }).share).not.toBe(share)
})

test('the picture is asked for without words, by the factor and in a file of its own kind', async () => {
  const { picture, ...rest } = await requestFor()
  expect(textOf(picture)).toBe('x')
  expect(rest).toEqual({ model: 'larger', factor: 2, options: { outputFormat: 'png' } })
})

test('a photograph comes as one, compressed so little that nobody sees it', async () => {
  const jpeg = { ...pictureOf('x'), type: 'image/jpeg' } as const
  expect((await requestFor(jpeg)).options).toEqual({ outputFormat: 'jpg', outputQuality: 95 })
  expect((await requestFor(jpeg, { outputFormats: ['jpeg'], quality: false })).options).toEqual({
    outputFormat: 'jpeg',
  })
  expect((await requestFor(jpeg, { outputFormats: [] })).options).toEqual({ outputFormat: undefined })
})

test('what comes back is told by its model and cost, and has no prompt', async () => {
  const cost = { amount: 0.02, unit: 'USD' }
  const provider = fakeProvider({
    can: () => ({ ...CAN, upscale: CAN_UPSCALE }),
    upscale: async () => editedTo('larger', { cost }),
  })
  const [answer] = await askProvider(job, pictureOf('x'), { provider, context: contextWith(never) })
  expect(answer!.made).toEqual({ prompt: '', provider: 'fake', model: 'larger', cost: 0.02, at: expect.any(String) })
})

test.each<[string, Partial<Provider>]>([
  ['provider', { can: () => ({ ...CAN, upscale: CAN_UPSCALE }) }],
  ['model', { upscale: async () => editedTo('larger') }],
])('another %s since then, which makes nothing larger, is not asked to edit instead', async (_, part) => {
  let edits = 0
  const edit = async () => {
    edits++
    return editedTo('edited')
  }
  const way = { provider: fakeProvider({ edit, ...part }), context: contextWith(never) }
  await expect(askProvider(job, pictureOf('x'), way)).rejects.toMatchObject({
    fault: 'settings',
    message: 'Fake cannot make images larger with this model.',
  })
  expect(edits).toBe(0)
})

test('a file that carries more than pixels is drawn anew at its own size, on no ground', async () => {
  const framed: unknown[] = []
  const codec = fakeCodec({
    async frame(picture, wanted) {
      framed.push(wanted)
      return { picture: pictureOf(`framed ${textOf(picture)}`, wanted.shape), transparent: true }
    },
  })
  const { sent, back } = await toSend(pictureOf('photo'), job, { codec, signal: never })
  expect(textOf(sent)).toBe('framed photo')
  const shape = { width: 8, height: 8 }
  expect(framed).toEqual([{ shape, content: { x: 0, y: 0, ...shape }, bare: true, signal: never }])
  expect(textOf(await back(new Blob(['answer'])))).toBe('enlarged answer')
})

test('a bare file is sent as it is, and the alpha of a PNG is kept for the way back', async () => {
  const wanted: unknown[] = []
  const codec = fakeCodec({
    enlarge: async (_, how) => {
      wanted.push(how)
      return pictureOf('larger')
    },
  })
  const { sent, back } = await toSend(TINY_PICTURE, job, { codec, signal: never })
  expect(sent).toBe(TINY_PICTURE)
  await back(new Blob([]))
  expect(wanted).toEqual([{ source: { width: 64, height: 64 }, original: TINY_PICTURE, keepsAlpha: true }])
})

test('of the picture only its size is priced, and nothing of it is sent', () => {
  const request = upscalePriceRequest(job)
  expect(request).toMatchObject({ model: 'larger', factor: 2, picture: { width: 800, height: 600 } })
  expect(request.picture.bytes).toBe(TINY_PICTURE.bytes)
  const other = upscalePriceRequest({ ...job, row: imageRow('other') })
  expect(upscaleKeyOf(other)).toBe(upscaleKeyOf(request))
  expect(upscaleKeyOf({ ...request, factor: 3 })).not.toBe(upscaleKeyOf(request))
  expect(upscaleKeyOf({ ...request, model: 'm' })).not.toBe(upscaleKeyOf(request))
})

test('what makes a result larger is sent that result alone, whatever its edit referred to', async () => {
  const large = imageRow('photo', { width: 2048, height: 2048 })
  const references = [{ picture: pictureOf('lamp'), digest: 'lamp' }]
  const edit = jobOn(large, { references, keep: { model: 'larger', can: CAN_UPSCALE } })
  const keeping = keepingJob(edit)!
  expect([keeping.model, keeping.references]).toEqual(['larger', undefined])
  const others = keepingJob({ ...edit, share: JSON.stringify(['photo', 'rug']) })!
  expect(others.share).not.toBe(keeping.share)
})
