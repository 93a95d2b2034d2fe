import { type Encode, worlds } from '../worlds/index.ts'

/** What the page is told of the world that it asked for by its id. */
export type Drawn = { world: Awaited<ReturnType<(typeof worlds)[number]['make']>> } | { failure: string }

const encode: Encode = async (pixels, { width, height }, type) => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas.')
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0)
  return new Uint8Array(await (await canvas.convertToBlob({ type, quality: QUALITY })).arrayBuffer())
}

async function draw(wanted: string): Promise<Drawn> {
  const maker = worlds.find(({ id }) => id === wanted)
  if (!maker) return { failure: `There is no world “${wanted}” to draw.` }
  try {
    return { world: await maker.make(encode) }
  } catch (error) {
    return { failure: (error as Error).message }
  }
}

addEventListener('message', async ({ data }: MessageEvent<string>) => postMessage(await draw(data)))

/** Of JPEG. */
const QUALITY = 0.92
