import { expect, test } from 'vitest'
import { createImages } from '../../../src/ui/jobs/images.ts'
import { createReader } from '../../../src/ui/jobs/reader.ts'
import { fakeCode, hold, imageRow, jobOn, lookRow, textOf } from './fakes.ts'

test('an image is read by its hash, and a look is drawn at the scale that the model can use', async () => {
  const code = fakeCode()
  const jobs = [jobOn(imageRow('photo')), jobOn(lookRow('card', { width: 512, height: 256 }))] as const
  const reader = createReader(code, jobs)
  expect(textOf(await reader.read(jobs[0]))).toBe('image on id of photo')
  expect(textOf(await reader.read(jobs[1]))).toBe('look of id of card')
  expect(code.calls.map(({ name, input }) => [name, input])).toEqual([
    ['readImage', { id: 'id of photo', hash: 'hash of photo' }],
    ['exportLayer', { id: 'id of card', scale: 2 }],
  ])
})

test('the jobs of one row share one reading', async () => {
  const code = fakeCode()
  const row = lookRow('card')
  const jobs = [jobOn(row, { seed: 1 }), jobOn(row, { seed: 2 })] as const
  const reader = createReader(code, jobs)
  const [first, second] = await Promise.all(jobs.map(reader.read))
  reader.release(jobs[0])
  const third = await reader.read(jobs[1])
  expect(second).toBe(first)
  expect(third).toBe(first)
  expect(code.calls).toHaveLength(1)
})

test('two images of one layer are two readings', async () => {
  const code = fakeCode()
  const jobs = ['one', 'two'].map((hash) => jobOn(imageRow('photo', { key: hash, source: { kind: 'image', hash } })))
  await Promise.all(jobs.map(createReader(code, jobs).read))
  expect(code.calls).toHaveLength(2)
})

test('a look that every job has done with is forgotten: the layer may look different by now', async () => {
  const code = fakeCode()
  const job = jobOn(lookRow('card'))
  const reader = createReader(code, [job])
  const first = await reader.read(job)
  reader.release(job)
  expect(await reader.read(job)).not.toBe(first)
})

test('an image that is here is not read again; only whether the layer still holds it is asked', async () => {
  const code = fakeCode({ checkImages: () => [{ fault: 'layer', message: '“photo” was repainted meanwhile.' }] })
  const job = jobOn(imageRow('photo'))
  const images = createImages(code)
  const before = await createReader(code, [job], images).read(job)
  const reader = createReader(code, [job], images)
  expect(await reader.read(job)).toBe(before)
  await expect(reader.confirm(job)).rejects.toMatchObject({ fault: 'layer' })
  expect(code.names()).toEqual(['readImage', 'checkImages'])
})

test('what was read for this job needs no confirmation', async () => {
  const code = fakeCode()
  const job = jobOn(imageRow('photo'))
  const reader = createReader(code, [job])
  await reader.read(job)
  await reader.confirm(job)
  expect(code.names()).toEqual(['readImage'])
})

test('a reading goes on while one job wants it, and is stopped with the last', async () => {
  const code = fakeCode({ exportLayer: () => hold().promise })
  const row = lookRow('card')
  const jobs = [jobOn(row), jobOn(row)] as const
  const reader = createReader(code, jobs)
  const reading = reader.read(jobs[0])
  reader.release(jobs[0])
  expect(code.calls[0]?.options.signal?.aborted).toBe(false)
  reader.release(jobs[1])
  await expect(reading).rejects.toMatchObject({ fault: 'cancelled' })
})

test('jobs that share a reading share its fault', async () => {
  const code = fakeCode({ readImage: () => Promise.reject(new Error('gone')) })
  const row = imageRow('photo')
  const jobs = [jobOn(row), jobOn(row)]
  const readings = await Promise.allSettled(jobs.map(createReader(code, jobs).read))
  expect(readings.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(code.calls).toHaveLength(1)
})
