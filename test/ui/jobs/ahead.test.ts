import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAhead } from '../../../src/ui/jobs/ahead.ts'
import { createImages } from '../../../src/ui/jobs/images.ts'
import { fakeCode, fakeCodec, hold, imageRow, jobOn, lookRow, pictureOf, textOf } from './fakes.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const photo = (name: string) => jobOn(imageRow(name))
const pass = () => vi.advanceTimersByTimeAsync(1000)

function stage(code = fakeCode()) {
  const images = createImages(code)
  return { code, images, ahead: createAhead({ images, codec: fakeCodec() }) }
}

test('the first pictures of a run are there before it starts, as read and as sent', async () => {
  const { code, ahead } = stage()
  ahead.follow([photo('a'), photo('b')])
  await pass()
  const ready = await ahead.take(photo('b'))
  expect(textOf(ready!.source)).toBe('image on id of b')
  expect(textOf(ready!.recipe.sent)).toContain('image on id of b')
  expect(code.names()).toEqual(['readImage', 'readImage'])
})

test('nothing is begun while what would run still changes', async () => {
  const { code, ahead } = stage()
  for (const name of ['a', 'b', 'c']) {
    ahead.follow([photo(name)])
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(code.names()).toEqual([])
  await pass()
  expect(code.inputs('readImage')).toEqual([{ id: 'id of c', hash: 'hash of c' }])
})

test('what would run is not read twice because the words changed', async () => {
  const { code, ahead } = stage()
  ahead.follow([photo('a')])
  await pass()
  ahead.follow([{ ...photo('a'), prompt: 'something else' }])
  await pass()
  expect(code.names()).toEqual(['readImage'])
})

test('another shape is another picture to send', async () => {
  const { ahead } = stage()
  ahead.follow([photo('a')])
  await pass()
  const wide = { ...photo('a'), shape: { width: 1365, height: 768 } }
  expect(ahead.take(wide)).toBeUndefined()
})

test('a look is drawn when it runs, since layers change', async () => {
  const { code, ahead } = stage()
  const look = jobOn(lookRow('card'))
  ahead.follow([look])
  await pass()
  expect([ahead.take(look), code.names()]).toEqual([undefined, []])
})

test('a run that starts before all is ready waits for nothing that was not begun', async () => {
  const reading = hold<ReturnType<typeof pictureOf>>()
  const { code, ahead } = stage(fakeCode({ readImage: () => reading.promise }))
  ahead.follow([photo('a'), photo('b')])
  await pass()
  const first = ahead.take(photo('a'))
  expect(ahead.take(photo('b'))).toBeUndefined()
  reading.resolve(pictureOf('late'))
  expect(textOf((await first)!.source)).toBe('late')
  await pass()
  expect(code.names()).toEqual(['readImage'])
})

test('a picture that cannot be read is for its edit to tell', async () => {
  const { ahead } = stage(fakeCode({ readImage: () => Promise.reject(new Error('gone')) }))
  ahead.follow([photo('a')])
  await pass()
  expect(ahead.take(photo('a'))).toBeUndefined()
})

test('a very large picture is not held', async () => {
  const large = { ...pictureOf('x'), bytes: new Uint8Array(5_000_000) }
  const { ahead } = stage(fakeCode({ readImage: async () => large }))
  ahead.follow([photo('a')])
  await pass()
  expect(await ahead.take(photo('a'))).toBeUndefined()
})

test('what was made ready for an edit does not go to an upscaler', async () => {
  const { ahead } = stage()
  ahead.follow([photo('a')])
  await pass()
  expect(await ahead.take({ ...photo('a'), enlarging: { factor: 2 } })).toBeUndefined()
})

test('a part is read when it runs where a layer says what it is, since layers change', async () => {
  const { code, ahead } = stage()
  const area = { x: 0, y: 0, width: 10, height: 10 }
  const part = { crop: area, region: { bounds: area, feather: 0 }, corrects: true }
  const [drawn, layer] = [
    { ...photo('a'), part },
    { ...photo('b'), part: { ...part, layer: '1:2' } },
  ]
  ahead.follow([drawn, layer])
  await pass()
  expect(await ahead.take(drawn)).toBeDefined()
  expect([ahead.take(layer), code.names()]).toEqual([undefined, ['readImage']])
})

test('what a run did not take is let go when nothing would run', async () => {
  const { ahead } = stage()
  ahead.follow([photo('a'), photo('b')])
  await pass()
  expect(await ahead.take(photo('a'))).toBeDefined()
  ahead.follow([])
  expect(ahead.take(photo('b'))).toBeUndefined()
})
