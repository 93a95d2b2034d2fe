import { AppError } from '../../shared/errors.ts'
import type { Bytes, Size } from '../../shared/picture.ts'
import { NO_MEMORY, NO_WEBP } from '../texts/images.ts'
import { fromBase64 } from './base64.ts'

type Canvas = OffscreenCanvas | HTMLCanvasElement
export type EncodedType = 'image/png' | 'image/jpeg' | 'image/webp'

/** Something to draw on and to encode: a worker and a page have different ones. */
export interface Surface extends Size {
  readonly canvas: Canvas
  readonly context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D
  /** `quality` is from 0 to 1 and not for PNG. Throws `image` where the browser cannot write the type, or no such size. */
  encode(type: EncodedType, quality?: number): Promise<Bytes>
  /** Gives the pixels back at once: the garbage collector does not see how much a canvas weighs. */
  free(): void
}

export type MakeSurface = (size: Size) => Surface

/** For a worker, where encoding waits for nothing. */
export const offscreenSurface: MakeSurface = ({ width, height }) => {
  const canvas = new OffscreenCanvas(width, height)
  return {
    ...drawable(canvas, canvas.getContext('2d', READ_BACK)),
    async encode(type, quality) {
      const blob = await canvas.convertToBlob({ type, ...(quality !== undefined && { quality }) }).catch((error) => {
        throw noRoom(error)
      })
      assertType(blob.type, type)
      return new Uint8Array(await blob.arrayBuffer())
    },
  }
}

/** For a page. Chromium: `toBlob` there waits for idle time, a second or for ever; `toDataURL` does not. */
export const pageSurface: MakeSurface = ({ width, height }) => {
  const canvas: HTMLCanvasElement = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return {
    ...drawable(canvas, canvas.getContext('2d', READ_BACK)),
    async encode(type, quality) {
      const address = canvas.toDataURL(type, quality)
      assertType(/^data:([^;,]*)/.exec(address)?.[1], type)
      return fromBase64(address)
    },
  }
}

function drawable(canvas: Canvas, context: Surface['context'] | null) {
  if (!context) throw noRoom()
  // Reduces as `high` does, and enlarges in a fifth of its time; what is enlarged here only a model sees.
  context.imageSmoothingQuality = 'medium'
  const free = () => {
    canvas.width = 0
    canvas.height = 0
  }
  return { canvas, context, width: canvas.width, height: canvas.height, free }
}

/** A browser that cannot write a type writes PNG, and where it has no room for it nothing, and does not say so. */
function assertType(written: string | undefined, asked: EncodedType) {
  if (written === asked) return
  if (!written) throw noRoom()
  if (asked === 'image/webp') throw new AppError('image', NO_WEBP)
  throw new Error(`This browser cannot write ${asked}.`)
}

const noRoom = (cause?: unknown) => new AppError('image', NO_MEMORY, cause)

/** Everything drawn here is read again, so it is kept where reading is cheap. */
const READ_BACK: CanvasRenderingContext2DSettings = { willReadFrequently: true }
