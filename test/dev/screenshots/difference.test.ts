import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { layoutDifference } from '../../../dev/screenshots/difference.ts'
import { fileOf, MOST_APART } from '../../../dev/screenshots/pictures.ts'

// What the comparison of pictures sees and what it lets pass, on a picture that is kept.

const kept = await sharp(await readFile(fileOf('settings-light')))
  .png()
  .toBuffer()
const { width, height } = await sharp(kept).metadata()

/** Everything below `from` px lies `by` px lower. */
async function moved(from: number, by: number) {
  const above = await sharp(kept).extract({ left: 0, top: 0, width, height: from }).toBuffer()
  const below = await sharp(kept)
    .extract({ left: 0, top: from, width, height: height - from - by })
    .toBuffer()
  return laid([above, 0], [below, from + by])
}

const laid = (...pieces: [input: Buffer, top: number][]) =>
  sharp({ create: { width, height, channels: 3, background: 'white' } })
    .composite(pieces.map(([input, top]) => ({ input, top, left: 0 })))
    .png()
    .toBuffer()

test.each([
  ['a lossy file', () => sharp(kept).jpeg({ quality: 40 }).toBuffer()],
  ['letters that are smoothed otherwise', () => sharp(kept).blur(1.2).toBuffer()],
  ['a slightly other grey', () => sharp(kept).linear(1, 3).toBuffer()],
])('%s is no other layout', async (_, made) => {
  expect(await layoutDifference(kept, await made())).toBe(0)
})

test.each([
  ['the lower half moved by 4 px of the panel', () => moved(640, 8)],
  ['the end moved by a line', () => moved(1000, 32)],
  [
    'a line is gone',
    () =>
      sharp(kept)
        .composite([{ input: blank(440, 60), left: 0, top: 380 }])
        .toBuffer(),
  ],
  ['another size', () => sharp(kept).resize({ width: 600 }).toBuffer()],
])('%s is seen', async (_, made) => {
  expect(await layoutDifference(kept, await made())).toBeGreaterThan(MOST_APART)
})

function blank(width: number, height: number) {
  return { create: { width, height, channels: 3 as const, background: 'white' } }
}
