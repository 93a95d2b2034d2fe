import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { LayerResults } from '../../../src/shared/protocol.ts'
import { createImages } from '../../../src/ui/jobs/images.ts'
import { createGallery } from '../../../src/ui/state/gallery.ts'
import { createNotice } from '../../../src/ui/state/notice.ts'
import { createResults } from '../../../src/ui/state/results.ts'
import { createSelection } from '../../../src/ui/state/selection.ts'
import { fakeCode, pictureOf, resultOn } from '../jobs/fakes.ts'

const one = resultOn('a', 'one', { of: 'original' })
const two = resultOn('a', 'two', { of: 'original', shown: true })
const look = resultOn('a', 'look')

/** The addresses that the browser holds a picture for. */
const held = new Set<string>()
beforeEach(() => {
  vi.useFakeTimers()
  let last = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const url = `blob:${++last}`
    held.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void held.delete(url))
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  held.clear()
})

async function stage(found: LayerResults = { results: [one, two, look], original: false }, answers = {}) {
  let now = found
  const code = fakeCode({
    readResults: () => now,
    readImage: ({ hash }) => pictureOf(hash, { width: 300, height: 200 }),
    ...answers,
  })
  const [selection, notice] = [createSelection(), createNotice()]
  const results = createResults({ code, selection, notice, onChange: () => {} })
  const gallery = createGallery({ code, results, images: createImages(code) })
  gallery.open({ id: 'id of a', name: 'a' }, two)
  const passed = (ms = 200) => vi.advanceTimersByTimeAsync(ms)
  await passed()
  return {
    ...{ code, gallery, passed, reads: () => code.inputs('readImage').map(({ hash }) => hash) },
    change(next: LayerResults) {
      now = next
      return results.readAgain()
    },
  }
}

test('it opens at a result, with that and its original in full size', async () => {
  const { gallery } = await stage()
  expect(gallery.at.value).toBe(1)
  expect(gallery.after.value).toMatchObject({ hash: 'hash of two', width: 300, height: 200 })
  expect(gallery.before.value).toMatchObject({ hash: 'original' })
  expect(held.size).toBe(2)
})

test('stepping stops at both ends, writes nothing and holds one result and one original at a time', async () => {
  const { gallery, passed, code, reads } = await stage()
  gallery.step(-1)
  await passed()
  expect([gallery.result.value, held.size]).toEqual([one, 2])
  gallery.step(-9)
  expect(gallery.at.value).toBe(0)
  gallery.step(9)
  await passed()
  expect([gallery.result.value, gallery.before.value, held.size]).toEqual([look, undefined, 1])
  expect(reads()).toEqual(['hash of two', 'original', 'hash of one', 'hash of look'])
  expect(code.inputs('showResult')).toEqual([])
})

test('what goes by while a key is held down is not read', async () => {
  const { gallery, passed, reads } = await stage()
  const before = reads().length
  for (const by of [-1, 1, 1]) {
    gallery.step(by)
    await passed(50)
  }
  await passed()
  expect(reads().slice(before)).toEqual(['hash of look'])
})

test('reading the results anew reads no picture anew', async () => {
  const { reads, change } = await stage()
  const before = reads().length
  await change({ results: [one, { ...two, favourite: true }, look], original: false })
  expect(reads()).toHaveLength(before)
})

test('closing gives every picture back, also one that is on its way', async () => {
  const { gallery, passed } = await stage()
  gallery.close()
  expect([held.size, gallery.result.value]).toEqual([0, undefined])
  gallery.open({ id: 'id of a', name: 'a' }, one)
  await passed(130)
  gallery.close()
  await passed()
  expect(held.size).toBe(0)
})

test('where the result that is looked at goes, the one that took its place is looked at', async () => {
  const { gallery, change } = await stage()
  gallery.step(1)
  await change({ results: [one, two], original: false })
  expect(gallery.result.value).toEqual(two)
  await change({ results: [], original: true })
  expect(gallery.result.value).toBeUndefined()
})

test('a picture that cannot be read is said in its place', async () => {
  const readImage = () => Promise.reject(new AppError('image', 'Figma no longer has the image.'))
  const { gallery } = await stage(undefined, { readImage })
  expect(gallery.after.value).toMatchObject({ error: { message: 'Figma no longer has the image.' } })
})
