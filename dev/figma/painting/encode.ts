/**
 * Encodes in a worker: on the main thread a canvas is encoded when the page idles, which in a headless browser may be
 * never. Takes the canvas's pixels away.
 */
export function encode(canvas: OffscreenCanvas, type: 'image/png' | 'image/jpeg'): Promise<Uint8Array> {
  worker ??= startWorker()
  const { port1: answer, port2: far } = new MessageChannel()
  const bitmap = canvas.transferToImageBitmap()
  return new Promise((resolve, reject) => {
    answer.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
      answer.close()
      if (typeof data === 'string') reject(new Error(data))
      else resolve(new Uint8Array(data))
    }
    worker?.postMessage({ bitmap, type, quality: QUALITY, answer: far }, [bitmap, far])
  })
}

let worker: Worker | undefined

function startWorker(): Worker {
  const address = URL.createObjectURL(new Blob([SOURCE], { type: 'text/javascript' }))
  const started = new Worker(address)
  URL.revokeObjectURL(address)
  return started
}

const SOURCE = `onmessage = async ({ data: { bitmap, type, quality, answer } }) => {
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    canvas.getContext('bitmaprenderer').transferFromImageBitmap(bitmap)
    const bytes = await (await canvas.convertToBlob({ type, quality })).arrayBuffer()
    answer.postMessage(bytes, [bytes])
  } catch (error) {
    answer.postMessage(String(error))
  }
}`

/** Of JPEG. Figma offers plugins no choice. */
const QUALITY = 0.92
