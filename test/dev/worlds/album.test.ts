import { expect, test } from 'vitest'
import { drawAlbum, type Encode, type Plate } from '../../../dev/worlds/album.ts'

const plate = (seed: number, drawn: number[] = []): Plate => ({
  width: 2,
  height: 1,
  seed,
  type: 'image/png',
  draw({ width, height }) {
    drawn.push(seed)
    return new Uint8ClampedArray(width * height * 4).fill(seed)
  },
})
const encode: Encode = async (pixels) => new Uint8Array(pixels)

test('every plate becomes a picture under its name, drawn in their order', async () => {
  const drawn: number[] = []
  const pictures = await drawAlbum({ sky: plate(1, drawn), sea: plate(2, drawn) }, encode)
  expect(pictures).toEqual({ sky: new Uint8Array(8).fill(1), sea: new Uint8Array(8).fill(2) })
  expect(drawn).toEqual([1, 2])
})

test('the next picture is drawn while the one before is encoded', async () => {
  const order: string[] = []
  const slow: Encode = async (pixels) => {
    order.push(`encode ${pixels[0]}`)
    if (pixels[0] === 1) await new Promise<void>((resolve) => (release = resolve))
    else release()
    order.push(`encoded ${pixels[0]}`)
    return new Uint8Array(pixels)
  }
  let release = () => {}
  await drawAlbum({ one: plate(1), two: plate(2) }, slow)
  expect(order).toEqual(['encode 1', 'encode 2', 'encoded 2', 'encoded 1'])
})

test('a picture that cannot be encoded stops the album with that reason', async () => {
  const failing: Encode = async () => Promise.reject(new Error('no room'))
  await expect(drawAlbum({ one: plate(1), two: plate(2) }, failing)).rejects.toThrow('no room')
})

test('a picture that cannot be drawn stops the album with that reason', async () => {
  const broken = { ...plate(1), draw: () => Promise.reject(new Error('no paint')) as never }
  await expect(drawAlbum({ one: broken, two: plate(2) }, encode)).rejects.toThrow('no paint')
})
