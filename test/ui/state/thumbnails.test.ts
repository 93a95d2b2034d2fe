import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Picture } from '../../../src/shared/picture.ts'
import { createThumbnails } from '../../../src/ui/state/thumbnails.ts'
import { fakeCode, fakeCodec, hold, imageRow, lookRow, pictureOf, settled } from '../jobs/fakes.ts'

/** The addresses that the browser holds memory for. */
const held = new Set<string>()
beforeEach(() => {
  const { createObjectURL, revokeObjectURL } = URL
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = createObjectURL(blob)
    held.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    held.delete(url)
    revokeObjectURL(url)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const url of held) URL.revokeObjectURL(url)
  held.clear()
})

test('a thumbnail is made once, however often it is wanted', async () => {
  const code = fakeCode()
  const thumbnails = createThumbnails(code, fakeCodec())
  const row = imageRow('a')
  thumbnails.want(row)
  thumbnails.want({ ...row })
  await settled()
  thumbnails.want(row)
  await settled()
  expect(code.calls).toHaveLength(1)
  expect(thumbnails.urlOf(row)).toMatch(/^blob:/)
})

test('one image on two layers is one thumbnail; two layers look each their own way', async () => {
  const code = fakeCode()
  const thumbnails = createThumbnails(code, fakeCodec())
  const source = { kind: 'image', hash: 'same' } as const
  for (const row of [imageRow('a', { source }), imageRow('b', { source }), lookRow('c'), lookRow('d')]) {
    thumbnails.want(row)
  }
  await settled()
  expect(code.names()).toEqual(['readImage', 'exportLayer', 'exportLayer'])
})

test('a look is drawn no larger than the layer and no larger than needed', async () => {
  const code = fakeCode()
  const thumbnails = createThumbnails(code, fakeCodec())
  thumbnails.want(lookRow('large', { width: 640, height: 320 }))
  thumbnails.want(lookRow('small', { width: 16, height: 16 }))
  await settled()
  expect(code.inputs('exportLayer').map(({ scale }) => scale)).toEqual([0.15, 1])
})

test('thumbnails are made one after the other', async () => {
  const first = hold<Picture>()
  const code = fakeCode({ readImage: ({ id }) => (id === 'id of a' ? first.promise : pictureOf('b')) })
  const thumbnails = createThumbnails(code, fakeCodec())
  thumbnails.want(imageRow('a'))
  thumbnails.want(imageRow('b'))
  await settled()
  expect(code.calls).toHaveLength(1)
  first.resolve(pictureOf('a'))
  await settled()
  expect(code.calls).toHaveLength(2)
})

test('a thumbnail that failed is no failure, and may be wanted again', async () => {
  let tries = 0
  const code = fakeCode({ readImage: () => (tries++ === 0 ? Promise.reject(new Error('lost')) : pictureOf('a')) })
  const thumbnails = createThumbnails(code, fakeCodec())
  const row = imageRow('a')
  thumbnails.want(row)
  await settled()
  expect(thumbnails.urlOf(row)).toBeUndefined()
  thumbnails.want(row)
  await settled()
  expect(thumbnails.urlOf(row)).toBeDefined()
})

test('looks are forgotten with their memory; images are kept', async () => {
  const thumbnails = createThumbnails(fakeCode(), fakeCodec())
  const [image, look] = [imageRow('a'), lookRow('b')]
  thumbnails.want(image)
  thumbnails.want(look)
  await settled()
  thumbnails.follow([])
  expect(thumbnails.urlOf(look)).toBeUndefined()
  expect([...held]).toEqual([thumbnails.urlOf(image)])
})

test('a look that was on its way when the layer changed is not shown', async () => {
  const drawings = [hold<Picture>(), hold<Picture>()]
  let turn = 0
  const code = fakeCode({ exportLayer: () => drawings[turn++]!.promise })
  const thumbnails = createThumbnails(code, fakeCodec())
  const row = lookRow('a')
  thumbnails.want(row)
  await settled()
  thumbnails.follow([])
  thumbnails.want(row)
  drawings[0]?.resolve(pictureOf('old'))
  await settled()
  expect(thumbnails.urlOf(row)).toBeUndefined()
  drawings[1]?.resolve(pictureOf('new'))
  await settled()
  expect(await (await fetch(thumbnails.urlOf(row)!)).text()).toBe('small new')
  expect(held.size).toBe(1)
})

test('a look that was being made small when the layer changed takes no memory', async () => {
  const small = hold<Picture>()
  const thumbnails = createThumbnails(fakeCode(), fakeCodec({ thumbnail: () => small.promise }))
  thumbnails.want(lookRow('a'))
  await settled()
  thumbnails.follow([])
  small.resolve(pictureOf('old'))
  await settled()
  expect(held.size).toBe(0)
})

test('looks that still wait in the line leave it with the selection', async () => {
  const code = fakeCode({ exportLayer: () => hold().promise })
  const thumbnails = createThumbnails(code, fakeCodec())
  for (const name of 'abc') thumbnails.want(lookRow(name))
  await settled()
  thumbnails.follow([])
  thumbnails.want(lookRow('d'))
  await settled()
  expect(code.inputs('exportLayer').map(({ id }) => id)).toEqual(['id of a', 'id of d'])
})

test('an image that is no longer selected leaves the line, and one that is stays', async () => {
  const code = fakeCode({ readImage: () => hold().promise })
  const thumbnails = createThumbnails(code, fakeCodec())
  const rows = [...'abc'].map((name) => imageRow(name))
  for (const row of rows) thumbnails.want(row)
  await settled()
  thumbnails.follow([rows[2]!])
  await settled()
  expect(code.inputs('readImage').map(({ id }) => id)).toEqual(['id of a', 'id of c'])
  expect(code.calls[0]?.options.signal?.aborted).toBe(true)
})

test('the newest two hundred are kept', async () => {
  const thumbnails = createThumbnails(fakeCode(), fakeCodec())
  const rows = Array.from({ length: 205 }, (_, index) => imageRow(String(index)))
  for (const row of rows) thumbnails.want(row)
  await vi.waitUntil(() => thumbnails.urlOf(rows.at(-1)!) !== undefined)
  expect(rows.filter((row) => thumbnails.urlOf(row)).map(({ name }) => name)[0]).toBe('5')
  expect(held.size).toBe(200)
})

test('one that is watched stays in the line whatever is selected, until nobody watches it', async () => {
  const first = hold<Picture>()
  const code = fakeCode({ readImage: ({ id }) => (id === 'id of a' ? first.promise : pictureOf(id)) })
  const thumbnails = createThumbnails(code, fakeCodec())
  const [a, b, c] = [imageRow('a'), imageRow('b'), imageRow('c')]
  thumbnails.watch(a)
  const ends = [thumbnails.watch(b), thumbnails.watch(b), thumbnails.watch(c)]
  thumbnails.follow([imageRow('other')])
  ends[0]!()
  ends[2]!()
  first.resolve(pictureOf('a'))
  await settled()
  expect(code.inputs('readImage').map(({ id }) => id)).toEqual(['id of a', 'id of b'])
  expect([a, b, c].map((row) => thumbnails.urlOf(row) !== undefined)).toEqual([true, true, false])
})

test('one that is no longer watched stays where it was made, or is selected', async () => {
  const code = fakeCode()
  const thumbnails = createThumbnails(code, fakeCodec())
  const [made, selected] = [imageRow('made'), imageRow('selected')]
  const endMade = thumbnails.watch(made)
  await settled()
  endMade()
  thumbnails.follow([selected])
  thumbnails.watch(selected)()
  await settled()
  expect(thumbnails.urlOf(made)).toMatch(/^blob:/)
  expect(thumbnails.urlOf(selected)).toMatch(/^blob:/)
})
