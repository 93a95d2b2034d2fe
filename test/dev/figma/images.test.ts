import { createHash } from 'node:crypto'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { sizeOfImage } from '../../../dev/figma/images/image-file.ts'
import { sha1 } from '../../../dev/figma/images/sha1.ts'
import { box, openFigma, png } from './open-figma.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'teal' } })
const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer())

test('the size is read from the bytes of PNG, JPEG and GIF', async () => {
  for (const image of [
    plain(30, 20).png(),
    plain(30, 20).jpeg(),
    plain(30, 20).jpeg({ progressive: true }),
    plain(30, 20).gif(),
  ]) {
    expect(sizeOfImage(await bytesOf(image))).toEqual({ width: 30, height: 20 })
  }
})

test('a JPEG that EXIF turns by a quarter counts as turned', async () => {
  const turned = plain(30, 20).jpeg().withMetadata({ orientation: 6 })
  expect(sizeOfImage(await bytesOf(turned))).toEqual({ width: 20, height: 30 })
  const mirrored = plain(30, 20).jpeg().withMetadata({ orientation: 2 })
  expect(sizeOfImage(await bytesOf(mirrored))).toEqual({ width: 30, height: 20 })
})

test('other types, cut-off files and text are unsupported', async () => {
  const whole = await png(30, 20)
  const jpeg = await bytesOf(plain(30, 20).jpeg())
  const wrong = [
    await bytesOf(plain(30, 20).webp()),
    whole.subarray(0, -12),
    jpeg.subarray(0, -2),
    new Uint8Array([1, 2, 3]),
  ]
  for (const bytes of wrong) expect(() => sizeOfImage(bytes)).toThrow('Image type is unsupported')
})

test('4096 px a side is the most, and nothing is too little', async () => {
  expect(sizeOfImage(await png(4096, 1))).toEqual({ width: 4096, height: 1 })
  expect(() => sizeOfImage(new Uint8Array())).toThrow('Image is too small')
  const tall = await png(1, 4097)
  expect(() => sizeOfImage(tall)).toThrow('Image is too large')
})

test('the hash is SHA-1, for every length of the last block', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = new Uint8Array(length).map((_, index) => index * 7)
    expect(sha1(bytes)).toBe(createHash('sha1').update(bytes).digest('hex'))
  }
})

const CREATE = `const image = figma.createImage(await figma.clientStorage.getAsync('bytes'));`

test('createImage answers at once, and the same bytes are the same image', async () => {
  const { ask } = await openFigma()
  const bytes = await png(30, 20)
  const code = `${CREATE} const again = figma.createImage(await image.getBytesAsync())
    return [image.hash, again === image, figma.getImageByHash(image.hash) === image, await image.getSizeAsync()]`
  const hash = createHash('sha1').update(bytes).digest('hex')
  expect(await ask(code, { storage: { bytes } })).toEqual([hash, true, true, { width: 30, height: 20 }])
})

test('createImage refuses in Figma’s words', async () => {
  const { ask } = await openFigma()
  await expect(ask(CREATE, { storage: { bytes: await png(4097, 1) } })).rejects.toThrow(
    'in createImage: Image is too large',
  )
  await expect(ask(CREATE, { storage: { bytes: new Uint8Array() } })).rejects.toThrow(
    'in createImage: Image is too small',
  )
  await expect(ask(CREATE, { storage: { bytes: new Uint8Array(9) } })).rejects.toThrow(
    'in createImage: Image type is unsupported',
  )
  await expect(ask('figma.createImage([1, 2])')).rejects.toThrow(
    'in createImage: Expected "data" to have type Uint8Array',
  )
  await expect(ask('figma.createImageAsync("https://example.com/a.png")')).rejects.toThrow(
    'createImageAsync is not simulated',
  )
})

test('an image that no layer uses is gone after the run, one in the history stays', async () => {
  const { editor, ask } = await openFigma()
  const storage = { bytes: await png(30, 20) }
  const unused = await ask(`${CREATE} return image.hash`, { storage })
  const gone = `return figma.getImageByHash('${unused}')`
  expect(await ask(gone, { storage })).toBeNull()

  const paint = `figma.currentPage.children[0].fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: image.hash }]`
  await ask(`${CREATE} ${paint}`, { storage })
  await ask(`figma.currentPage.children[0].fills = []; figma.commitUndo()`)
  expect(await ask(`return figma.getImageByHash('${unused}') !== null`)).toBe(true)
  editor.undo()
  expect(editor.layer('Box').fills).toMatchObject([{ imageHash: unused }])
})

test('an image that no layer has come to use is gone while the plugin runs', async () => {
  const { editor, ask } = await openFigma()
  const storage = { bytes: await png(30, 20) }
  const paint = `figma.currentPage.children[0].fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: image.hash }]`
  // Several, because a timer that is late comes before what else is due.
  const wait = 'for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 1))'
  await expect(ask(`${CREATE} ${wait}; ${paint}`, { storage })).rejects.toThrow('imageHash names no image')
  expect(editor.layer('Box').fills).toMatchObject([{ type: 'SOLID' }])
  const lost = `${CREATE} ${wait}; return figma.getImageByHash(image.hash) === null && image.getBytesAsync()`
  await expect(ask(lost, { storage })).rejects.toThrow('The image is no longer in the file')
  await ask(`${CREATE} await image.getSizeAsync(); ${paint}; ${wait}; await image.getBytesAsync()`, { storage })
  expect(editor.layer('Box').fills).toMatchObject([{ type: 'IMAGE' }])
})

test('an image that is made again has as long as a new one', async () => {
  const { editor, ask } = await openFigma()
  const storage = { bytes: await png(30, 20) }
  const twice = `${CREATE} figma.createImage(await image.getBytesAsync())`
  const paint = `figma.currentPage.children[0].fills = [{ type: 'IMAGE', scaleMode: 'FILL', imageHash: image.hash }]`
  await ask(`${twice}; await image.getSizeAsync(); ${paint}`, { storage })
  expect(editor.layer('Box').fills).toMatchObject([{ type: 'IMAGE' }])
})

test('a picture larger than Figma takes cannot be in a world', async () => {
  const pictures = { photo: await png(4097, 1) }
  const fills = [{ type: 'IMAGE', scaleMode: 'FILL', picture: 'photo' } as const]
  await expect(openFigma({ layers: [box('Box', { fills })], pictures })).rejects.toThrow('Image is too large')
})
