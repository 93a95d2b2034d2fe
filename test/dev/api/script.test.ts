import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type StandIn, startApi } from '../../../dev/api/server.ts'
import { edit, editedBytes, flat, refusal, send } from './client.ts'

let api: StandIn
beforeEach(async () => {
  api = await startApi({ balance: 1 })
})
afterEach(() => api.stop())

const [red, green] = await Promise.all([flat(64, 64, '#c02020'), flat(64, 64, '#20c020')])

test('trouble follows its picture, whatever comes in between', async () => {
  api.script((job, attempt) => (job === 1 && attempt < 3 ? { trouble: 'internal' } : {}))
  const statuses: number[] = []
  for (const image of [red, green, red, red]) statuses.push((await send(api, { image })).status)
  expect(statuses).toEqual([500, 200, 500, 200])
})

test('jobs are counted as they come first, and attempts for each of them', async () => {
  const told: [number, number][] = []
  api.script((job, attempt) => {
    told.push([job, attempt])
    return {}
  })
  for (const image of [green, red, green]) await send(api, { image })
  expect(told).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
  ])
})

test('a new script counts anew, and forgetting ends it', async () => {
  api.script(() => ({}))
  await send(api, { image: red })
  api.script((job, attempt) => (job === 1 && attempt === 1 ? { trouble: 'busy' } : {}))
  expect((await send(api, { image: green })).status).toBe(429)
  api.script(() => ({ trouble: 'policy' }))
  api.forget()
  expect((await send(api, { image: red })).status).toBe(200)
})

test('a question for the price is no attempt', async () => {
  api.script(() => ({ trouble: 'policy' }))
  expect((await send(api, {}, '?dryRun=true')).status).toBe(200)
  expect(await refusal(send(api))).toMatchObject({ code: 'CONTENT_POLICY_VIOLATION' })
})

test('the latency holds for answers and for refusals, and is not shortened by the own work', async () => {
  api.script((job) => ({ latency: 120, ...(job === 2 && { trouble: 'busy' }) }))
  for (const image of [red, green]) {
    const startedAt = performance.now()
    await send(api, { image })
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(119)
  }
})

test('what is planned goes before the script', async () => {
  api.script(() => ({ trouble: 'internal' }))
  api.plan(['none'])
  expect((await send(api, { image: red })).status).toBe(200)
  expect((await send(api, { image: red })).status).toBe(500)
})

test('runs tell what was paid for', async () => {
  api.script((job) => (job === 1 ? { trouble: 'policy' } : {}))
  for (const image of [red, green]) await send(api, { image })
  expect(api.runs().map(({ status, cost }) => [status, cost])).toEqual([
    ['completed', 0.01],
    ['rejected', 0],
  ])
})

test('a prepared answer has the asked size, says what it is and differs by the seed', async () => {
  api.settings.prepared = true
  const { size, metadata } = await edit(api, { size: '3:2' })
  const [one, other, same] = [
    await editedBytes(api, { size: '3:2', seed: '1' }),
    await editedBytes(api, { size: '3:2', seed: '2' }),
    await editedBytes(api, { size: '3:2', seed: '1' }),
  ]
  const { width, height } = await sharp(one).metadata()
  expect(`${width}x${height}`).toBe(size)
  expect(metadata.stand_in.pictures[0]?.did).toEqual(['prepared'])
  const pixels = await Promise.all([one, other].map((file) => sharp(file).raw().toBuffer()))
  expect(pixels[0]!.equals(pixels[1]!)).toBe(false)
  expect(one.equals(same!)).toBe(true)
})

test('with prepared answers an upload is believed from its head, otherwise it is not', async () => {
  const whole = new Uint8Array(await red.arrayBuffer())
  const image = new File([whole.slice(0, whole.length - 30)], 'cut.png', { type: 'image/png' })
  expect((await send(api, { image })).status).toBe(400)
  api.settings.prepared = true
  expect((await send(api, { image })).status).toBe(200)
})

test('another format than PNG is painted as ever', async () => {
  api.settings.prepared = true
  const bytes = await editedBytes(api, { output_format: 'jpeg' })
  expect((await sharp(bytes).metadata()).format).toBe('jpeg')
})
