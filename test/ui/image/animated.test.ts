import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Bytes } from '../../../src/shared/picture.ts'
import { isAnimated } from '../../../src/ui/image/animated.ts'
import { bytesOf } from './samples.ts'

const frame = (background: string) => sharp({ create: { width: 12, height: 8, channels: 4, background } }).png()
const still = async (format: 'gif' | 'webp' | 'png' | 'jpeg' | 'avif') =>
  bytesOf(await frame('#36a').toFormat(format).toBuffer())

async function moving(format: 'gif' | 'webp'): Promise<Bytes> {
  const frames = await Promise.all(['#36a', '#a63', '#6a3'].map((colour) => frame(colour).toBuffer()))
  return bytesOf(
    await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer(),
  )
}

/** Sharp writes no moving PNG: the chunk that makes one (its checksum is not looked at) goes before the pixels. */
async function movingPng(frames: number): Promise<Bytes> {
  const png = await still('png')
  const chunk = [0, 0, 0, 8, ...Buffer.from('acTL'), 0, 0, 0, frames, 0, 0, 0, 0, 0, 0, 0, 0]
  return new Uint8Array([...png.subarray(0, 33), ...chunk, ...png.subarray(33)])
}

test.each(['gif', 'webp', 'png', 'jpeg', 'avif'] as const)('a %s of one picture does not move', async (format) => {
  expect(isAnimated(await still(format))).toBe(false)
})

test.each(['gif', 'webp'] as const)('a %s of several pictures moves', async (format) => {
  const bytes = await moving(format)
  expect((await sharp(bytes).metadata()).pages).toBe(3)
  expect(isAnimated(bytes)).toBe(true)
})

test('a PNG moves that says it has several frames', async () => {
  expect(isAnimated(await movingPng(3))).toBe(true)
  expect(isAnimated(await movingPng(1))).toBe(false)
})

test('an AVIF moves that calls itself a sequence', async () => {
  const bytes = await still('avif')
  bytes.set(Buffer.from('avis'), 8)
  expect(isAnimated(bytes)).toBe(true)
})

test('a file that ends anywhere is looked at to its end, and is not said to move', async () => {
  for (const bytes of [await still('gif'), await still('webp'), await movingPng(1)]) {
    for (let length = 0; length < bytes.length; length++) expect(isAnimated(bytes.slice(0, length))).toBe(false)
  }
})
