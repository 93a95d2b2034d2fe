import type { Size } from './pictures/film.ts'

/** Turns pixels (sRGB, RGBA, not premultiplied) into a file's bytes. */
export type Encode = (pixels: Uint8ClampedArray, size: Size, type: 'image/jpeg' | 'image/png') => Promise<Uint8Array>

/** A picture to be drawn: always the same pixels for the same size and seed. */
export interface Plate extends Size {
  draw: (size: Size, seed: number) => Uint8ClampedArray
  seed: number
  type: 'image/jpeg' | 'image/png'
}

/** Draws one picture after the other, giving way to the page between them, while those before are encoded. */
export async function drawAlbum(plates: Record<string, Plate>, encode: Encode): Promise<Record<string, Uint8Array>> {
  let queue: Promise<unknown> = Promise.resolve()
  const drawn = Object.entries(plates).map(async ([name, plate]) => {
    const turn = queue.then(pause).then(() => plate.draw(plate, plate.seed))
    queue = turn
    const { width, height, type } = plate
    return [name, await encode(await turn, { width, height }, type)] as const
  })
  return Object.fromEntries(await Promise.all(drawn))
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve))
}
