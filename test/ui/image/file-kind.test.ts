import sharp from 'sharp'
import { expect, test } from 'vitest'
import { kindOf } from '../../../src/ui/image/file-kind.ts'
import { bytesOf } from './samples.ts'

const text = (words: string) => new TextEncoder().encode(words)

test.each([
  ['%PDF-1.7', 'a.png', 'PDF'],
  ['8BPS\0\u0001', 'a.png', 'Photoshop'],
  ['\0\0\0\u0018ftypheic', 'photo', 'HEIC'],
  ['BM6', 'a', 'BMP'],
  ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg width="8">', 'logo', 'SVG'],
])('what begins as %j is told by that, whatever its name is', (begins, name, kind) => {
  expect(kindOf(text(begins), name)).toBe(kind)
})

test('a TIFF is told by its first bytes', async () => {
  const tiff = sharp({ create: { width: 4, height: 4, channels: 3, background: '#36a' } }).tiff()
  expect(kindOf(bytesOf(await tiff.toBuffer()), 'scan')).toBe('TIFF')
})

test.each(['broken.png', 'photo.JPG', 'photo.jpeg', 'moving.gif', 'small.webp', 'new.avif'])(
  'a file that is no image is not taken for one by its name “%s”',
  (name) => expect(kindOf(text('whatever'), name)).toBeUndefined(),
)

test.each([
  ['notes.txt', 'TXT'],
  ['design.FIG', 'FIG'],
  ['clip.mp4', 'MP4'],
  ['no ending', undefined],
  ['', undefined],
])('of other files the name “%s” says what they are', (name, kind) => {
  expect(kindOf(text('whatever'), name)).toBe(kind)
})
