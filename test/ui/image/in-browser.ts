import type { Bytes, Picture, Size } from '../../../src/shared/picture.ts'
import { createCodec } from '../../../src/ui/image/codec.ts'
import type { Affine } from '../../../src/ui/image/orders.ts'
import { type Framing, type Part, type Recipe, toModel, toUpscaler } from '../../../src/ui/image/recipe.ts'
import { startRunner } from '../../../src/ui/image/runner.ts'

// What the pixel tests call in the browser. Pictures are made and judged outside of it, by another library.

const codec = createCodec()
const recipes: Recipe[] = []

export async function send(picture: Picture, framing: Framing): Promise<{ recipe: number; sent: Picture }> {
  const recipe = await toModel(picture, framing, codec)
  return { recipe: recipes.push(recipe) - 1, sent: recipe.sent }
}

/** As `send`, to an upscaler; whether the very file is sent. */
export async function sendToUpscaler(picture: Picture) {
  const recipe = await toUpscaler(picture, {}, codec)
  return { recipe: recipes.push(recipe) - 1, sent: recipe.sent, isTheFile: recipe.sent === picture }
}

export const back = (recipe: number, answer: Bytes, into?: Picture) => recipes[recipe]!.back(answer, into)

/** As `send`, of a part; a blob would not come through. */
export function sendPart(
  picture: Picture,
  { mask, ...part }: Part & { mask?: { bytes: Bytes; toPicture: Affine } | undefined },
  shape: Size,
) {
  const region = { ...part.region, mask: mask && { file: new Blob([mask.bytes]), toPicture: mask.toPicture } }
  return send(picture, { shape, alpha: 'keep', part: { ...part, region } })
}

export const mask = (wanted: Parameters<typeof codec.mask>[0]) => codec.mask(wanted)

/** An answer of which everything is wanted, to a picture of that size. */
export const answered = (bytes: Bytes, size: Size) =>
  codec.cut(new Blob([bytes]), { shape: size, content: { x: 0, y: 0, ...size }, source: size })

export const resample = (picture: Picture, size: Size) => codec.resample(picture, { size })

export const convert = (picture: Picture, wanted: Parameters<typeof codec.convert>[1]) => codec.convert(picture, wanted)

/** As `convert` on the page, in a browser that writes only PNG, as Safari does in place of WebP. */
export async function convertWithoutWebp(picture: Picture) {
  const plain = HTMLCanvasElement.prototype.toDataURL
  HTMLCanvasElement.prototype.toDataURL = function () {
    return plain.call(this, 'image/png')
  }
  try {
    return await codec.convert(picture, { type: 'image/webp', quality: 80 })
  } finally {
    HTMLCanvasElement.prototype.toDataURL = plain
  }
}

export const refer = (bytes: Bytes, told?: Size) => codec.refer(bytes, { told })

export const thumbnail = (picture: Picture, maxEdge: number) => codec.thumbnail(picture, { maxEdge })

export async function placeOfWork() {
  const runner = await startRunner()
  runner.stop()
  return runner.place
}

/** Sends the picture twice, stops the second before its turn; then closes and sends again. */
export async function stopAndClose(picture: Picture, framing: Framing) {
  const before = picture.bytes.length
  const own = createCodec()
  const stop = new AbortController()
  const outcome = (sending: Promise<Recipe>) => sending.then(() => 'sent', faultOf)
  const first = outcome(toModel(picture, framing, own))
  const second = outcome(toModel(picture, { ...framing, signal: stop.signal }, own))
  const third = outcome(toModel(picture, framing, own))
  stop.abort()
  const outcomes = [await first, await second, await third]
  const unfinished = outcome(toModel(picture, framing, own))
  own.close()
  const late = outcome(toModel(picture, framing, own))
  return { outcomes, closed: [await unfinished, await late], emptied: picture.bytes.length !== before }
}

/** Makes as many thumbnails as asked: how many came, how many workers were begun for it, and how many ended by themselves. */
export async function thumbnailsByWorkers(picture: Picture, count: number) {
  const begun: Worker[] = []
  let ended = 0
  class Counted extends Worker {
    constructor(address: string | URL) {
      super(address)
      begun.push(this)
    }
    override terminate() {
      ended++
      super.terminate()
    }
  }
  const plain = globalThis.Worker
  globalThis.Worker = Counted
  const own = createCodec()
  try {
    const made = await Promise.all(Array.from({ length: count }, () => own.thumbnail(picture, { maxEdge: 20 })))
    return { came: made.filter(({ width }) => width === 20).length, begun: begun.length, ended }
  } finally {
    own.close()
    globalThis.Worker = plain
  }
}

const faultOf = (error: { fault?: string }) => error.fault
