import { describe, expect, test } from 'vitest'
import { pixelDojo } from '../../../src/ui/providers/pixeldojo.ts'
import type { EditRequest, OpenJob } from '../../../src/ui/providers/provider.ts'
import { TINY_PICTURE } from '../../../src/ui/providers/tiny-picture.ts'
import { faultOf } from './faults-of.ts'
import { jobContext } from './job-context.ts'
import { requestFor } from './request.ts'
import { sendJson, startServer } from './server.ts'

const key = 'pd_very-secret-key'

// Word for word as its page has them, but for the host of the result.
const SUBMITTED = {
  jobId: 'job_abc123...',
  status: 'pending',
  statusUrl: 'https://pixeldojo.ai/api/v1/jobs/job_abc123...',
  creditCost: 0.25,
  creditsRemaining: 95,
  expiresAt: '2125-01-23T12:00:00Z',
}
const completed = (image: string) => ({
  jobId: 'job_abc123...',
  status: 'completed',
  output: { images: [image] },
  creditCost: 0.25,
  expiresAt: '2125-01-23T12:00:00Z',
})

/** A server that accepts, and then tells these states in turn. */
const startDojo = (states: readonly unknown[], submitted: unknown = SUBMITTED) => {
  let asked = 0
  return startServer((response, { method, path }) => {
    if (path.startsWith('/files/')) return void response.end(`bytes of ${path}`)
    if (method === 'POST') return sendJson(response, 202, submitted)
    sendJson(response, 200, states[Math.min(asked++, states.length - 1)])
  })
}

async function edit(server: { url: string }, given: Partial<EditRequest> = {}) {
  const { context, jobs, left } = jobContext(pixelDojo, server.url, { key })
  return { edited: await pixelDojo.edit(requestFor(given), context), jobs, left }
}

test('the documented answers make an edit', async () => {
  await using server = await startDojo([SUBMITTED, completed('/files/1705930123-456789.png')])
  const { edited, jobs, left } = await edit(server)
  expect(left).toEqual([{ amount: 95, unit: 'credits' }])
  expect(await edited.images[0]!.file.text()).toBe('bytes of /files/1705930123-456789.png')
  expect(edited).toMatchObject({
    id: 'job_abc123...',
    cost: { amount: 0.25, unit: 'credits' },
  })
  expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/v1/models/p-image-edit/run',
    'GET /api/v1/jobs/job_abc123...',
    'GET /api/v1/jobs/job_abc123...',
    'GET /files/1705930123-456789.png',
  ])
  expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
    ...Array(3).fill(`Bearer ${key}`),
    undefined,
  ])
  expect(jobs).toEqual([
    {
      provider: 'pixeldojo',
      id: 'job_abc123...',
      model: 'p-image-edit',
      pollAt: '/api/v1/jobs/job_abc123...',
      submittedAt: expect.any(Number),
      expiresAt: Date.parse('2125-01-23T12:00:00Z'),
      cost: { amount: 0.25, unit: 'credits' },
      uploads: [],
    },
  ])
})

test('the SDK’s form of a result is understood, and one in both forms is fetched once', async () => {
  const assets = [{ url: '/files/a.png', type: 'image' }]
  await using server = await startDojo([{ status: 'completed', assets }])
  expect((await edit(server)).edited.images).toHaveLength(1)
  await using both = await startDojo([{ status: 'completed', output: { images: ['/files/a.png'] }, assets }])
  expect((await edit(both)).edited.images).toHaveLength(1)
})

describe('what is sent', () => {
  const sent = async (given: Partial<EditRequest>) => {
    await using server = await startDojo([completed('/files/a.png')])
    await edit(server, given)
    return JSON.parse(String(server.seen[0]?.body))
  }

  test('is the three documented fields and nothing else', async () => {
    const options = { turbo: false, disableSafetyChecker: true, outputFormat: 'png', weights: 'w', extra: { a: 'b' } }
    expect(await sent({ seed: 7, options, pictures: [TINY_PICTURE, TINY_PICTURE] })).toEqual({
      prompt: 'Add a starry night sky',
      images: [expect.stringMatching(/^data:image\/png;base64,/), expect.stringMatching(/^data:image\/png;base64,/)],
      aspect_ratio: '1:1',
    })
  })

  test.each<[Partial<EditRequest>, string]>([
    [{ size: { width: 1365, height: 768 } }, '16:9'],
    [{ size: { width: 887, height: 1182 } }, '3:4'],
    [{ aspectRatio: '2:3', resolution: '1K' }, '2:3'],
    [{ size: '9:16' }, '9:16'],
    [{ size: 'auto', pictures: [{ ...TINY_PICTURE, width: 1500, height: 1000 }] }, '3:2'],
    [{ pictures: [{ ...TINY_PICTURE, width: 500, height: 4000 }] }, '9:16'],
  ])('%j asks for the ratio %s', async (given, ratio) => {
    expect((await sent(given)).aspect_ratio).toBe(ratio)
  })

  test.each<Partial<EditRequest>>([{ n: 2 }, { pictures: Array(6).fill(TINY_PICTURE) }, { model: 'flux' }])(
    'is nothing where it would be refused: %j',
    async (given) => {
      await using server = await startDojo([])
      expect(await faultOf(edit(server, given))).toMatchObject({ fault: 'settings' })
      expect(server.seen).toEqual([])
    },
  )
})

describe('an answer that is not as documented', () => {
  test.each([{}, { jobId: '' }, { jobId: '..' }, { jobId: 7 }])(
    '%j begins no job, and may be charged',
    async (body) => {
      await using server = await startDojo([], body)
      const message = expect.stringMatching(/does not understand the answer.*may have been charged/)
      expect(await faultOf(edit(server))).toMatchObject({ fault: 'provider', message })
      expect(server.seen).toHaveLength(1)
    },
  )

  test('an id cannot lead to another path', async () => {
    await using server = await startDojo([completed('/files/a.png')], { ...SUBMITTED, jobId: '../keys?a=b#c' })
    await edit(server)
    expect(server.seen[1]?.path).toBe('/api/v1/jobs/..%2Fkeys%3Fa%3Db%23c')
  })

  test('odd numbers and times are left out', async () => {
    const odd = { jobId: 'job_1', creditCost: 'much', creditsRemaining: null, expiresAt: 'soon' }
    await using server = await startDojo([completed('/files/a.png')], odd)
    const { jobs, left } = await edit(server)
    expect(left).toEqual([])
    expect(jobs[0]).not.toHaveProperty('expiresAt')
  })
})

describe('a job', () => {
  test.each([
    ['words', 'The model could not do it.', 'The provider says: “The model could not do it”.'],
    ['an object', { code: 'x', message: 'No.' }, 'The provider says: “No”.'],
    ['nothing', undefined, 'The provider could not make the image, and does not say why.'],
    ['the key', `Bad ${key}`, 'The provider says: “Bad [key]”.'],
  ])('that fails with %s', async (_name, error, message) => {
    await using server = await startDojo([{ status: 'failed', error }])
    expect(await faultOf(edit(server))).toMatchObject({ fault: 'refused', message })
  })

  test('without a picture is a fault of the provider', async () => {
    await using server = await startDojo([{ status: 'completed', output: {} }])
    expect(await faultOf(edit(server))).toMatchObject({ fault: 'provider' })
  })

  test('whose time is over is not asked about', async () => {
    await using server = await startDojo([])
    const { context } = jobContext(pixelDojo, server.url, { key })
    const job: OpenJob = {
      provider: 'pixeldojo',
      id: 'job_1',
      model: 'p-image-edit',
      pollAt: '/api/v1/jobs/job_1',
      submittedAt: Date.parse('2025-01-22T12:00:00Z'),
      expiresAt: Date.parse('2025-01-23T12:00:00Z'),
    }
    expect(await faultOf(pixelDojo.resume!(job, context))).toMatchObject({
      fault: 'provider',
      message: expect.stringMatching(/kept it until Jan 2\d, 2025, \d+:\d\d\s[AP]M\.$/),
    })
    expect(server.seen).toEqual([])
  })
})

test('the price is the documented one, and asks nobody', async () => {
  const { context } = jobContext(pixelDojo, 'http://127.0.0.1:9', { key })
  expect(await pixelDojo.price!(requestFor({ n: 1 }), context)).toEqual({ amount: 0.25, unit: 'credits' })
  expect(await pixelDojo.models!(context)).toEqual(['p-image-edit'])
  expect(await pixelDojo.hasModel!('flux', context)).toBe(false)
})
