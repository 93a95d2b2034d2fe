import { expect, test } from 'vitest'
import { createImages } from '../../../src/ui/jobs/images.ts'
import { fakeCode, pictureOf } from './fakes.ts'

const { signal } = new AbortController()
const imageOn = (hash: string) => ({ id: `id of ${hash}`, hash })

test('the images that were read last stay, as many bytes of them as there is room for', async () => {
  const code = fakeCode({ readImage: async () => ({ ...pictureOf('x'), bytes: new Uint8Array(40) }) })
  const images = createImages(code, 100)
  for (const hash of ['one', 'two', 'three']) await images.read(imageOn(hash), signal)
  expect(['one', 'two', 'three'].map((hash) => images.known(hash)?.bytes.length)).toEqual([undefined, 40, 40])
})

test('one that would take most of the room is not kept', async () => {
  const code = fakeCode({ readImage: async () => ({ ...pictureOf('x'), bytes: new Uint8Array(60) }) })
  const images = createImages(code, 100)
  await images.read(imageOn('large'), signal)
  expect(images.known('large')).toBeUndefined()
})

test('what cannot be read is not known', async () => {
  const images = createImages(fakeCode({ readImage: () => Promise.reject(new Error('gone')) }))
  await expect(images.read(imageOn('lost'), signal)).rejects.toThrow('gone')
  expect(images.known('lost')).toBeUndefined()
})
